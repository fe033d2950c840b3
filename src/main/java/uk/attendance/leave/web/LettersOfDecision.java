package uk.attendance.leave.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.attendance.leave.DecisionLetters;
import uk.attendance.leave.LeaveRequest;
import uk.attendance.letter.ShowingBeforehand.Shown;
import uk.attendance.letter.web.Paper;

/** The letters that a decision would send, as they would go this moment. */
@Component
class LettersOfDecision {

  private final ObjectProvider<DecisionLetters> letters;

  LettersOfDecision(ObjectProvider<DecisionLetters> letters) {
    this.letters = letters;
  }

  /**
   * @param html its words; empty for a text message
   */
  record Letter(String to, String way, String html, String text) {}

  /**
   * @param digest of all of them together
   */
  record Letters(List<Letter> all, String digest) {}

  Letters of(LeaveRequest request, Map<String, Object> answers, uk.attendance.account.Actor by) {
    DecisionLetters known = letters.getIfAvailable();
    List<Shown> shown = known == null ? List.of() : known.show(request, answers, by);
    return new Letters(shown.stream().map(LettersOfDecision::letter).toList(), digest(shown));
  }

  private static Letter letter(Shown shown) {
    if (shown.written() == null) {
      return new Letter(shown.recipient(), "", "", "No letter goes: " + shown.because());
    }
    Paper paper = Paper.of(shown.written(), shown.channel());
    return new Letter(
        shown.recipient(),
        shown.channel() == null
            ? "no way of reaching them is on file"
            : "by " + shown.channel().words(),
        paper.html(),
        paper.text());
  }

  private static String digest(List<Shown> shown) {
    StringBuilder all = new StringBuilder();
    for (Shown one : shown) {
      all.append(one.recipient())
          .append('\n')
          .append(text(one.written() == null ? null : one.written().text()))
          .append('\n');
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(all.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK knows SHA-256", e);
    }
  }

  private static String text(@Nullable String written) {
    return written == null ? "-" : written;
  }
}
