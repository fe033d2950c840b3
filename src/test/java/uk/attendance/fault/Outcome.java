package uk.attendance.fault;

import java.util.ArrayList;
import java.util.List;
import uk.attendance.notify.NotifyStandIn;

/**
 * Where a day ended, held against the same day without a fault.
 *
 * @param dump what stands in the database
 * @param messages what became of each message
 * @param broken invariants that do not hold
 */
record Outcome(List<String> dump, List<String> messages, List<String> broken, Scene scene) {

  private static final String UNKNOWN = " UNKNOWN ANSWER_LOST";

  /** What is missing: of cases, tasks, answers, marks, and of messages that are said to be sent. */
  List<String> lost(Outcome calm) {
    List<String> lost = difference(calm.settled(), settled());
    for (String message : messages) {
      String[] words = message.split(" ");
      if (words[2].equals("SENT") && arrived(words) == 0) {
        lost.add("never arrived: " + message);
      }
      if (words[1].equals("SMS") && isToldToHaveArrived(words) && !message.endsWith(" arrived")) {
        lost.add("nobody wrote down that it arrived: " + message);
      }
    }
    for (String line : dump) {
      if (line.startsWith("message") && line.endsWith(UNKNOWN)) {
        String pupil = line.substring("message about ".length(), line.indexOf(':'));
        String asked = "case of " + pupil + ": undelivered-letter ";
        if (dump.stream().noneMatch(other -> other.startsWith(asked))) {
          lost.add("nobody was asked about it: " + line);
        }
      }
    }
    return lost;
  }

  /** What is there that would not be without the fault, and messages that arrived twice. */
  List<String> doubled(Outcome calm) {
    List<String> doubled = difference(settled(), calm.settled());
    for (String message : messages) {
      if (arrived(message.split(" ")) > 1) {
        doubled.add("arrived twice: " + message);
      }
    }
    return doubled;
  }

  /** Messages of which nobody can know. */
  long unknown() {
    return dump.stream().filter(line -> line.endsWith(UNKNOWN)).count();
  }

  /** As if a person had found out that the unknown ones arrived. */
  private List<String> settled() {
    return dump.stream()
        .filter(line -> !line.contains("undelivered-letter"))
        .map(line -> line.replace(UNKNOWN, " SENT"))
        .sorted()
        .toList();
  }

  private int arrived(String[] message) {
    return message[1].equals("SMS") ? texts(message[0]).size() : scene.mail.taken(message[0]);
  }

  private boolean isToldToHaveArrived(String[] message) {
    return texts(message[0]).stream().anyMatch(NotifyStandIn.Taken::hasArrived);
  }

  private List<NotifyStandIn.Taken> texts(String name) {
    String reference = name.replaceAll("[<>]|@.*", "");
    return scene.texts.taken().stream().filter(text -> text.reference.equals(reference)).toList();
  }

  private static List<String> difference(List<String> these, List<String> those) {
    List<String> left = new ArrayList<>(these);
    those.forEach(left::remove);
    return left;
  }
}
