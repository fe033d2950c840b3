package uk.attendance.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.attendance.WholeProgram;
import uk.attendance.account.Scope;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.PupilId;

/** What a family asks for becomes a case for each child, or is refused with a sentence. */
class RequestingLeaveTest {

  private WholeProgram program;

  private SomeLeave school(WholeProgram on, String pack) {
    program = on;
    return new SomeLeave(on, pack);
  }

  @AfterEach
  void setBack() {
    program.setBack();
  }

  @ParameterizedTest
  @EnumSource
  void brothersAndSistersShareAConversationAndHaveACaseEach(WholeProgram on) {
    SomeLeave s = school(on, "dothill");
    PupilId one = s.pupil();
    PupilId other = s.pupil();
    ContactId mother = s.mother(one, other);

    List<RequestId> ids = s.request(s.asks(mother, "2025-11-17", "2025-11-21", one, other));

    assertThat(ids).hasSize(2);
    LeaveRequest first = s.get(ids.get(0));
    assertThat(s.requests().ofFamily(first, Scope.ofTheSystem(s.school)))
        .extracting(LeaveRequest::id)
        .isEqualTo(ids);
    assertThat(first.schoolDays()).isEqualTo(5);
    assertThat(first.applicant().name()).isEqualTo("Sam Example");
    assertThat(first.state()).isEqualTo(RequestState.ASKED);
    assertThat(first.findings())
        .extracting(Finding::code)
        .containsExactly("exceptional-circumstances", "answer-in-writing", "place-may-be-lost");
    assertThat(s.file(ids.get(0)).cause()).isEqualTo("leave/2025-11-17");
    assertThat(s.task(ids.get(0), Leave.DECIDE).dueOn()).isEqualTo(LocalDate.of(2025, 11, 14));
    assertThat(s.requests().waitingForDecision(s.school, Scope.ofTheSystem(s.school))).hasSize(2);
    assertThat(s.requests().waitingForDecision(s.school, Scope.nothing())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aFormSentTwiceIsOneRequest(WholeProgram on) {
    SomeLeave s = school(on, "dothill");
    PupilId pupil = s.pupil();
    NewRequest request = s.asks(s.mother(pupil), "2025-11-17", "2025-11-21", pupil);

    assertThat(s.request(request)).isEqualTo(s.request(request)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void saysBeforehandWhatThePolicySays(WholeProgram on) {
    SomeLeave s = school(on, "dothill");
    PupilId pupil = s.pupil();

    List<RequestingLeave.Preview> preview =
        on.bean(RequestingLeave.class)
            .preview(s.asks(s.mother(pupil), "2025-10-24", "2025-11-04", pupil));

    assertThat(preview).hasSize(1);
    assertThat(preview.get(0).days().open()).hasSize(3);
    assertThat(preview.get(0).days().closed()).hasSize(5);
    assertThat(preview.get(0).findings())
        .extracting(Finding::code, finding -> finding.weight().key())
        .contains(org.assertj.core.api.Assertions.tuple("not-in-advance", "must-decline"));
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatCannotBeARequest(WholeProgram on) {
    SomeLeave s = school(on, "dothill");
    PupilId pupil = s.pupil();
    ContactId mother = s.mother(pupil);
    s.request(s.asks(mother, "2025-11-17", "2025-11-21", pupil));

    refused(s, s.asks(mother, "2025-11-21", "2025-11-24", pupil), "from", "already");
    refused(s, s.asks(mother, "2025-11-12", "2025-11-11", pupil), "to", "before the first");
    refused(s, s.asks(mother, "2025-12-22", "2025-12-30", pupil), "from", "closed");
    refused(s, s.asks(mother, "2025-11-12", "2025-11-12"), "children", "which children");
    refused(s, s.asks(mother, "2025-11-12", "2025-11-12", s.pupil()), "applicant", "no contact");
    assertThat(s.request(s.asks(mother, "2025-11-24", "2025-11-24", pupil))).hasSize(1);
  }

  private static void refused(SomeLeave s, NewRequest request, String field, String holds) {
    assertThatThrownBy(() -> s.request(request))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.sentence()).contains(holds);
            });
  }
}
