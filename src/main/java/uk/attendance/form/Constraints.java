package uk.attendance.form;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must be beyond its kind.
 *
 * @param maxLength never unlimited: what is stored has an end
 * @param patternSentence said when the pattern is not met; null: our own words
 * @param decimals digits after the point that a number may have
 * @param notPast whether a day before today is refused
 */
public record Constraints(
    boolean required,
    int minLength,
    int maxLength,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Pattern pattern,
    @Nullable String patternSentence,
    int decimals,
    boolean notPast) {}
