package uk.attendance.worklist.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.worklist.CallMade;
import uk.attendance.worklist.CallOutcome;

/**
 * A call that is done, folded into one line: children of one call together.
 *
 * @param tasks what an undo takes back
 * @param mine made by the reader
 */
record CallDone(
    String id,
    boolean explained,
    String outcome,
    String names,
    String words,
    List<String> tasks,
    boolean mine) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  /**
   * The newest first.
   *
   * @param reasons a reason's words by its key
   * @param reader's name
   */
  static List<CallDone> of(List<CallMade> made, Map<String, String> reasons, String reader) {
    Map<Object, List<CallMade>> together = new LinkedHashMap<>();
    for (int i = made.size() - 1; i >= 0; i--) {
      CallMade call = made.get(i);
      together
          .computeIfAbsent(
              List.of(
                  familyOf(call),
                  call.outcome(),
                  String.valueOf(call.reason()),
                  call.at(),
                  call.by()),
              any -> new ArrayList<>())
          .add(0, call);
    }
    return together.values().stream().map(calls -> one(calls, reasons, reader)).toList();
  }

  private static CallDone one(List<CallMade> calls, Map<String, String> reasons, String reader) {
    CallMade first = calls.get(0);
    List<String> words = new ArrayList<>();
    if (first.reason() != null) {
      words.add(
          reasons.getOrDefault(first.reason(), first.reason()).toLowerCase(Locale.UK)
              + (first.expectedReturn() == null
                  ? ""
                  : ", back " + DayWords.withoutYear(first.expectedReturn())));
    }
    words.add(
        "%s at %s".formatted(first.by(), TIME.format(first.at().atZone(SchoolCalendar.ZONE))));
    return new CallDone(
        "done-" + first.task(),
        first.explained(),
        first.explained()
            ? "Explained"
            : CallOutcome.of(first.outcome()).map(CallOutcome::words).orElse(first.outcome()),
        CallCard.and(calls.stream().map(call -> call.pupil().name()).toList()),
        "%s · %s"
            .formatted(
                String.join(
                    "; ",
                    calls.stream()
                        .map(call -> TaskRow.classWords(call.pupil()))
                        .distinct()
                        .toList()),
                String.join(" · ", words)),
        calls.stream().map(call -> call.task().value()).toList(),
        first.by().equals(reader));
  }

  private static Object familyOf(CallMade call) {
    String family = call.pupil().family();
    return family == null ? call.pupil().id() : family;
  }
}
