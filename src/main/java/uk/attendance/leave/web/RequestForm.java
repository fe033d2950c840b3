package uk.attendance.leave.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.attendance.file.SchoolDates;
import uk.attendance.leave.Ground;

/**
 * What was typed into a form for leave, a parent's or the office's, exactly as it was typed.
 *
 * @param token of the office's form, shown once
 * @param choose a pupil chosen by this press; 0 to choose another one
 * @param find the button beside the search was pressed
 * @param children whom a parent asks for
 * @param siblings whom the office ticked beside the pupil
 * @param applicant a contact; 0 for somebody else
 * @param act check, send, or remove-12 to take a paper out again
 */
record RequestForm(
    String token,
    @Nullable Long pupil,
    @Nullable Long choose,
    @Nullable String find,
    String q,
    List<Long> children,
    List<Long> siblings,
    @Nullable Long applicant,
    String applicantName,
    String relationship,
    String from,
    String to,
    String receivedOn,
    String ground,
    String reason,
    String act) {

  private static final Pattern REMOVE = Pattern.compile("remove-(\\d{1,18})");

  RequestForm {
    token = text(token);
    q = text(q);
    children = children == null ? List.of() : List.copyOf(children);
    siblings = siblings == null ? List.of() : List.copyOf(siblings);
    applicantName = text(applicantName);
    relationship = text(relationship);
    from = text(from);
    to = text(to);
    receivedOn = text(receivedOn);
    ground = text(ground);
    reason = text(reason);
    act = text(act);
  }

  /** An empty one. */
  static RequestForm blank(String token, @Nullable Long pupil, String q, String receivedOn) {
    return new RequestForm(
        token, pupil, null, null, q, null, null, null, "", "", "", "", receivedOn, "", "", "");
  }

  RequestForm withToken(String another) {
    return new RequestForm(
        another,
        pupil,
        choose,
        find,
        q,
        children,
        siblings,
        applicant,
        applicantName,
        relationship,
        from,
        to,
        receivedOn,
        ground,
        reason,
        act);
  }

  boolean sends() {
    return act.equals("send");
  }

  /** A pupil was looked for or chosen, or a paper taken out: nothing is to be checked yet. */
  boolean asksOnly() {
    return choose != null || find != null || removes().isPresent();
  }

  Optional<Long> removes() {
    Matcher remove = REMOVE.matcher(act);
    return remove.matches() ? Optional.of(Long.valueOf(remove.group(1))) : Optional.empty();
  }

  /** The pupil the office's form is about, with what this press chose. */
  @Nullable Long about() {
    return choose == null ? pupil : choose == 0 ? null : choose;
  }

  @Nullable LocalDate day(String text) {
    return SchoolDates.read(text).orElse(null);
  }

  /** A day that must be given. */
  LocalDate day(String field, String text, String missing, Map<String, String> errors) {
    LocalDate day = day(text);
    if (day == null) {
      errors.put(
          field,
          text.isEmpty() ? missing : "“%s” is no date; write it like 3/11/2025.".formatted(text));
      return LocalDate.EPOCH;
    }
    return day;
  }

  Optional<Ground> chosenGround() {
    return Grounds.ALL.stream().filter(one -> one.key().equals(ground)).findFirst();
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
