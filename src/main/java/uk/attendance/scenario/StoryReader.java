package uk.attendance.scenario;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.account.Role;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.scenario.Story.History;
import uk.attendance.scenario.Story.Step;

/** Reads a story and refuses whatever in it means nothing, each with file and line. */
@Component
@Profile("scenario")
class StoryReader {

  private final PolicyPacks packs;
  private final Vocabulary vocabulary;

  StoryReader(PolicyPacks packs, Vocabulary vocabulary) {
    this.packs = packs;
    this.vocabulary = vocabulary;
  }

  /**
   * @throws StoryRefused naming every fault
   */
  Story read(String file, String text) {
    StoryFaults faults = new StoryFaults();
    Story story = faults.tried(() -> read(file, YamlPart.parse(file, text), faults)).orElse(null);
    if (story == null || !faults.lines().isEmpty()) {
      throw new StoryRefused(faults.lines());
    }
    return story;
  }

  private Story read(String file, YamlPart root, StoryFaults faults) {
    Fields fields =
        Fields.of(
            root,
            "the story",
            faults,
            "scenario",
            "policy",
            "academy",
            "year",
            "pupils",
            "contacts",
            "people",
            "marks",
            "story");
    String title = fields.need("scenario").filledText();
    PolicyPack pack = pack(fields.need("policy"));
    String academy = academy(fields, pack);
    PeopleReader people = new PeopleReader(faults);
    Story.Year year = people.year(fields.need("year"));
    Map<String, Story.Child> pupils = people.pupils(fields.need("pupils"), year);
    Map<String, Story.Person> contacts =
        fields.has("contacts")
            ? people.contacts(fields.need("contacts"), pupils.keySet())
            : Map.of();
    Map<String, Role> staff = fields.has("people") ? people.staff(fields.need("people")) : Map.of();
    StoryNames names =
        new StoryNames(
            pack, packs.national(), vocabulary, pupils.keySet(), contacts.keySet(), staff);
    List<History> marks =
        fields.has("marks")
            ? faults.each(fields.need("marks").items(), row -> history(row, names, faults))
            : List.of();
    return new Story(
        file,
        title,
        pack.id(),
        academy,
        year,
        pupils,
        contacts,
        staff,
        marks,
        steps(fields.need("story"), names, faults));
  }

  private PolicyPack pack(YamlPart word) {
    Map<String, PolicyPack> known = new LinkedHashMap<>();
    packs.all().forEach(pack -> known.put(pack.id(), pack));
    return known.get(Fields.known(word, "policy pack", known::containsKey, known.keySet()));
  }

  private static @Nullable String academy(Fields fields, PolicyPack pack) {
    Set<String> known = pack.academies().keySet();
    if (!fields.has("academy")) {
      if (!known.isEmpty()) {
        throw fields
            .need("policy")
            .fault("policy %s needs an academy: %s", pack.id(), String.join(", ", known));
      }
      return null;
    }
    return Fields.known(fields.need("academy"), "academy of " + pack.id(), known::contains, known);
  }

  private static History history(YamlPart row, StoryNames names, StoryFaults faults) {
    Fields fields = Fields.of(row, "a row of marks", faults, "pupil", "from", "to", "am", "pm");
    LocalDate from = fields.need("from").day();
    LocalDate to = fields.find("to").map(YamlPart::day).orElse(from);
    if (to.isBefore(from)) {
      throw fields.need("to").fault("ends before it begins, on %s", from);
    }
    if (!fields.has("am") && !fields.has("pm")) {
      throw row.fault("a row of marks needs the key 'am' or 'pm'");
    }
    return new History(
        row.place(),
        names.pupil(fields.need("pupil")),
        from,
        to,
        fields.orNull("am", names::code),
        fields.orNull("pm", names::code));
  }

  private static List<Step> steps(YamlPart story, StoryNames names, StoryFaults faults) {
    StepReader reader = new StepReader(names, faults);
    List<YamlPart> parts = story.items();
    if (parts.isEmpty()) {
      throw story.fault("tells nothing: at least one step is needed");
    }
    List<Step> steps = faults.each(parts, reader::step);
    LocalDateTime clock = null;
    for (Step step : steps) {
      LocalDateTime at = step.at();
      if (clock == null && at == null) {
        faults.add(new StoryFault(step.place(), "the first step needs the key 'at'"));
        return steps;
      }
      if (at != null && clock != null && at.isBefore(clock)) {
        faults.add(
            new StoryFault(
                step.place(),
                "the clock goes forward only: found %s after %s".formatted(at, clock)));
      }
      clock = at == null ? clock : at;
    }
    return steps;
  }
}
