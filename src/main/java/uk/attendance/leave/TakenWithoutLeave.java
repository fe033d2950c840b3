package uk.attendance.leave;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Timeline;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;
import uk.attendance.policy.PolicyPack;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.Contacts;
import uk.attendance.register.Author;
import uk.attendance.register.Mark;
import uk.attendance.register.SettlingMarks.Half;
import uk.attendance.school.DayWords;
import uk.attendance.worklist.Submission;
import uk.attendance.worklist.Submissions;

/** What follows from leave that was taken without permission, and from not coming back after it. */
@Component
public class TakenWithoutLeave {

  private static final String HAND_OVER = "hand-over";
  private static final String TAKE_UP = "take-up-hand-over";
  private static final String CODE = "leave.code-of-unauthorised-leave";
  private static final String REMOVAL = "leave.not-back-removal-ground-after";

  private final LeaveRequests requests;
  private final LeaveMarks marks;
  private final LeaveLetters letters;
  private final Absences absences;
  private final Submissions submissions;
  private final Contacts contacts;
  private final RunningCases running;
  private final Deadlines deadlines;
  private final Timeline timeline;
  private final LeaveRules rules;

  TakenWithoutLeave(
      LeaveRequests requests,
      LeaveMarks marks,
      LeaveLetters letters,
      Absences absences,
      Submissions submissions,
      Contacts contacts,
      RunningCases running,
      Deadlines deadlines,
      Timeline timeline,
      LeaveRules rules) {
    this.requests = requests;
    this.marks = marks;
    this.letters = letters;
    this.absences = absences;
    this.submissions = submissions;
    this.contacts = contacts;
    this.running = running;
    this.deadlines = deadlines;
    this.timeline = timeline;
    this.rules = rules;
  }

  /** The sessions become unauthorised leave, by whoever reviewed it. */
  public void record(CaseFile file, RequestId id) {
    Submission review = review(file);
    List<Half> away =
        marks.unauthorised(
            requests.get(id), new Author(review.submittedName(), review.submittedTitle()));
    timeline.write(
        file.id(),
        EntryKind.MARKS,
        null,
        "%d %s recorded as %s"
            .formatted(
                away.size(),
                away.size() == 1 ? "session" : "sessions",
                rules.pack(file.pack()).settings().choice(CODE)),
        null,
        null,
        new Actor(review.submittedBy(), review.submittedName(), review.submittedTitle()));
  }

  /** To each parent who allowed it. */
  public void write(CaseFile file, RequestId id) {
    Submission review = review(file);
    Collection<?> named =
        review.answers().get("parentsWhoAllowed") instanceof Collection<?> parents
            ? parents
            : List.of();
    List<ContactId> allowed =
        contacts.of(file.pupil(), Scope.ofTheSystem(file.school())).all().stream()
            .filter(contact -> named.contains(contact.externalId()))
            .map(Contact::id)
            .toList();
    List<Half> sessions =
        absences.withoutLeave(requests.get(id)).stream()
            .map(mark -> new Half(mark.day(), mark.session()))
            .toList();
    letters.holidayUnauthorised(
        file, allowed, sessions, String.valueOf(review.answers().getOrDefault("evidence", "")));
  }

  /** An open row for the lead until there is a process of penalties (NF-P1, NW-P4). */
  public void handOver(CaseFile file, RequestId id) {
    List<LocalDate> days =
        absences.withoutLeave(requests.get(id)).stream().map(Mark::day).distinct().toList();
    PolicyPack pack = rules.pack(file.pack());
    Why why =
        new Why(
            null,
            null,
            LeaveRules.rule(pack, CODE),
            "Leave was taken without permission, and the headteacher refers it: a penalty notice is to be considered",
            Map.of(),
            days);
    running.openAfterwards(
        new Opening(
            HAND_OVER,
            Leave.PENALTY,
            file.school(),
            file.pupil(),
            file.pack(),
            file.startedOn(),
            Map.of(
                "takeUpHandOverDue",
                Date.from(deadlines.due(file.school(), file.pack(), TAKE_UP, null).at()),
                "takeUpHandOverWhy",
                WhyJson.write(why)),
            why),
        Actor.PROGRAM);
  }

  /** Not back after granted leave: only pointed to, nothing is removed by it (NF-X4, DH-X7). */
  public void pointToRemovalGround(CaseFile file, RequestId id) {
    LeaveRequest request = requests.get(id);
    LocalDate last =
        Optional.ofNullable(request.decision())
            .map(LeaveRequest.Decision::grantedTo)
            .orElse(request.to());
    PolicyPack pack = rules.pack(file.pack());
    LocalDate on = rules.after(file, REMOVAL, last);
    String words =
        "Not back after leave that ended on %s. If that is still so after %s, %s, a ground for removal from the roll may be met"
            .formatted(
                DayWords.full(last), pack.settings().wait(REMOVAL).inWords(), DayWords.full(on));
    timeline.write(
        file.id(),
        EntryKind.NOTE,
        null,
        words,
        Why.of(LeaveRules.rule(pack, REMOVAL), "Not back after leave"),
        null,
        Actor.PROGRAM);
  }

  private Submission review(CaseFile file) {
    return submissions.of(file.id()).stream()
        .filter(one -> one.task().equals(Leave.REVIEW))
        .reduce((first, last) -> last)
        .orElseThrow(() -> new IllegalStateException("case %s has no review".formatted(file.id())));
  }
}
