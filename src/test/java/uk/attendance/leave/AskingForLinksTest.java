package uk.attendance.leave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.attendance.WholeProgram;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.PupilId;

/** Who is sent a link: contacts whose address is on file, not too often, and nobody else. */
class AskingForLinksTest {

  private WholeProgram program;
  private SomeLeave leave;
  private PupilId pupil;
  private ContactId mother;

  private void on(WholeProgram on) {
    program = on;
    leave = new SomeLeave(on, "national");
    pupil = leave.pupil();
    mother = leave.mother(pupil);
    program
        .jdbc()
        .sql("update contact set mobile = '07700 900 141' where id = :id")
        .param("id", mother.value())
        .update();
  }

  @AfterEach
  void setBack() {
    program.setBack();
  }

  private List<Long> matching(String typed) {
    return program
        .bean(ContactsByAddress.class)
        .matching(leave.school, typed, program.bean(LeaveRules.class).today())
        .stream()
        .map(contact -> contact.id().value())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void findsAContactByTheAddressOrNumberOnFileHoweverItIsTyped(WholeProgram on) {
    on(on);

    for (String typed :
        List.of("sam@example.org", " SAM@Example.org ", "07700900141", "+44 7700 900141")) {
      assertThat(matching(typed)).as(typed).containsExactly(mother.value());
    }
    for (String typed : List.of("sam@example.com", "07700 900142", "x", "%", "")) {
      assertThat(matching(typed)).as(typed).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void passesOverWhoMustNotBeContacted(WholeProgram on) {
    on(on);
    program
        .jdbc()
        .sql("update pupil_contact set no_contact = true where contact_id = :id")
        .param("id", mother.value())
        .update();

    assertThat(matching("sam@example.org")).isEmpty();
    assertThat(matching("07700900141")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void passesOverParentsOfChildrenWhoHaveLeft(WholeProgram on) {
    on(on);
    program
        .jdbc()
        .sql("update pupil set leaving_date = date '2025-10-24' where id = :id")
        .param("id", pupil.value())
        .update();

    assertThat(matching("sam@example.org")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void storesNothingThatOpensALinkAndOpensNoOtherKindWithIt(WholeProgram on) {
    on(on);
    LeaveLinks links = on.bean(LeaveLinks.class);

    String token = links.forRequest(leave.school, mother);

    assertThat(links.find(token, LeaveLink.Purpose.REQUEST)).isPresent();
    assertThat(links.find(token, LeaveLink.Purpose.APPEAL)).isEmpty();
    assertThat(links.find(token + "x", LeaveLink.Purpose.REQUEST)).isEmpty();
    assertThat(
            on.jdbc()
                .sql("select count(*) from leave_link where token_hash = :token")
                .param("token", token)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameLinkToEveryCopyOfALetter(WholeProgram on) {
    on(on);
    LeaveLinks links = on.bean(LeaveLinks.class);
    RequestId request = leave.request(leave.asks(mother, "2025-12-01", "2025-12-02", pupil)).get(0);

    assertThat(links.forAppeal(leave.school, mother, request))
        .isEqualTo(links.forAppeal(leave.school, mother, request));
  }

  @ParameterizedTest
  @EnumSource
  void countsHowOftenOneAddressIsAskedFor(WholeProgram on) {
    on(on);
    AskedLinks asked = on.bean(AskedLinks.class);
    String typed = mother.value() + "@example.org";
    int most = on.bean(LeaveLinkSettings.class).mostForOne();

    for (int n = 1; n <= most; n++) {
      assertThat(asked.tooOften(leave.school, typed)).as("time %d", n).isFalse();
    }
    assertThat(asked.tooOften(leave.school, typed)).isTrue();
    assertThat(asked.tooOften(leave.school, "other-" + typed)).isFalse();
  }
}
