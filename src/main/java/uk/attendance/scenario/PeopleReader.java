package uk.attendance.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.attendance.account.Role;
import uk.attendance.pupil.Flag;
import uk.attendance.pupil.YearGroup;
import uk.attendance.scenario.Story.Child;
import uk.attendance.scenario.Story.Person;
import uk.attendance.scenario.Story.Range;
import uk.attendance.scenario.Story.Year;

/** Reads who a story is about, and the calendar they live by. */
final class PeopleReader {

  private static final String ID = "[A-Za-z][A-Za-z0-9-]{0,15}";
  private static final Map<String, Flag> FLAGS = new LinkedHashMap<>();
  private static final String NOT_COMPULSORY_AGE = "not-compulsory-age";
  private static final List<String> CHANNELS = List.of("sms", "email", "post", "phone");

  static {
    FLAGS.put("social-worker", Flag.SOCIAL_WORKER);
    FLAGS.put("protection-plan", Flag.PROTECTION_PLAN);
    FLAGS.put("looked-after", Flag.LOOKED_AFTER);
    FLAGS.put("youth-justice", Flag.YOUTH_JUSTICE);
    FLAGS.put("ehcp", Flag.EHCP);
    FLAGS.put("send", Flag.SEN);
  }

  private final StoryFaults faults;

  PeopleReader(StoryFaults faults) {
    this.faults = faults;
  }

  Year year(YamlPart part) {
    Fields fields = Fields.of(part, "year", faults, "from", "to", "closed");
    Range whole = new Range(fields.need("from").day(), fields.need("to").day());
    if (!whole.from().isBefore(whole.to())) {
      throw fields.need("to").fault("ends before it begins, on %s", whole.from());
    }
    List<Range> closed =
        fields.has("closed")
            ? faults.each(fields.need("closed").items(), PeopleReader::range)
            : List.of();
    return new Year(whole.from(), whole.to(), closed);
  }

  /** A day, or two days and a slash between them. */
  static Range range(YamlPart part) {
    int slash = part.text().indexOf('/');
    if (slash < 0) {
      return new Range(part.day(), part.day());
    }
    Range range =
        new Range(
            part.day(part.text().substring(0, slash)), part.day(part.text().substring(slash + 1)));
    if (range.to().isBefore(range.from())) {
      throw part.fault("ends before it begins: '%s'", part.text());
    }
    return range;
  }

  Map<String, Child> pupils(YamlPart part, Year year) {
    Map<String, Child> pupils = named(part, "pupil", entry -> child(entry, year));
    if (pupils.isEmpty()) {
      throw part.fault("at least one pupil is needed");
    }
    return pupils;
  }

  private Child child(YamlPart.Entry entry, Year year) {
    Fields fields =
        Fields.of(entry.value(), "a pupil", faults, "year", "entered", "flags", "family");
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    boolean compulsory = true;
    for (YamlPart word : fields.find("flags").map(YamlPart::oneOrMore).orElse(List.of())) {
      if (word.text().equals(NOT_COMPULSORY_AGE)) {
        compulsory = false;
      } else {
        flags.add(flag(word));
      }
    }
    return new Child(
        entry.at().place(),
        entry.key(),
        yearGroup(fields.need("year")),
        fields.find("entered").map(YamlPart::day).orElse(year.from()),
        flags,
        compulsory,
        fields.orNull("family", YamlPart::filledText));
  }

  private static Flag flag(YamlPart word) {
    Set<String> known = new LinkedHashSet<>(FLAGS.keySet());
    known.add(NOT_COMPULSORY_AGE);
    Flag flag = FLAGS.get(word.text());
    if (flag == null) {
      throw word.fault("no flag '%s'; known: %s", word.text(), String.join(", ", known));
    }
    return flag;
  }

  private static String yearGroup(YamlPart word) {
    try {
      return new YearGroup(word.text()).key();
    } catch (IllegalArgumentException e) {
      throw word.fault("%s", e.getMessage());
    }
  }

  Map<String, Person> contacts(YamlPart part, Set<String> pupils) {
    return named(part, "contact", entry -> contact(entry, pupils));
  }

  private Person contact(YamlPart.Entry entry, Set<String> pupils) {
    Fields fields =
        Fields.of(
            entry.value(),
            "a contact",
            faults,
            "of",
            "relationship",
            "parental-responsibility",
            "lives-with",
            "priority",
            "mobile",
            "email",
            "address",
            "language",
            "preferred-channel",
            "no-contact",
            "do-not-text");
    List<String> of = new ArrayList<>();
    for (YamlPart pupil : fields.need("of").oneOrMore()) {
      of.add(Fields.known(pupil, "pupil", pupils::contains, pupils));
    }
    Map<String, String> columns = new LinkedHashMap<>();
    for (String key : List.of("relationship", "mobile", "email", "language")) {
      fields.find(key).ifPresent(value -> columns.put(key, value.text()));
    }
    for (String key :
        List.of("parental-responsibility", "lives-with", "no-contact", "do-not-text")) {
      columns.put(key.replace('-', '_'), fields.yes(key) ? "yes" : "no");
    }
    fields
        .find("priority")
        .ifPresent(value -> columns.put("priority", Integer.toString(value.number())));
    fields
        .find("preferred-channel")
        .map(word -> Fields.known(word, "channel", CHANNELS::contains, CHANNELS))
        .ifPresent(channel -> columns.put("preferred_channel", channel));
    String address = fields.orNull("address", YamlPart::filledText);
    return new Person(
        entry.at().place(),
        entry.key(),
        of,
        columns,
        isNone(address) ? null : address,
        !isNone(address));
  }

  private static boolean isNone(@Nullable String address) {
    return "none".equals(address);
  }

  Map<String, Role> staff(YamlPart part) {
    return named(
        part,
        "person",
        entry -> {
          Fields fields = Fields.of(entry.value(), "a person", faults, "role");
          if (isRole(entry.key())) {
            throw entry.at().fault("'%s' is the person of that role already", entry.key());
          }
          return role(fields.need("role"));
        });
  }

  static boolean isRole(String word) {
    return Arrays.stream(Role.values()).anyMatch(role -> role.key().equals(word));
  }

  static Role role(YamlPart word) {
    List<String> known = Arrays.stream(Role.values()).map(Role::key).toList();
    return Role.of(Fields.known(word, "role", known::contains, known));
  }

  private <T> Map<String, T> named(
      YamlPart part, String what, Function<YamlPart.Entry, T> reading) {
    Map<String, T> read = new LinkedHashMap<>();
    for (YamlPart.Entry entry : part.entries()) {
      faults
          .tried(
              () -> {
                if (!entry.key().matches(ID)) {
                  throw entry.at().fault("'%s' is no id of a %s", entry.key(), what);
                }
                return reading.apply(entry);
              })
          .filter(value -> read.putIfAbsent(entry.key(), value) != null)
          .ifPresent(
              twice -> faults.add(entry.at().fault("%s '%s' is given twice", what, entry.key())));
    }
    return read;
  }
}
