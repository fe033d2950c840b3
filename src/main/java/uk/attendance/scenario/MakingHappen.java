package uk.attendance.scenario;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.Role;
import uk.attendance.casefile.Holds;
import uk.attendance.school.CalendarEdit;
import uk.attendance.school.Calendars;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.ClosureKind;
import uk.attendance.school.Session;

/** Does what people do in a story, by the same ways as the pages. */
@Component
@Profile("scenario")
class MakingHappen {

  private final ImportingStoryMarks marks;
  private final StoryWork work;
  private final AskingForLeave leave;
  private final BringingWord telling;
  private final FollowingLinks links;
  private final AnsweringTasks answering;
  private final MovingAway moving;
  private final Holds holds;
  private final Calendars calendars;
  private final ChangingCalendar changing;

  MakingHappen(
      ImportingStoryMarks marks,
      StoryWork work,
      AskingForLeave leave,
      BringingWord telling,
      FollowingLinks links,
      AnsweringTasks answering,
      MovingAway moving,
      Holds holds,
      Calendars calendars,
      ChangingCalendar changing) {
    this.marks = marks;
    this.work = work;
    this.leave = leave;
    this.telling = telling;
    this.links = links;
    this.answering = answering;
    this.moving = moving;
    this.holds = holds;
    this.calendars = calendars;
    this.changing = changing;
  }

  /** Throws what refuses it. */
  void happen(Happening happening, StorySchool school) {
    if (happening instanceof Happening.Import file) {
      marks.bringIn(school, file.entries());
      work.closeRegisters(school);
    } else if (happening instanceof Happening.RequestLeave request) {
      leave.request(request, school);
    } else if (happening instanceof Happening.Message message && AskingForLeave.knows(message)) {
      leave.tell(message, school);
    } else if (happening instanceof Happening.Message message) {
      telling.tell(message, school);
    } else if (happening instanceof Happening.Reply reply) {
      links.follow(reply, school);
    } else if (happening instanceof Happening.Do task) {
      answering.answer(task, school);
    } else if (happening instanceof Happening.CloseSchool closing) {
      close(closing, school);
    } else if (happening instanceof Happening.Hold hold) {
      holds.place(
          school.id(), school.pupil(hold.pupil()), hold.reason(), hold.review(), lead(school));
    } else if (happening instanceof Happening.Release release) {
      holds.release(school.pupil(release.pupil()), lead(school));
    } else if (happening instanceof Happening.LeaveSchool leaving) {
      moving.leave(leaving, school);
    }
  }

  private static Actor lead(StorySchool school) {
    return Actor.of(school.person(Role.DSL.key()));
  }

  private void close(Happening.CloseSchool closing, StorySchool school) {
    for (LocalDate day : closing.on().from().datesUntil(closing.on().to().plusDays(1)).toList()) {
      CalendarEdit edit =
          CalendarEdit.close(
              calendars.of(school.id()),
              day,
              Set.of(Session.values()),
              ClosureKind.UNEXPECTED_CLOSURE,
              closing.reason());
      changing.change(
          school.id(),
          edit,
          changing.preview(school.id(), edit).version(),
          school.person(Role.OFFICE.key()).name());
    }
  }
}
