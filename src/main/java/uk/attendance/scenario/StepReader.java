package uk.attendance.scenario;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.attendance.scenario.Story.Entry;
import uk.attendance.scenario.Story.Step;
import uk.attendance.school.Session;

/** Reads one step of a story after the other; what it leaves out stays as in the step before. */
final class StepReader {

  private final StoryNames names;
  private final StoryFaults faults;
  private final ExpectationReader expectations;
  private @Nullable LocalDate today;

  StepReader(StoryNames names, StoryFaults faults) {
    this.names = names;
    this.faults = faults;
    this.expectations = new ExpectationReader(names, faults);
  }

  Step step(YamlPart part) {
    Fields fields =
        Fields.of(
            part,
            "a step",
            faults,
            "at",
            "import",
            "request-leave",
            "message",
            "reply",
            "do",
            "close-school",
            "hold",
            "release",
            "leave-school",
            "expect");
    LocalDateTime at = fields.orNull("at", YamlPart::moment);
    today = at == null ? today : at.toLocalDate();
    List<Happening> happenings = new ArrayList<>();
    fields.find("import").ifPresent(value -> read(List.of(value), this::marks, happenings));
    for (Map.Entry<String, Function<YamlPart, Happening>> verb : verbs().entrySet()) {
      fields
          .find(verb.getKey())
          .ifPresent(value -> read(value.oneOrMore(), verb.getValue(), happenings));
    }
    List<Expectation> expected =
        fields.has("expect")
            ? faults.each(fields.need("expect").items(), expectations::expectation)
            : List.of();
    return new Step(part.place(), at, happenings, expected);
  }

  /** In the order in which a step does them. */
  private Map<String, Function<YamlPart, Happening>> verbs() {
    Map<String, Function<YamlPart, Happening>> verbs = new LinkedHashMap<>();
    verbs.put("request-leave", this::leave);
    verbs.put("message", this::message);
    verbs.put("reply", this::reply);
    verbs.put("do", this::task);
    verbs.put("close-school", this::closing);
    verbs.put("hold", this::hold);
    verbs.put("release", this::release);
    verbs.put("leave-school", this::leaving);
    return verbs;
  }

  private void read(
      List<YamlPart> parts, Function<YamlPart, Happening> reading, List<Happening> happenings) {
    happenings.addAll(faults.each(parts, reading));
  }

  private Happening marks(YamlPart part) {
    List<Entry> entries = new ArrayList<>();
    for (YamlPart.Entry pupil : part.entries()) {
      String id = names.pupil(pupil.at());
      for (YamlPart.Entry mark : pupil.value().entries()) {
        if (mark.key().equals("am") || mark.key().equals("pm")) {
          LocalDate day = today;
          if (day == null) {
            throw mark.at().fault("no day: the step needs the key 'at'");
          }
          entries.add(entry(id, day, mark));
        } else if (mark.key().matches("[0-9].*")) {
          LocalDate day = mark.at().day();
          Fields.of(mark.value(), "the marks of a day", faults, "am", "pm");
          for (YamlPart.Entry session : mark.value().entries()) {
            if (session.key().equals("am") || session.key().equals("pm")) {
              entries.add(entry(id, day, session));
            }
          }
        } else {
          throw mark.at().fault("unknown key '%s' in marks; known: am, pm, a date", mark.key());
        }
      }
    }
    if (entries.isEmpty()) {
      throw part.fault("the file has no marks");
    }
    return new Happening.Import(part.place(), entries);
  }

  private Entry entry(String pupil, LocalDate day, YamlPart.Entry mark) {
    return new Entry(
        pupil, day, mark.key().equals("am") ? Session.AM : Session.PM, names.code(mark.value()));
  }

  private Happening leave(YamlPart part) {
    Fields fields =
        Fields.of(
            part,
            "request-leave",
            faults,
            "children",
            "from",
            "to",
            "ground",
            "reason",
            "applicant",
            "received");
    return new Happening.RequestLeave(
        part.place(),
        fields.need("children").oneOrMore().stream().map(names::pupil).toList(),
        fields.need("from").day(),
        fields.need("to").day(),
        StoryNames.ground(fields.need("ground")),
        fields.find("reason").map(YamlPart::filledText).orElse("As on the form"),
        fields.need("applicant").filledText(),
        fields.orNull("received", YamlPart::day));
  }

  private Happening message(YamlPart part) {
    Fields fields = Fields.of(part, "a message", faults, "name", "pupil", "with");
    return new Happening.Message(
        part.place(),
        names.message(fields.need("name")),
        names.pupil(fields.need("pupil")),
        answers(fields));
  }

  private Happening reply(YamlPart part) {
    Fields fields = Fields.of(part, "a reply", faults, "from", "pupil", "wrong-dates", "with");
    return new Happening.Reply(
        part.place(),
        names.contact(fields.need("from")),
        fields.need("pupil").oneOrMore().stream().map(names::pupil).toList(),
        fields.find("wrong-dates").map(YamlPart::number).orElse(0),
        answers(fields));
  }

  private Happening task(YamlPart part) {
    Fields fields = Fields.of(part, "do", faults, "task", "pupil", "outcome", "with", "by");
    return new Happening.Do(
        part.place(),
        names.task(fields.need("task")),
        names.pupil(fields.need("pupil")),
        fields.find("outcome").map(YamlPart::text).orElse(""),
        answers(fields),
        fields.orNull("by", names::person));
  }

  private Map<String, Object> answers(Fields fields) {
    Map<String, Object> answers = new LinkedHashMap<>();
    for (YamlPart.Entry entry : fields.find("with").map(YamlPart::entries).orElse(List.of())) {
      if (answers.put(entry.key(), entry.value().answer()) != null) {
        faults.add(entry.at().fault("key '%s' is given twice", entry.key()));
      }
    }
    return answers;
  }

  private Happening closing(YamlPart part) {
    Fields fields = Fields.of(part, "close-school", faults, "on", "reason");
    return new Happening.CloseSchool(
        part.place(), PeopleReader.range(fields.need("on")), fields.need("reason").filledText());
  }

  private Happening hold(YamlPart part) {
    Fields fields = Fields.of(part, "hold", faults, "pupil", "reason", "review");
    return new Happening.Hold(
        part.place(),
        names.pupil(fields.need("pupil")),
        fields.need("reason").filledText(),
        fields.orNull("review", YamlPart::day));
  }

  private Happening release(YamlPart part) {
    Fields fields = Fields.of(part, "release", faults, "pupil");
    return new Happening.Release(part.place(), names.pupil(fields.need("pupil")));
  }

  private Happening leaving(YamlPart part) {
    Fields fields = Fields.of(part, "leave-school", faults, "pupil", "on");
    return new Happening.LeaveSchool(
        part.place(), names.pupil(fields.need("pupil")), fields.need("on").day());
  }
}
