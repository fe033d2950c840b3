package uk.attendance.letter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Why;
import uk.attendance.pupil.ContactId;

/** How a case has letters written. All in the transaction of the case. */
public interface OrderingLetters {

  /**
   * Puts a letter into the outbox, one for each recipient that the letter is for (parents, legal
   * parents, the authority ...) and may have it; who may not have it, and why, is recorded. A
   * letter that misses a merge field is not sent: a task says which field.
   *
   * @param facts merge fields that only the case knows, by name; text, dates, lists of dates
   */
  void order(String letter, CaseFile about, Map<String, Object> facts, Why why);

  /**
   * As {@link #order(String, CaseFile, Map, Why)}, to contacts that the case names: the applicant,
   * the parents who allowed it. Nobody of them on file is a letter that did not go, with its task.
   */
  void order(
      String letter, CaseFile about, Collection<ContactId> to, Map<String, Object> facts, Why why);

  /**
   * The words that {@link #order} would put into the outbox now, one for each of the contacts; what
   * cannot be written yet is left out.
   */
  List<Wording.Written> preview(
      String letter, CaseFile about, Collection<ContactId> to, Map<String, Object> facts, Why why);

  /** Lays a letter before a person who says whether it goes: {@code disregard} (NF-R5). */
  void propose(String letter, CaseFile about, Map<String, Object> facts, Why why);

  /** Takes back what of the case still waits in the outbox; it stays in the record as withdrawn. */
  void withdraw(CaseFile about, String because);

  /** Whether anything of the case has left the house. */
  boolean hasGoneOut(CaseFile about);
}
