package uk.attendance.register.web;

import java.util.List;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;

/**
 * A way other than uploading by which files come to the page Registers. Each feature that has one
 * contributes a bean.
 */
public interface RegistersPart {

  /**
   * What the page says of it; empty where the way is not set up.
   *
   * @param heading of its own section: "From the watched folder"
   * @param says where it is and how it works, as a sentence
   * @param troubles what a person has to put right, as sentences
   * @param files the newest first
   */
  record Part(String heading, String says, List<String> troubles, List<File> files) {}

  /**
   * @param badge class of the badge that shows the state
   * @param words what became of it
   * @param href where to see it; empty where there is nothing to see
   */
  record File(String name, String when, String state, String badge, String words, String href) {}

  List<Part> parts(CurrentSchool school, Scope scope);
}
