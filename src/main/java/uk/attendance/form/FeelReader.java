package uk.attendance.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of FEEL that conditions may use: {@code =}, {@code !=}, {@code in}, {@code and},
 * {@code or}, {@code not(...)} over names of fields, text, numbers, true, false and null.
 */
final class FeelReader {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<text>\"(?:[^\"\\\\]|\\\\[\"\\\\])*\")|(?<number>-?\\d+(?:\\.\\d+)?)"
              + "|(?<name>[A-Za-z_]\\w*)|(?<sign>!=|=|\\(|\\)|\\[|]|,))");

  private final List<String> tokens = new ArrayList<>();
  private int at;

  private FeelReader(String expression) {
    Matcher matcher = TOKEN.matcher(expression);
    int end = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group().strip());
      end = matcher.end();
      matcher.region(end, expression.length());
    }
    if (!expression.substring(end).isBlank()) {
      throw new NotPermitted(
          "'%s' is not permitted in a condition".formatted(expression.substring(end).strip()));
    }
  }

  /**
   * @param expression with or without the Modeler's leading {@code =}
   * @throws NotPermitted saying what it found and what may stand there
   */
  static Condition read(String expression) {
    String text = expression.strip();
    FeelReader reader = new FeelReader(text.startsWith("=") ? text.substring(1) : text);
    Condition condition = reader.either();
    if (reader.at < reader.tokens.size()) {
      throw reader.found("'and', 'or' or the end");
    }
    return condition;
  }

  private Condition either() {
    List<Condition> any = new ArrayList<>(List.of(both()));
    while (take("or")) {
      any.add(both());
    }
    return any.size() == 1 ? any.get(0) : new Condition.Several(any, false);
  }

  private Condition both() {
    List<Condition> all = new ArrayList<>(List.of(one()));
    while (take("and")) {
      all.add(one());
    }
    return all.size() == 1 ? all.get(0) : new Condition.Several(all, true);
  }

  private Condition one() {
    if (take("not")) {
      need("(");
      Condition inner = either();
      need(")");
      return inner.negated();
    }
    if (take("(")) {
      Condition inner = either();
      need(")");
      return inner;
    }
    String name = here();
    if (!name.matches("[A-Za-z_]\\w*") || List.of("true", "false", "null").contains(name)) {
      throw found("the key of a field");
    }
    at++;
    if (take("=")) {
      return new Condition.Is(name, one(literal()), true);
    }
    if (take("!=")) {
      return new Condition.Is(name, one(literal()), false);
    }
    if (take("in")) {
      return new Condition.Is(name, literals(), true);
    }
    throw found("'=', '!=' or 'in'");
  }

  private static List<@Nullable Object> one(@Nullable Object literal) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(literal);
    return values;
  }

  private List<@Nullable Object> literals() {
    String close = take("(") ? ")" : null;
    if (close == null) {
      need("[");
      close = "]";
    }
    List<@Nullable Object> values = one(literal());
    while (take(",")) {
      values.add(literal());
    }
    need(close);
    return values;
  }

  private @Nullable Object literal() {
    String token = here();
    Object value =
        switch (token) {
          case "true" -> true;
          case "false" -> false;
          case "null" -> null;
          default -> textOrNumber(token);
        };
    at++;
    return value;
  }

  private Object textOrNumber(String token) {
    if (token.startsWith("\"")) {
      return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
    }
    if (token.matches("-?\\d.*")) {
      return new BigDecimal(token);
    }
    throw found("text in quotes, a number, true, false or null");
  }

  private String here() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private boolean take(String token) {
    if (here().equals(token)) {
      at++;
      return true;
    }
    return false;
  }

  private void need(String token) {
    if (!take(token)) {
      throw found("'" + token + "'");
    }
  }

  private NotPermitted found(String needed) {
    String here = here().isEmpty() ? "the end" : "'" + here() + "'";
    return new NotPermitted("found %s, needed: %s".formatted(here, needed));
  }

  /** An expression that is more than we evaluate. */
  static final class NotPermitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPermitted(String sentence) {
      super(sentence);
    }
  }
}
