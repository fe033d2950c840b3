package uk.attendance.worklist.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.attendance.account.AccountId;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.Why;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Flag;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.worklist.CallMade;
import uk.attendance.worklist.FamilyToCall;

/**
 * A family on the call sheet.
 *
 * @param id in the page and in the address after a call
 * @param title "Okafor family", or the name of an only child
 * @param history "Friday: no answer twice. 09:31: message left."
 * @param reserve whom to ring when nobody of these answers
 * @param contacts who may have given the reason, by their number in the school's own system
 */
record CallCard(
    String id,
    String title,
    boolean atRisk,
    boolean again,
    List<ChildLine> children,
    List<PersonLine> people,
    List<PersonLine> reserve,
    List<String> barred,
    List<String> languages,
    String history,
    @Nullable ReplyLine reply,
    Map<String, String> contacts) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  /**
   * @param why null where nothing says why
   * @param next what the policy asks for next, unless the absence is explained
   * @param holder a colleague who has claimed the call
   */
  record ChildLine(
      String task,
      long pupil,
      String name,
      String classWords,
      int day,
      List<String> flags,
      @Nullable Why why,
      List<StepAhead> next,
      @Nullable String holder) {}

  /** "the second letter goes on Tuesday 4 November", by a rule. */
  record StepAhead(String words, String rule) {}

  /**
   * @param relation "mother, lives with"
   * @param about "about Ben only"; empty for all children
   */
  record PersonLine(String name, String relation, String about, List<NumberLine> numbers) {}

  /**
   * @param href a tel: link
   */
  record NumberLine(String words, String href) {}

  /** What came in by message. */
  record ReplyLine(String at, String words, String from) {}

  static CallCard of(
      FamilyToCall family,
      AccountId reader,
      LocalDate today,
      List<Entry> letters,
      Map<CaseId, List<StepAhead>> ahead) {
    return new CallCard(
        "family-" + family.key(),
        title(family),
        family.atRisk(),
        family.children().stream().anyMatch(FamilyToCall.Child::emergency),
        family.children().stream()
            .map(
                child ->
                    child(
                        child,
                        family.name(),
                        reader,
                        ahead.getOrDefault(child.caseId(), List.of())))
            .toList(),
        people(family, false),
        people(family, true),
        family.notToContact().stream().map(CallCard::barred).toList(),
        family.languages(),
        history(family, letters, today),
        reply(family),
        contacts(family));
  }

  static String title(FamilyToCall family) {
    return family.pupils().size() > 1 ? family.name() + " family" : family.name();
  }

  private static ChildLine child(
      FamilyToCall.Child child, String family, AccountId reader, List<StepAhead> ahead) {
    return new ChildLine(
        child.task().value(),
        child.pupil().id().value(),
        child.pupil().lastName().equals(family) ? child.pupil().calledName() : child.pupil().name(),
        TaskRow.classWords(child.pupil()),
        child.schoolDay(),
        child.pupil().flags().stream().map(Flag::words).toList(),
        child.why(),
        ahead,
        child.holder() == null || child.holder().id().equals(reader)
            ? null
            : child.holder().name());
  }

  private static List<PersonLine> people(FamilyToCall family, boolean inReserve) {
    return family.toRing().stream()
        .filter(person -> person.inReserve() == inReserve)
        .map(CallCard::person)
        .toList();
  }

  private static PersonLine person(FamilyToCall.PersonToRing person) {
    Contact contact = person.contact();
    return new PersonLine(
        contact.name(),
        contact.relationship().toLowerCase(Locale.UK)
            + (contact.rules().livesWith() ? ", lives with" : ""),
        person.aboutOnly().isEmpty() ? "" : "about " + and(person.aboutOnly()) + " only",
        contact.numbers().stream()
            .map(number -> new NumberLine(number.given(), "tel:" + number.dialled()))
            .toList());
  }

  /** "Rob Lowe, father: do not contact (court order)." */
  private static String barred(FamilyToCall.NotToContact person) {
    return "%s, %s: do not contact%s (court order)."
        .formatted(
            person.contact().name(),
            person.contact().relationship().toLowerCase(Locale.UK),
            person.about().isEmpty() ? "" : " about " + and(person.about()));
  }

  private static @Nullable ReplyLine reply(FamilyToCall family) {
    FamilyToCall.Reply reply = family.reply();
    return reply == null
        ? null
        : new ReplyLine(
            TIME.format(reply.at().atZone(SchoolCalendar.ZONE)), reply.words(), reply.from());
  }

  /**
   * Letters and texts, then calls; what went about two children, or was two moves, is told once.
   */
  private static String history(FamilyToCall family, List<Entry> letters, LocalDate today) {
    Map<String, Integer> earlier = new LinkedHashMap<>();
    for (CallMade call : family.earlier()) {
      earlier.merge(when(call.day(), today) + ": " + call.words(), 1, Integer::sum);
    }
    List<String> lines = new ArrayList<>(letterLines(family, letters, today));
    earlier.forEach((words, times) -> lines.add(words + times(times, family) + "."));
    family.made().stream()
        .map(
            call ->
                "%s: %s."
                    .formatted(TIME.format(call.at().atZone(SchoolCalendar.ZONE)), call.words()))
        .distinct()
        .forEach(lines::add);
    return String.join(" ", lines);
  }

  /** The newest that is told of each. */
  private static List<String> letterLines(
      FamilyToCall family, List<Entry> letters, LocalDate today) {
    Map<Object, String> newest = new LinkedHashMap<>();
    for (Entry letter : letters) {
      if (family.children().stream().anyMatch(child -> child.caseId().equals(letter.caseId()))) {
        LocalDate day = SchoolCalendar.dayOf(letter.at());
        newest.put(
            letter.reference() == null ? letter : letter.reference(),
            "%s %s."
                .formatted(
                    day.equals(today)
                        ? TIME.format(letter.at().atZone(SchoolCalendar.ZONE))
                        : when(day, today) + ":",
                    letter.words()));
      }
    }
    return List.copyOf(newest.values());
  }

  /** Children of one call count once. */
  private static String times(int answers, FamilyToCall family) {
    int calls = Math.max(1, answers / Math.max(1, family.children().size()));
    return switch (calls) {
      case 1 -> "";
      case 2 -> " twice";
      default -> " " + calls + " times";
    };
  }

  private static String when(LocalDate day, LocalDate today) {
    return day.isAfter(today.minusDays(7))
        ? DayWords.full(day).substring(0, DayWords.full(day).indexOf(' '))
        : DayWords.withoutYear(day);
  }

  private static Map<String, String> contacts(FamilyToCall family) {
    return family.toRing().stream()
        .filter(person -> person.aboutOnly().isEmpty())
        .map(FamilyToCall.PersonToRing::contact)
        .collect(
            Collectors.toMap(
                Contact::externalId,
                contact -> contact.name() + ", " + contact.relationship().toLowerCase(Locale.UK),
                (one, same) -> one,
                LinkedHashMap::new));
  }

  static String and(List<String> names) {
    return names.size() == 1
        ? names.get(0)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }
}
