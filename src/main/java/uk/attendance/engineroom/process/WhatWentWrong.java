package uk.attendance.engineroom.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine's account of a failure, as a sentence for people. Only our own words and the engine's
 * are passed on, which name ids: what a database or a library says may hold a pupil's name.
 */
final class WhatWentWrong {

  private static final int LONGEST = 300;
  private static final String CAUSED_BY = "Caused by: ";
  private static final List<String> DATABASE =
      List.of(
          "org.springframework.dao.",
          "org.springframework.jdbc.",
          "org.springframework.transaction.",
          "java.sql.",
          "org.h2.",
          "org.postgresql.",
          "org.apache.ibatis.",
          "com.zaxxer.hikari.");

  private WhatWentWrong() {}

  /**
   * @param trace as Java prints it; null where none was kept
   */
  static String of(@Nullable String trace) {
    if (trace == null || trace.isBlank()) {
      return "Nothing was written down about it.";
    }
    String[] lines = innermost(trace).split("\\R");
    String first = lines[0];
    int colon = first.indexOf(": ");
    String kind = (colon < 0 ? first : first.substring(0, colon)).strip();
    String message = colon < 0 ? "" : first.substring(colon + 2).strip();
    String thrower = thrower(lines);
    if (kind.endsWith("OptimisticLockingException")) {
      return "Two things wanted to change the case in the same moment.";
    }
    if (DATABASE.stream().anyMatch(kind::startsWith)) {
      return kind.matches(".*(Connect|CannotGet|Transient|CannotCreate|Timeout).*")
          ? "The database could not be reached."
          : "The database refused what was to be written.";
    }
    boolean ours =
        kind.startsWith("uk.attendance.")
            || (kind.matches("java\\.lang\\.Illegal(State|Argument)Exception")
                && thrower.startsWith("uk.attendance."));
    if ((ours || kind.startsWith("org.camunda.bpm.")) && !message.isEmpty()) {
      return sentence(message);
    }
    return "An error in the program: " + kind.substring(kind.lastIndexOf('.') + 1) + ".";
  }

  private static String innermost(String trace) {
    int cause = trace.lastIndexOf(CAUSED_BY);
    return cause < 0 ? trace : trace.substring(cause + CAUSED_BY.length());
  }

  private static String thrower(String[] lines) {
    for (String line : lines) {
      if (line.strip().startsWith("at ")) {
        // the class loader may stand before the class
        return line.strip().substring(3).replaceFirst("^[\\w.]*//", "");
      }
    }
    return "";
  }

  private static String sentence(String message) {
    String cut = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    String words = Character.toUpperCase(cut.charAt(0)) + cut.substring(1);
    return words.matches("(?s).*[.…!?]") ? words : words + ".";
  }
}
