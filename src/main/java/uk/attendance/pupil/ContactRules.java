package uk.attendance.pupil;

import org.jspecify.annotations.Nullable;

/**
 * How a contact of a pupil may be used (NF-A1). The same person may be a parent of one child and
 * barred from another: the rules belong to the pair.
 *
 * @param priority 1 is rung first
 * @param noContact a court order: a hard block on every channel and on copies
 * @param language what an interpreter is needed for; null where English will do
 */
public record ContactRules(
    int priority,
    boolean parentalResponsibility,
    boolean livesWith,
    boolean noContact,
    boolean doNotText,
    @Nullable String language,
    @Nullable Channel preferredChannel) {

  public boolean mayBeContacted() {
    return !noContact;
  }

  /** "Parent" in letters: parental responsibility or lives with the pupil. */
  public boolean isParent() {
    return mayBeContacted() && (parentalResponsibility || livesWith);
  }

  /** "Legal parent" or "liable parent" in letters: parental responsibility. */
  public boolean isLegalParent() {
    return mayBeContacted() && parentalResponsibility;
  }
}
