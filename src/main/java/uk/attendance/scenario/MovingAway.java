package uk.attendance.scenario;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.school.SchoolId;

/** Takes pupils off the roll as a school's file does: by their leaving dates. */
@Component
@Profile("scenario")
class MovingAway {

  private final EnrollingPupils enrolling;
  private final Map<SchoolId, Map<String, LocalDate>> left = new ConcurrentHashMap<>();

  MovingAway(EnrollingPupils enrolling) {
    this.enrolling = enrolling;
  }

  void leave(Happening.LeaveSchool leaving, StorySchool school) {
    Map<String, LocalDate> dates = left.computeIfAbsent(school.id(), any -> new TreeMap<>());
    dates.put(leaving.pupil(), leaving.on());
    enrolling.bringInPupils(school.story(), school.id(), dates);
  }
}
