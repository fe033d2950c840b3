package uk.attendance.quickentry;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.RegisterCode;
import uk.attendance.policy.Setting;
import uk.attendance.policy.Unit;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.Entry.About;
import uk.attendance.quickentry.Entry.Said;
import uk.attendance.quickentry.Entry.Teller;
import uk.attendance.quickentry.Entry.What;
import uk.attendance.quickentry.Entry.When;
import uk.attendance.quickentry.Planning.Span;
import uk.attendance.quickentry.RecordingOnce.Work;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/**
 * A child was taken ill at school and sent home: who decided it (DH-R12), with whose permission
 * (RT-R9), and which sessions it covers (RT-R5).
 */
@Component
public class SendingHome {

  private static final String COVERS = "register.sent-home-ill-covers";
  private static final String PERMISSION = "register.sent-home-ill-needs-permission";

  private final Subjects subjects;
  private final EntryRules rules;
  private final Planning planning;
  private final RecordingOnce once;

  SendingHome(Subjects subjects, EntryRules rules, Planning planning, RecordingOnce once) {
    this.subjects = subjects;
    this.rules = rules;
    this.planning = planning;
    this.once = once;
  }

  /**
   * @param left when the child left the school
   * @param permission of which parent; null where none was reached
   * @param collectedBy may be empty
   */
  public record SentHome(
      PupilId pupil,
      LocalDate day,
      LocalTime left,
      String words,
      String decidedBy,
      @Nullable ContactId permission,
      String collectedBy) {}

  /**
   * @throws EntryRefused when it makes no sense; nothing is kept then
   */
  public EntryId record(SentHome sent, Press press, Scope scope) {
    SchoolId school = press.school();
    rules.needOpen(sent.day(), "day", school);
    rules.needPast(sent.day(), sent.left(), "day", "at");
    if (sent.decidedBy().isBlank()) {
      throw new EntryRefused(
          "decidedBy", "Say who decided: the headteacher, or the next leader in the building.");
    }
    List<Pupil> about = subjects.of(List.of(sent.pupil()), school, sent.day(), scope);
    ContactId permission = sent.permission();
    if (permission == null && needsPermission(school)) {
      throw new EntryRefused(
          "contact",
          "A child goes home only with a parent's permission (%s): say whose."
              .formatted(rules.setting(school, PERMISSION).rule()));
    }
    Contact parent = permission == null ? null : subjects.teller(permission, about, scope);
    if (parent != null && !parent.rules().isParent() && needsPermission(school)) {
      throw new EntryRefused("contact", "The permission must be a parent's.");
    }
    List<Span> spans = spans(sent.day(), sent.left(), school);
    return once.record(
        press,
        () -> {
          RegisterCode ill = rules.pack(school).codes().ofKind(CodeKind.ILLNESS, sent.day()).get(0);
          Setting covers = rules.setting(school, COVERS);
          String put =
              planning.put(
                  sent.pupil(),
                  spans,
                  ill.code(),
                  "Sent home ill at %s: %s".formatted(sent.left(), sent.words()),
                  "day",
                  press.by(),
                  scope);
          return new Work(
              new Said(
                  EntryKind.SENT_HOME,
                  new When(sent.day(), lastDay(sent.day(), school), sent.left(), null),
                  parent == null
                      ? Teller.NOBODY
                      : new Teller(parent.id(), Subjects.words(parent), null),
                  new What(
                      Reason.ILLNESS,
                      sent.words(),
                      null,
                      null,
                      blankToNull(sent.collectedBy()),
                      sent.decidedBy(),
                      true,
                      null)),
              List.of(new About(sent.pupil(), ill.code(), put + " " + covers.rule() + ".")));
        });
  }

  public boolean needsPermission(SchoolId school) {
    return rules.yes(school, PERMISSION);
  }

  /** School days that one decision covers, the day itself included. */
  public int covers(SchoolId school) {
    return rules.pack(school).settings().amount(COVERS, Unit.SCHOOL_DAYS);
  }

  /** The registers of the day that close after the child left, and all of the days that follow. */
  List<Span> spans(LocalDate day, LocalTime left, SchoolId school) {
    List<Span> spans = new ArrayList<>();
    Set<Session> rest = EnumSet.noneOf(Session.class);
    for (Session session : Session.values()) {
      if (left.isBefore(rules.times(school, session).closes())) {
        rest.add(session);
      }
    }
    if (!rest.isEmpty()) {
      spans.add(new Span(day, day, rest));
    }
    LocalDate last = lastDay(day, school);
    if (last.isAfter(day)) {
      spans.add(new Span(day.plusDays(1), last, EnumSet.allOf(Session.class)));
    }
    return spans;
  }

  /** As far as the calendar knows; the last day of a year has no next one. */
  private LocalDate lastDay(LocalDate day, SchoolId school) {
    SchoolCalendar calendar = rules.calendar(school);
    LocalDate last = day;
    int further = covers(school) - 1;
    for (LocalDate next = day.plusDays(1);
        further > 0 && calendar.covers(next);
        next = next.plusDays(1)) {
      if (calendar.isSchoolDay(next)) {
        last = next;
        further--;
      }
    }
    return last;
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
