package uk.attendance.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.reply.SomeReplies.BENS;
import static uk.attendance.reply.SomeReplies.SAMS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.attendance.WholeProgram;
import uk.attendance.casefile.Holds;
import uk.attendance.letter.Message;
import uk.attendance.quickentry.Reason;
import uk.attendance.reply.AnsweringByLink.Asking;
import uk.attendance.reply.AnsweringByLink.Known;
import uk.attendance.reply.AnsweringByLink.Opened;
import uk.attendance.reply.AnsweringByLink.Taken;
import uk.attendance.school.Session;

/** From the link in a text to the case, on both databases. */
class AnsweringByLinkTest {

  private static final LocalDate WEDNESDAY = LocalDate.of(2025, 11, 5);

  private WholeProgram used = WholeProgram.H2;

  @AfterEach
  void setBack() {
    used.setBack();
  }

  private SomeReplies monday(WholeProgram program, String pack) {
    used = program;
    SomeReplies school = new SomeReplies(program, pack).at("2025-11-03T09:30");
    school.marks("2025-11-03 AM N", school.sam);
    return school;
  }

  @ParameterizedTest
  @EnumSource
  void aReasonThatThePolicyTakesEndsTheCaseBeforeAnybodyDials(WholeProgram program) {
    SomeReplies school = monday(program, "nailsworth");
    String token = school.token(school.sam);

    Asking asking = school.asking(token, SAMS);
    assertThat(asking.children()).containsExactly(new Known(school.sam, "Sam"));
    assertThat(asking.today()).isTrue();
    assertThat(school.answer(token, asking, Reason.ILLNESS, WEDNESDAY)).isEqualTo(Taken.YES);

    assertThat(school.state(school.sam)).isEqualTo("Absence explained");
    assertThat(school.mark(school.sam, "2025-11-03", Session.AM)).isEqualTo("I");
    assertThat(school.tasks(school.sam)).isEmpty();
    assertThat(school.told(school.sam))
        .contains(
            "Answered by reply link by the mother. Illness: hot and tired. Expected back on Wednesday 5"
                + " November 2025. Taken as the explanation.",
            "Illness: hot and tired (said by the mother, by reply link), expected back on Wednesday 5"
                + " November 2025");
    assertThat(school.messagesOfToday()).isEmpty();
    assertThat(program.bean(AnsweringByLink.class).receipt(token))
        .hasValueSatisfying(
            receipt -> {
              assertThat(receipt.explained()).isTrue();
              assertThat(receipt.number()).isEqualTo(1);
            });
  }

  @ParameterizedTest
  @EnumSource
  void aReasonThatAPersonWeighsIsANoteOnTheCaseAndAmongTheMessages(WholeProgram program) {
    SomeReplies school = monday(program, "nailsworth");
    String token = school.token(school.sam);
    List<String> before = school.tasks(school.sam);

    school.answer(token, school.asking(token, SAMS), Reason.OTHER, null);

    assertThat(school.state(school.sam)).isEqualTo("open");
    assertThat(school.tasks(school.sam)).isEqualTo(before);
    assertThat(school.mark(school.sam, "2025-11-03", Session.AM)).isEqualTo("N");
    assertThat(school.messagesOfToday())
        .containsExactly(
            "Mrs Grace Example, mother: Something else: hot and tired. Not known yet when back.");
    assertThat(school.told(school.sam)).anyMatch(words -> words.endsWith("Left to a person."));
  }

