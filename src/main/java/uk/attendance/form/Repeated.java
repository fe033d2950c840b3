package uk.attendance.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same questions as often as there is something to say.
 *
 * @param key the answers are a list under this key
 * @param first how many rows there are before anybody adds one
 * @param grows whether rows may be added and removed
 */
public record Repeated(
    String id,
    String key,
    Template label,
    List<Part> parts,
    int first,
    boolean grows,
    @Nullable Condition hiddenWhen)
    implements Part {

  /** More rows than this are refused. */
  static final int MOST = 50;

  public Repeated {
    parts = List.copyOf(parts);
  }

  /** What stands before the keys of a row's fields. */
  public String row(int number) {
    return "%s[%d].".formatted(key, number);
  }
}
