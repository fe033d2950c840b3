package uk.attendance.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of a decision table asks for: any value ({@code -}), literals, lists, comparisons and
 * intervals, and nothing else, so that gaps and overlaps can be worked out exactly.
 *
 * @param text as it stands in the table
 * @param tests one of them has to hold; empty: any value will do
 */
public record Cell(String text, List<Test> tests) {

  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern INTERVAL =
      Pattern.compile(
          "([\\[\\](])\\s*(-?\\d+(?:\\.\\d+)?)\\s*\\.\\.\\s*(-?\\d+(?:\\.\\d+)?)\\s*([\\[\\])])");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final Pattern PART = Pattern.compile("\"[^\"]*\"|[^,\"]+");

  public Cell {
    tests = List.copyOf(tests);
  }

  /**
   * Reads a cell of a column; what is not of an allowed form is refused with what is needed. The
   * Modeler writes {@code -} as nothing at all.
   */
  static Cell parse(String written, ColumnType type) {
    String text = written.strip();
    if (text.equals("-") || text.isEmpty()) {
      return new Cell("-", List.of());
    }
    List<Test> tests = new ArrayList<>();
    for (String part : parts(text, type)) {
      tests.add(test(part.strip(), text, type));
    }
    return new Cell(text, tests);
  }

  private static List<String> parts(String text, ColumnType type) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(text);
    int end = 0;
    while (matcher.find()) {
      String between = text.substring(end, matcher.start()).strip();
      if (!between.equals(parts.isEmpty() ? "" : ",")) {
        throw refused(text, type);
      }
      parts.add(matcher.group());
      end = matcher.end();
    }
    if (parts.isEmpty() || !text.substring(end).isBlank()) {
      throw refused(text, type);
    }
    return parts;
  }

  private static Test test(String part, String text, ColumnType type) {
    return switch (type) {
      case STRING -> {
        if (!TEXT.matcher(part).matches()) {
          throw refused(text, type);
        }
        yield new Equal(part.substring(1, part.length() - 1));
      }
      case BOOLEAN -> {
        if (!part.equals("true") && !part.equals("false")) {
          throw refused(text, type);
        }
        yield new Equal(Boolean.valueOf(part));
      }
      case INTEGER, DOUBLE -> number(part, text, type);
    };
  }

  private static Test number(String part, String text, ColumnType type) {
    Matcher comparison = COMPARISON.matcher(part);
    Matcher interval = INTERVAL.matcher(part);
    if (NUMBER.matcher(part).matches()) {
      return Range.only(decimal(part, text, type));
    }
    if (comparison.matches()) {
      return Range.comparison(comparison.group(1), decimal(comparison.group(2), text, type));
    }
    if (interval.matches()) {
      Range range =
          new Range(
              decimal(interval.group(2), text, type),
              interval.group(1).equals("["),
              decimal(interval.group(3), text, type),
              interval.group(4).equals("]"));
      if (range.isEmpty()) {
        throw new IllegalArgumentException("cell '" + text + "' is an interval that holds nothing");
      }
      return range;
    }
    throw refused(text, type);
  }

  private static BigDecimal decimal(String number, String text, ColumnType type) {
    if (type == ColumnType.INTEGER && number.contains(".")) {
      throw refused(text, type);
    }
    return new BigDecimal(number);
  }

  private static IllegalArgumentException refused(String text, ColumnType type) {
    return new IllegalArgumentException(
        "cell '%s' is not of an allowed form; a %s column takes %s"
            .formatted(text, type.name().toLowerCase(Locale.ROOT), type.forms()));
  }

  public boolean isAny() {
    return tests.isEmpty();
  }

  /** Whether a value meets the cell; numbers are given as {@link BigDecimal}. */
  public boolean holds(Object value) {
    return isAny() || tests.stream().anyMatch(test -> test.holds(value));
  }

  /** As a person reads it: "at least 3", "none or seen". */
  public String inWords() {
    if (isAny()) {
      return "any";
    }
    return String.join(" or ", tests.stream().map(Test::inWords).toList());
  }

  /** One condition of a cell. */
  public sealed interface Test permits Equal, Range {
    boolean holds(Object value);

    String inWords();
  }

  /** A text or a boolean. */
  record Equal(Object value) implements Test {
    @Override
    public boolean holds(Object other) {
      return value.equals(other);
    }

    @Override
    public String inWords() {
      if (value instanceof Boolean yes) {
        return yes ? "yes" : "no";
      }
      return Words.of(value.toString());
    }
  }

  /** Numbers between two limits; a limit that is null does not limit. */
  record Range(
      @Nullable BigDecimal low,
      boolean lowIncluded,
      @Nullable BigDecimal high,
      boolean highIncluded)
      implements Test {

    static Range only(BigDecimal number) {
      return new Range(number, true, number, true);
    }

    static Range comparison(String sign, BigDecimal number) {
      return switch (sign) {
        case "<" -> new Range(null, false, number, false);
        case "<=" -> new Range(null, false, number, true);
        case ">" -> new Range(number, false, null, false);
        default -> new Range(number, true, null, false);
      };
    }

    boolean isEmpty() {
      if (low == null || high == null) {
        return false;
      }
      int order = low.compareTo(high);
      return order > 0 || order == 0 && !(lowIncluded && highIncluded);
    }

    @Override
    public boolean holds(Object value) {
      BigDecimal number = (BigDecimal) value;
      return (low == null || number.compareTo(low) >= (lowIncluded ? 0 : 1))
          && (high == null || number.compareTo(high) <= (highIncluded ? 0 : -1));
    }

    @Override
    public String inWords() {
      if (low != null && high != null) {
        return low.compareTo(high) == 0
            ? low.toPlainString()
            : (lowIncluded ? "" : "more than ")
                + low.toPlainString()
                + (highIncluded ? " to " : " to less than ")
                + high.toPlainString();
      }
      return low != null
          ? (lowIncluded ? "at least " : "more than ") + low.toPlainString()
          : (highIncluded ? "at most " : "less than ") + limit(high).toPlainString();
    }

    private static BigDecimal limit(@Nullable BigDecimal high) {
      return Objects.requireNonNull(high, "a range with no limit");
    }
  }
}
