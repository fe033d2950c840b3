package uk.attendance.casefile.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.EntryKind;

/** The way a case took through its diagram, drawn from its timeline and not from the engine. */
final class WayTaken {

  private final Map<String, Passage> elements = new LinkedHashMap<>();
  private final Set<String> flows = new LinkedHashSet<>();

  private static final class Passage {

    private final Entry first;
    private int entered;
    private int left;

    private Passage(Entry first) {
      this.first = first;
    }

    /** An element without a name was written with its id. */
    private boolean hasName() {
      return !first.words().equals(first.element());
    }

    private boolean isHere(boolean open) {
      return open && entered > left;
    }

    private String name() {
      return hasName() ? first.words() : Words.sentence(first.words());
    }
  }

  /**
   * @param notForReader elements that the reader may not know of; no flow is told then, since it
   *     would tell where it leads
   */
  WayTaken(List<Entry> timeline, Set<String> notForReader) {
    for (Entry entry : timeline) {
      String element = entry.element();
      if (notForReader.contains(String.valueOf(element))) {
        continue;
      }
      if (entry.kind() == EntryKind.REOPENED) {
        // what it waited in when it closed it waits in no more
        elements.values().forEach(passage -> passage.left = passage.entered);
      } else if (element != null && entry.kind() == EntryKind.FLOW) {
        cameBy(element, notForReader);
      } else if (element != null && entry.kind().isWay()) {
        Passage passage = elements.computeIfAbsent(element, id -> new Passage(entry));
        passage.entered += entry.kind() == EntryKind.LEFT ? 0 : 1;
        passage.left += entry.kind() == EntryKind.ENTERED ? 0 : 1;
        cameBy(entry.reference(), notForReader);
      }
    }
  }

  private void cameBy(@Nullable String flow, Set<String> notForReader) {
    if (flow != null && notForReader.isEmpty()) {
      flows.add(flow);
    }
  }

  /** Elements with a name or where it waits, in the order in which the case first came there. */
  List<CasePage.Step> steps(boolean open) {
    List<CasePage.Step> steps = new ArrayList<>();
    elements.values().stream()
        .filter(passage -> passage.hasName() || passage.isHere(open))
        .forEach(
            passage ->
                steps.add(
                    new CasePage.Step(
                        passage.name(),
                        Words.when(passage.first.at()),
                        passage.entered,
                        passage.isHere(open))));
    return steps;
  }

  CasePage.Drawing drawing(String href, boolean open) {
    List<String> passed = new ArrayList<>(flows);
    List<String> here = new ArrayList<>();
    elements.forEach((id, passage) -> (passage.isHere(open) ? here : passed).add(id));
    return new CasePage.Drawing(href, String.join(" ", passed), String.join(" ", here));
  }
}
