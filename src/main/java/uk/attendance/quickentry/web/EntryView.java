package uk.attendance.quickentry.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.quickentry.EntryKind;

/**
 * An entry as pages show and print it.
 *
 * @param time when it happened or was told; empty where nothing says
 * @param days "Monday 3 to Tuesday 4 November 2025"
 * @param line what matters most, in one line
 * @param recorded "Pat Clerk, School secretary, Monday 3 November 2025, 09:12"
 * @param open a message that nobody has dealt with
 * @param done who dealt with it; null where nobody has, and for what is no message
 */
record EntryView(
    long id,
    EntryKind kind,
    String time,
    String days,
    List<Child> children,
    String line,
    List<Fact> facts,
    String recorded,
    boolean coded,
    boolean open,
    @Nullable String done) {

  /**
   * @param place "Year 5, Oak"
   * @param code empty where no mark follows
   */
  record Child(long id, String name, String place, String code, String outcome) {}

  /** Something that was said, with what it is. */
  record Fact(String label, String words) {}
}
