package uk.attendance.school;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RegisterTimes;
import uk.attendance.policy.SessionTimes;

/**
 * When the registers of a school open and close, by its policy pack (SV-R1, DH-R2, LB-R1, NW-R1,
 * RT-R1), on the days that its calendar has open.
 */
@Component
public class RegisterHours {
  private final PolicyPacks packs;

  public RegisterHours(PolicyPacks packs) {
    this.packs = packs;
  }

  public RegisterTimes of(School school) {
    return packs.pack(school.pack()).registerTimes(school.academy());
  }

  public SessionTimes of(School school, Session session) {
    RegisterTimes times = of(school);
    return session == Session.AM ? times.morning() : times.afternoon();
  }

  /** The instant at which the register of a session closes, by the clock in England. */
  public Instant closesAt(School school, LocalDate day, Session session) {
    return day.atTime(of(school, session).closes()).atZone(SchoolCalendar.ZONE).toInstant();
  }

  /** Whether the register of a session is closed at an instant; at its closing time it is. */
  public boolean isClosed(School school, LocalDate day, Session session, Instant at) {
    return !at.isBefore(closesAt(school, day, session));
  }
}
