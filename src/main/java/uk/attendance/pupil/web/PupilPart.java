package uk.attendance.pupil.web;

import java.util.List;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Pupil;

/** What a feature adds to the head of every page about a pupil: its tabs and its badges. */
public interface PupilPart {

  /** A few words that must not be missed, beside the pupil's name. */
  record Badge(String words, Tone tone) {}

  /** How a badge looks; the words say the same. */
  enum Tone {
    PLAIN("app-badge"),
    WARN("app-badge app-badge--warn"),
    BAD("app-badge app-badge--bad");

    private final String style;

    Tone(String style) {
      this.style = style;
    }

    public String style() {
      return style;
    }
  }

  /**
   * @param order tabs stand in this order
   * @param path after the pupil's address: "" or "/contacts"
   */
  record Tab(int order, String words, String path) {}

  /** Something to do about the pupil, as a link. */
  record Action(String words, String href) {}

  List<Tab> tabs(Pupil pupil, Scope scope);

  List<Badge> badges(Pupil pupil, Scope scope);

  /** What this person may record about the pupil. */
  default List<Action> actions(Pupil pupil, Scope scope) {
    return List.of();
  }
}