  @ParameterizedTest
  @EnumSource
  void aSecondAnswerIsKeptToo(WholeProgram program) {
    SomeReplies school = monday(program, "nailsworth");
    String token = school.token(school.sam);
    Asking asking = school.asking(token, SAMS);

    school.answer(token, asking, Reason.OTHER, null, "first");
    school.answer(token, asking, Reason.OTHER, null, "first");
    assertThat(school.answers(school.message(school.sam).id())).isEqualTo(1);

    school.answer(token, asking, Reason.ILLNESS, null, "second");
    assertThat(school.state(school.sam)).isEqualTo("Absence explained");

    school.answer(token, asking, Reason.ILLNESS, WEDNESDAY, "third");
    assertThat(program.bean(AnsweringByLink.class).receipt(token))
        .hasValueSatisfying(
            receipt -> {
              assertThat(receipt.number()).isEqualTo(3);
              assertThat(receipt.afterwards()).isTrue();
            });
    assertThat(school.told(school.sam))
        .anyMatch(
            words ->
                words.startsWith("Answered by reply link by the mother, after the absence was"));
    assertThat(school.messagesOfToday()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasSaidTheDayBeforeCountsForTodayToo(WholeProgram program) {
    SomeReplies school = monday(program, "nailsworth");
    String token = school.token(school.sam);
    school.at("2025-11-04T08:00");

    Asking asking = school.asking(token, SAMS);
    assertThat(asking.day()).isEqualTo(LocalDate.of(2025, 11, 3));
    school.answer(token, asking, Reason.ILLNESS, WEDNESDAY);
    school.at("2025-11-04T09:30").marks("2025-11-04 AM N", school.sam);

    assertThat(school.mark(school.sam, "2025-11-04", Session.AM)).isEqualTo("I");
    assertThat(school.state(school.sam)).isEqualTo("Absence explained");
  }

  @ParameterizedTest
  @EnumSource
  void aDateOfBirthTellsOfItsOwnChildOnly(WholeProgram program) {
    used = program;
    SomeReplies school = new SomeReplies(program, "nailsworth").at("2025-11-03T09:30");
    school.marks("2025-11-03 AM N", school.sam, school.ben);
    String token = school.token(school.sam);

    Asking one = school.asking(token, BENS);
    assertThat(one.children()).containsExactly(new Known(school.ben, "Ben"));
    assertThat(one.moreChildren()).isTrue();

    Asking both = school.asking(token, BENS, SAMS);
    assertThat(both.children()).extracting(Known::name).containsExactlyInAnyOrder("Sam", "Ben");
    assertThat(both.moreChildren()).isFalse();
    school.answer(token, both, Reason.ILLNESS, null);

    assertThat(school.state(school.sam)).isEqualTo("Absence explained");
    assertThat(school.state(school.ben)).isEqualTo("Absence explained");
  }

  @ParameterizedTest
  @EnumSource
  void theFifthWrongDateLocksTheLinkAndAsksTheOffice(WholeProgram program) {
    SomeReplies school = monday(program, "nailsworth");
    String token = school.token(school.sam);

    for (int left = 4; left >= 1; left--) {
      assertThat(school.open(token, SAMS.plusDays(left))).isEqualTo(new Opened.Wrong(left));
    }
    assertThat(school.open(token, SAMS)).as("a right one counts no").isInstanceOf(Opened.Yes.class);
    assertThat(school.open(token, BENS)).as("Ben is in school").isEqualTo(new Opened.Closed());

    assertThat(school.open(token, SAMS)).isEqualTo(new Opened.Closed());
    assertThat(program.bean(AnsweringByLink.class).live(token)).isEmpty();
    assertThat(school.link(school.sam).lockedAt()).isNotNull();
    assertThat(school.tasks(school.sam)).contains("resolve-locked-reply");
    assertThat(school.locked()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void guessesSentAllAtOnceGainNothing(WholeProgram program) throws Exception {
    SomeReplies school = monday(program, "nailsworth");
    String token = school.token(school.sam);
    List<Callable<Opened>> guesses = new ArrayList<>();
    for (int i = 1; i <= 16; i++) {
      LocalDate guess = SAMS.plusDays(i);
      guesses.add(() -> school.open(token, guess));
    }

    List<Opened> answers = new ArrayList<>();
    ExecutorService parents = Executors.newFixedThreadPool(6);
    try {
      for (Future<Opened> answer : parents.invokeAll(guesses)) {
        answers.add(answer.get());
      }
    } finally {
      parents.shutdown();
    }

    assertThat(answers).filteredOn(answer -> answer instanceof Opened.Wrong).hasSize(4);
    assertThat(answers).filteredOn(answer -> answer instanceof Opened.Closed).hasSize(12);
    assertThat(school.link(school.sam).wrongDates()).isEqualTo(5);
    assertThat(school.locked()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aLinkEndsWithTheFifthSchoolDayAfterItsMessage(WholeProgram program) {
    SomeReplies school = monday(program, "nailsworth");
    String token = school.token(school.sam);
    Asking asking = school.asking(token, SAMS);

    assertThat(school.link(school.sam).expiresAt())
        .isEqualTo(Instant.parse("2025-11-11T00:00:00Z"));
    program.at(Instant.parse("2025-11-10T23:59:59.999Z"));
    assertThat(program.bean(AnsweringByLink.class).live(token)).isPresent();

    program.at(Instant.parse("2025-11-11T00:00:00Z"));
    assertThat(program.bean(AnsweringByLink.class).live(token)).isEmpty();
    assertThat(school.open(token, SAMS)).isEqualTo(new Opened.Closed());
    assertThat(school.answer(token, asking, Reason.ILLNESS, null)).isEqualTo(Taken.CLOSED);
    assertThat(school.link(school.sam).wrongDates()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void ofAPupilOnHoldNobodyReadsButInTheCase(WholeProgram program) {
    SomeReplies school = monday(program, "nailsworth");
    String token = school.token(school.sam);
    program
        .bean(Holds.class)
        .place(school.school, school.sam, "a worry", null, SomeReplies.clerk());

    school.answer(token, school.asking(token, SAMS), Reason.ILLNESS, null);

    assertThat(school.state(school.sam)).isEqualTo("open");
    assertThat(school.messagesOfToday()).isEmpty();
    assertThat(school.told(school.sam)).anyMatch(words -> words.contains("Left to a person."));
  }

  @ParameterizedTest
  @EnumSource
  void aCourtOrderThatCameInSinceClosesTheLink(WholeProgram program) {
    SomeReplies school = monday(program, "nailsworth");
    String token = school.token(school.sam);
    program
        .jdbc()
        .sql("update pupil_contact set no_contact = true where pupil_id = :pupil")
        .param("pupil", school.sam.value())
        .update();

    assertThat(program.bean(AnsweringByLink.class).live(token)).isEmpty();
    assertThat(school.open(token, SAMS)).isEqualTo(new Opened.Closed());
  }

  @ParameterizedTest
  @EnumSource
  void aProofOfOneLinkIsNoneOfAnother(WholeProgram program) {
    SomeReplies school = monday(program, "nailsworth");
    String sams = school.token(school.sam);
    Asking asking = school.asking(sams, SAMS);
    SomeReplies other = new SomeReplies(program, "nailsworth");
    other.marks("2025-11-03 AM N", other.sam);
    String others = other.token(other.sam);

    assertThat(other.answer(others, asking, Reason.ILLNESS, null)).isEqualTo(Taken.ASK_AGAIN);
    assertThat(program.bean(AnsweringByLink.class).asking(others, asking.proof())).isEmpty();
    assertThat(program.bean(AnsweringByLink.class).asking(sams, asking.proof() + "x")).isEmpty();
    assertThat(school.state(school.sam)).isEqualTo("open");
  }

  @ParameterizedTest
  @EnumSource
  void whatOpensALinkIsStoredNowhere(WholeProgram program) {
    SomeReplies school = monday(program, "nailsworth");
    String token = school.token(school.sam);
    Asking asking = school.asking(token, SAMS);
    school.answer(token, asking, Reason.ILLNESS, null);
    Message message = school.message(school.sam);

    assertThat(token).hasSize(22);
    assertThat(school.token(school.sam)).as("a resend bears the same").isEqualTo(token);
    assertThat(school.everythingStored(token)).isEmpty();
    assertThat(school.everythingStored(asking.proof())).isEmpty();
    assertThat(school.everythingStored(SomeReplies.WHERE)).isEmpty();
    assertThat(school.everythingStored(message.mailId())).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void staffSeeWhatBecameOfALinkButNeverTheLink(WholeProgram program) {
    SomeReplies school = monday(program, "nailsworth");
    String token = school.token(school.sam);
    assertThat(school.state(school.link(school.sam)))
        .isEqualTo("link not answered yet, open to the end of Monday 10 November 2025");

    Asking asking = school.asking(token, SAMS);
    assertThat(school.state(school.link(school.sam)))
        .isEqualTo(
            "link opened with the date of birth, not answered yet, open to the end of Monday 10"
                + " November 2025");

    school.answer(token, asking, Reason.OTHER, null);
    assertThat(school.state(school.link(school.sam))).isEqualTo("answered by link");

    SomeReplies other = new SomeReplies(program, "nailsworth");
    other.marks("2025-11-03 AM N", other.sam);
    String guessed = other.token(other.sam);
    for (int day = 1; day <= 5; day++) {
      other.open(guessed, SAMS.plusDays(day));
    }
    assertThat(other.state(other.link(other.sam)))
        .isEqualTo("link locked after wrong dates of birth");
  }
}
