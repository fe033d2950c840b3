package uk.attendance.leave.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.leave.DecisionLetters;
import uk.attendance.leave.web.DecisionQueue.Waiting;
import uk.attendance.letter.Wording.Written;
import uk.attendance.letter.web.Paper;
import uk.attendance.pupil.Channel;
import uk.attendance.secret.Digest;
import uk.attendance.worklist.AnswerRefused;

/** The letter that a decision would send, as it would go this moment. */
@Component
class LettersOfDecision {

  private final DecisionLetters letters;

  LettersOfDecision(DecisionLetters letters) {
    this.letters = letters;
  }

  /**
   * @param all none where nobody on file would have one
   * @param digest of all of them together
   */
  record Letters(List<Paper> all, String digest) {}

  /**
   * @throws AnswerRefused naming the answer that cannot stand
   */
  Letters of(Waiting waiting, DecisionForm form, Actor by) {
    List<Written> written =
        letters.show(waiting.task().id(), waiting.request(), form.answers(), by);
    return new Letters(
        written.stream().map(one -> Paper.of(one, Channel.EMAIL)).toList(), digest(written));
  }

  private static String digest(List<Written> written) {
    return Digest.of(
        written.stream()
            .map(one -> one.subject() + "\n" + one.text())
            .collect(Collectors.joining("\n\n")));
  }
}
