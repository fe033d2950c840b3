package uk.attendance.reply.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.Reason;
import uk.attendance.reply.Answer;
import uk.attendance.reply.AnsweringByLink.Asking;
import uk.attendance.reply.AnsweringByLink.Known;

/**
 * An answer as it was typed.
 *
 * @param back {@code known} with a date, {@code unknown} without one
 */
public record ReplyForm(
    @Nullable List<Long> child,
    @Nullable String reason,
    @Nullable String words,
    @Nullable String back,
    @Nullable String backDay,
    @Nullable String backMonth,
    @Nullable String backYear,
    @Nullable String press) {

  static final int LONGEST = 500;
  private static final int LONGEST_PRESS = 40;

  static ReplyForm empty(String press, Asking asking) {
    return new ReplyForm(
        asking.children().stream().map(Known::id).map(PupilId::value).toList(),
        "",
        "",
        "",
        "",
        "",
        "",
        press);
  }

  public TypedDate returning() {
    return new TypedDate(backDay, backMonth, backYear);
  }

  /** What is wrong, by field; the answer can be read where nothing is. */
  Map<String, String> errors(Asking asking, LocalDate today) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (chosen(asking).isEmpty()) {
      errors.put("child", "Choose who this answer is about");
    }
    if (reasonOrNull() == null) {
      errors.put("reason", "Choose the reason, or “Something else”");
    }
    if (reasonOrNull() == Reason.OTHER && text(words).isEmpty()) {
      errors.put("words", "Tell us in a few words what the reason is");
    }
    if (text(words).length() > LONGEST) {
      errors.put(
          "words",
          "Keep it to %d characters; there are %d too many"
              .formatted(LONGEST, text(words).length() - LONGEST));
    }
    if (text(back).equals("known")) {
      LocalDate day = returning().date().orElse(null);
      if (day == null) {
        errors.put("backDay", "Enter the date of return with day, month and year, like 5 11 2025");
      } else if (day.isBefore(asking.day())) {
        errors.put("backDay", "The date of return lies before the absence");
      } else if (day.isAfter(today.plusYears(1))) {
        errors.put("backDay", "The date of return is more than a year away");
      }
    } else if (!text(back).equals("unknown")) {
      errors.put("back", "Say when to expect your child back, or that you do not know yet");
    }
    return errors;
  }

  Answer answer(Asking asking) {
    return new Answer(
        chosen(asking),
        java.util.Objects.requireNonNull(reasonOrNull()),
        text(words),
        text(back).equals("known") ? returning().date().orElse(null) : null,
        text(press));
  }

  /** A press of before a page was shown, or of nothing we showed, is none. */
  boolean hasPress() {
    return !text(press).isEmpty() && text(press).length() <= LONGEST_PRESS;
  }

  public boolean isFor(long pupil) {
    return child != null && child.contains(pupil);
  }

  public boolean says(String key) {
    return text(reason).equals(key);
  }

  public boolean returns(String key) {
    return text(back).equals(key);
  }

  private Set<PupilId> chosen(Asking asking) {
    if (asking.children().size() == 1) {
      return Set.of(asking.children().get(0).id());
    }
    return asking.children().stream()
        .map(Known::id)
        .filter(id -> isFor(id.value()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private @Nullable Reason reasonOrNull() {
    for (Reason one : Reason.values()) {
      if (one.key().equals(text(reason))) {
        return one;
      }
    }
    return null;
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
