package uk.attendance.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.attendance.StandingClock;
import uk.attendance.WholeProgram;
import uk.attendance.account.Role;
import uk.attendance.worklist.ExampleCall.Someone;

/** Files of a task: kept whole, the adder's own until they are submitted. */
class AttachmentsTest {

  private ExampleCall call;
  private Someone clerk;
  private OpenTask task;

  private void on(WholeProgram program) {
    program.at(StandingClock.START);
    call = new ExampleCall(program);
    clerk = call.someone("Pat Clerk", Role.OFFICE);
    task = program.bean(OpenTasks.class).find(call.task()).orElseThrow();
  }

  @AfterEach
  void setBack() {
    call.program.setBack();
  }

  private Attachment add(byte[] content) {
    return call.program
        .bean(Attachments.class)
        .add(task, "letter", "letter.pdf", content, clerk.person());
  }

  /** Larger than one value of H2 may be. */
  private static byte[] pdf(int length) {
    byte[] content = new byte[length];
    new Random(1).nextBytes(content);
    System.arraycopy("%PDF-1.4\n".getBytes(), 0, content, 0, 9);
    return content;
  }

  @ParameterizedTest
  @EnumSource
  void areKeptWholeHoweverLarge(WholeProgram on) throws IOException {
    on(on);
    Attachments attachments = on.bean(Attachments.class);
    for (int length : List.of(9, 512 * 1024, 512 * 1024 + 1, 3_000_000)) {
      byte[] content = pdf(length);

      Attachment kept = add(content);

      assertThat(attachments.content(kept)).isEqualTo(content);
      assertThat(kept.size()).isEqualTo(length);
      assertThat(kept.mediaType()).isEqualTo("application/pdf");
    }
    assertThat(attachments.of(task.id(), clerk.person().id())).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  void areOfTheTaskAndInSightOfItsSchoolOnly(WholeProgram on) {
    on(on);
    Attachments attachments = on.bean(Attachments.class);
    Attachment kept = add(pdf(100));
    Someone elsewhere = call.someone("Ola Other", Role.OFFICE, on.newSchool());

    assertThat(attachments.find(task.id(), kept.id(), clerk.scope())).contains(kept);
    assertThat(attachments.find(task.id(), kept.id(), elsewhere.scope())).isEmpty();
    attachments.remove(kept);
    assertThat(attachments.find(task.id(), kept.id(), clerk.scope())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void arePartOfWhatTheirAdderSubmits(WholeProgram on) {
    on(on);
    Attachment kept = add(pdf(100));
    Someone second = call.someone("Sam Second", Role.OFFICE);
    Map<String, Object> answers =
        Map.of(
            "outcome",
            "no-answer",
            "concern",
            true,
            "told",
            List.of("dsl"),
            "letter",
            List.of(id(kept)));
    SubmittingTasks submitting = on.bean(SubmittingTasks.class);

    assertThatThrownBy(() -> submitting.submit(task.id(), answers, second.actor(), second.scope()))
        .isInstanceOfSatisfying(
            AnswersRefused.class,
            refused -> assertThat(refused.errors()).containsOnlyKeys("letter"));
    submitting.submit(task.id(), answers, clerk.actor(), clerk.scope());

    Submission submission =
        on.bean(Submissions.class).find(task.id(), second.scope()).orElseThrow();
    assertThat(submission.names(kept)).isTrue();
    assertThat(submission.lines()).anyMatch(line -> line.answer().equals(List.of("letter.pdf")));
  }

  private static String id(Attachment attachment) {
    return Long.toString(attachment.id());
  }
}
