package uk.attendance.scenario;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import uk.attendance.scenario.Expectation.Attendance;
import uk.attendance.scenario.Expectation.Case;
import uk.attendance.scenario.Expectation.Count;
import uk.attendance.scenario.Expectation.Letter;
import uk.attendance.scenario.Expectation.Mark;
import uk.attendance.scenario.Expectation.NoCase;
import uk.attendance.scenario.Expectation.Refused;
import uk.attendance.scenario.Expectation.Task;

/** Reads what should be so after a step; the first key of each says of which kind it is. */
final class ExpectationReader {

  static final String UNAUTHORISED_IN_WINDOW = "unauthorised-in-window";
  private static final List<String> COUNTS = List.of(UNAUTHORISED_IN_WINDOW);

  private final StoryNames names;
  private final StoryFaults faults;
  private final Map<String, Function<YamlPart, Expectation>> kinds = new LinkedHashMap<>();

  ExpectationReader(StoryNames names, StoryFaults faults) {
    this.names = names;
    this.faults = faults;
    kinds.put("task", part -> task(part, "task", true));
    kinds.put("no-task", part -> task(part, "no-task", false));
    kinds.put("letter", part -> letter(part, "letter", true));
    kinds.put("no-letter", part -> letter(part, "no-letter", false));
    kinds.put("case", this::state);
    kinds.put("no-case", this::noCase);
    kinds.put("mark", this::mark);
    kinds.put("attendance", this::attendance);
    kinds.put(
        "notice",
        part -> {
          throw part.fault("notice is not part of this product yet");
        });
    kinds.put("count", this::count);
    kinds.put("error", this::refused);
  }

  Expectation expectation(YamlPart part) {
    List<String> found =
        part.entries().stream().map(YamlPart.Entry::key).filter(kinds::containsKey).toList();
    if (found.size() != 1) {
      throw part.fault(
          "an expectation needs one of: %s; found %s",
          String.join(", ", kinds.keySet()),
          found.isEmpty()
              ? String.join(", ", part.entries().stream().map(YamlPart.Entry::key).toList())
              : String.join(" and ", found));
    }
    return kinds.get(found.get(0)).apply(part);
  }

  private Expectation task(YamlPart part, String kind, boolean open) {
    Fields fields =
        open
            ? Fields.of(part, kind, faults, kind, "pupil", "role", "due")
            : Fields.of(part, kind, faults, kind, "pupil");
    YamlPart due = fields.find("due").orElse(null);
    boolean toTheMinute = due != null && due.text().indexOf(' ') > 0;
    LocalDateTime moment =
        due == null ? null : toTheMinute ? due.moment() : due.day().atStartOfDay();
    return new Task(
        part.place(),
        open,
        names.task(fields.need(kind)),
        fields.orNull("pupil", names::pupil),
        fields.orNull("role", word -> PeopleReader.role(word).key()),
        moment == null ? null : moment.toLocalDate(),
        moment == null || !toTheMinute ? null : moment.toLocalTime());
  }

  private Expectation letter(YamlPart part, String kind, boolean sent) {
    Fields fields = Fields.of(part, kind, faults, kind, "pupil", "to", "by");
    return new Letter(
        part.place(),
        sent,
        names.letter(fields.need(kind)),
        fields.orNull("pupil", names::pupil),
        fields.orNull("to", names::recipient),
        fields.orNull("by", StoryNames::channel));
  }

  private Expectation state(YamlPart part) {
    Fields fields = Fields.of(part, "case", faults, "case", "pupil", "state");
    return new Case(
        part.place(),
        names.process(fields.need("case")),
        names.pupil(fields.need("pupil")),
        fields.need("state").filledText());
  }

  private Expectation noCase(YamlPart part) {
    Fields fields = Fields.of(part, "no-case", faults, "no-case", "pupil");
    return new NoCase(
        part.place(), names.process(fields.need("no-case")), names.pupil(fields.need("pupil")));
  }

  private Expectation mark(YamlPart part) {
    Fields fields = Fields.of(part, "mark", faults, "mark", "on", "session", "is");
    return new Mark(
        part.place(),
        names.pupil(fields.need("mark")),
        fields.need("on").day(),
        names.session(fields.need("session")),
        names.code(fields.need("is")));
  }

  private Expectation attendance(YamlPart part) {
    Fields fields = Fields.of(part, "attendance", faults, "attendance", "is", "persistent");
    if (!fields.has("is") && !fields.has("persistent")) {
      throw part.fault("attendance needs the key 'is' or 'persistent'");
    }
    return new Attendance(
        part.place(),
        names.pupil(fields.need("attendance")),
        fields.orNull("is", ExpectationReader::percent),
        fields.orNull("persistent", YamlPart::yes));
  }

  private static BigDecimal percent(YamlPart word) {
    if (!word.text().matches("\\d{1,3}(\\.\\d{1,2})?")) {
      throw word.fault("expected a percentage like 93.75, found '%s'", word.text());
    }
    return new BigDecimal(word.text());
  }

  private Expectation count(YamlPart part) {
    Fields fields = Fields.of(part, "count", faults, "count", "pupil", "is");
    return new Count(
        part.place(),
        Fields.known(fields.need("count"), "count", COUNTS::contains, COUNTS),
        names.pupil(fields.need("pupil")),
        fields.need("is").number());
  }

  private Expectation refused(YamlPart part) {
    Fields fields = Fields.of(part, "error", faults, "error");
    return new Refused(part.place(), fields.need("error").filledText());
  }
}
