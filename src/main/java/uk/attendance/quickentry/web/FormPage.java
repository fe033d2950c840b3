package uk.attendance.quickentry.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.attendance.quickentry.EntryKind;
import uk.attendance.quickentry.Evidence;
import uk.attendance.quickentry.Reason;
import uk.attendance.quickentry.Way;

/**
 * Everything a quick form shows beside what was typed.
 *
 * @param looked a search was made; its results, none or several, stand in found
 * @param chosen null until a pupil is chosen
 * @param hints what the school's policy says at a field, by the field's id
 * @param leaders who may send a child home
 * @param staff whom a message may be for
 * @param today what was recorded today with this form, the newest first
 */
record FormPage(
    EntryKind kind,
    List<EntryKind> kinds,
    boolean looked,
    List<Found> found,
    @Nullable Chosen chosen,
    Map<String, String> hints,
    List<String> leaders,
    List<String> staff,
    List<EntryView> today) {

  public List<Reason> reasons() {
    return List.of(Reason.values());
  }

  public List<Way> ways() {
    return Arrays.stream(Way.values()).filter(way -> way != Way.LINK).toList();
  }

  public List<Evidence> evidences() {
    return List.of(Evidence.values());
  }

  /**
   * @param place "Year 5, Oak"
   */
  record Found(long id, String name, String place) {}

  /**
   * @param today "morning N, afternoon not marked yet"
   * @param planned absences known from today on, in words
   * @param tellers adults whose word counts
   * @param barred contacts under a court order, in words
   * @param entries of the last days, the newest first
   */
  record Chosen(
      long id,
      String name,
      String place,
      String today,
      List<String> planned,
      List<Sibling> siblings,
      List<Teller> tellers,
      List<String> barred,
      List<EntryView> entries) {}

  record Sibling(long id, String name, String place, boolean ticked) {}

  /**
   * @param words "mother, lives with"
   */
  record Teller(long id, String name, String words, boolean ticked) {}
}
