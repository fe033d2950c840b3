package uk.attendance.form;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words with values of the case in double braces: {@code When did {{firstName}} come back?} */
public record Template(String source) {

  private static final Pattern VALUE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  Set<String> names() {
    return VALUE.matcher(source).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  /** What is left that looks like a value but is more than a name. */
  boolean isMoreThanNames() {
    return source.startsWith("=")
        || VALUE.matcher(source).replaceAll("").matches("(?s).*(\\{\\{|}}).*");
  }

  public String filled(Supplied supplied) {
    return filled(supplied.values());
  }

  private String filled(Map<String, String> values) {
    return VALUE
        .matcher(source)
        .replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
  }

  private static String value(MatchResult found, Map<String, String> values) {
    return values.getOrDefault(found.group(1), "");
  }
}
