package uk.attendance.quickentry;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.Entry.About;
import uk.attendance.quickentry.Entry.Said;
import uk.attendance.quickentry.Entry.Teller;
import uk.attendance.quickentry.Entry.What;
import uk.attendance.quickentry.Entry.When;
import uk.attendance.quickentry.RecordingOnce.Work;
import uk.attendance.register.Author;
import uk.attendance.school.SchoolId;

/** Telephone messages and others are recorded and kept (DH-D4), and marked once dealt with. */
@Component
public class TakingMessages {

  private final Subjects subjects;
  private final EntryRules rules;
  private final Entries entries;
  private final RecordingOnce once;

  TakingMessages(Subjects subjects, EntryRules rules, Entries entries, RecordingOnce once) {
    this.subjects = subjects;
    this.rules = rules;
    this.entries = entries;
    this.once = once;
  }

  /**
   * @param about pupils it is about; may be empty
   * @param from who left it, with a number to ring back
   * @param at when, today
   */
  public record Message(
      List<PupilId> about, String forWhom, String from, Way way, LocalTime at, String words) {}

  /**
   * @throws EntryRefused when it makes no sense; nothing is kept then
   */
  public EntryId record(Message message, Press press, Scope scope) {
    SchoolId school = press.school();
    subjects.refuseOthers(school, scope);
    rules.needPast(rules.today(), message.at(), "told", "told");
    List<PupilId> about =
        message.about().isEmpty()
            ? List.of()
            : subjects.of(message.about(), school, rules.today(), scope).stream()
                .map(Pupil::id)
                .toList();
    return once.record(
        press,
        () ->
            new Work(
                new Said(
                    EntryKind.MESSAGE,
                    When.on(rules.today(), message.at()),
                    new Teller(null, message.from(), message.way()),
                    new What(
                        null, message.words(), null, null, message.forWhom(), null, true, null)),
                about.stream().map(pupil -> new About(pupil, null, "")).toList()));
  }

  /**
   * What a parent wrote by a link, about children whom the feature that asks has checked.
   *
   * @param from who wrote it, with what they are to the child
   */
  public EntryId byLink(
      List<PupilId> about, ContactId contact, String from, String words, Press press) {
    LocalDateTime now = rules.now();
    return once.record(
        press,
        () ->
            new Work(
                new Said(
                    EntryKind.MESSAGE,
                    When.on(now.toLocalDate(), now.toLocalTime().truncatedTo(ChronoUnit.MINUTES)),
                    new Teller(contact, from, Way.LINK),
                    new What(null, words, null, null, null, null, true, null)),
                about.stream().map(pupil -> new About(pupil, null, "")).toList()));
  }

  /** It was passed on or dealt with. */
  public void done(EntryId id, SchoolId school, Author by, Scope scope) {
    subjects.refuseOthers(school, scope);
    Entry entry =
        entries
            .find(id, school, scope)
            .filter(found -> found.kind() == EntryKind.MESSAGE)
            .orElseThrow(() -> new NotInSight("message", id));
    entries.done(entry.id(), by, rules.instant());
  }
}
