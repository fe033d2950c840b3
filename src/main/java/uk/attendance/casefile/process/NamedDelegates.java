package uk.attendance.casefile.process;

import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans that expressions see: delegates by their names, each made when it is first asked for,
 * so that it may itself need the engine.
 */
class NamedDelegates extends AbstractMap<Object, Object> {

  private final ListableBeanFactory beans;
  private final Set<String> names;

  NamedDelegates(ListableBeanFactory beans) {
    this.beans = beans;
    this.names =
        new LinkedHashSet<>(
            java.util.List.of(beans.getBeanNamesForType(JavaDelegate.class, true, false)));
  }

  @Override
  public boolean containsKey(Object name) {
    return names.contains(name);
  }

  @Override
  public Object get(Object name) {
    return containsKey(name) ? beans.getBean((String) name) : null;
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    Set<Entry<Object, Object>> entries = new LinkedHashSet<>();
    names.forEach(name -> entries.add(new SimpleEntry<>(name, get(name))));
    return entries;
  }
}
