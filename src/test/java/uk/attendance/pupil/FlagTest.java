package uk.attendance.pupil;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.pupil.Flag.EHCP;
import static uk.attendance.pupil.Flag.PREVIOUSLY_LOOKED_AFTER;
import static uk.attendance.pupil.Flag.PREVIOUSLY_SOCIAL_WORKER;
import static uk.attendance.pupil.Flag.SEN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.attendance.account.Role;

class FlagTest {

  @ParameterizedTest
  @EnumSource(names = {"DSL", "HEADTEACHER", "ATTENDANCE_LEAD", "ATTENDANCE_OFFICER", "MANAGER"})
  void showsAllToThoseWhoRunAttendanceCases(Role role) {
    assertThat(seenBy(role)).isEqualTo(EnumSet.allOf(Flag.class));
  }

  @Test
  void showsTheOfficeWhatChangesACallToday() {
    assertThat(seenBy(Role.OFFICE))
        .isEqualTo(
            EnumSet.complementOf(EnumSet.of(PREVIOUSLY_LOOKED_AFTER, PREVIOUSLY_SOCIAL_WORKER)));
  }

  @Test
  void showsATeacherWhatChangesTeaching() {
    assertThat(seenBy(Role.TEACHER)).containsExactlyInAnyOrder(SEN, EHCP);
  }

  @ParameterizedTest
  @EnumSource(names = {"GOVERNOR", "APPEALS_CLERK", "ADMIN"})
  void showsNothingToThoseWhoSeeNoPupil(Role role) {
    assertThat(seenBy(role)).isEmpty();
  }

  private static Set<Flag> seenBy(Role role) {
    return Arrays.stream(Flag.values())
        .filter(flag -> flag.isSeenBy(role))
        .collect(Collectors.toSet());
  }
}
