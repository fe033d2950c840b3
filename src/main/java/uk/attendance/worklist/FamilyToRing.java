package uk.attendance.worklist;

import java.util.Comparator;
import java.util.List;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Flag;
import uk.attendance.pupil.Pupil;

/**
 * Children of one family whose absence today nobody has explained, and whom to ring.
 *
 * @param toRing each person once, in the order to ring them
 * @param notToContact people under a no-contact order, who are named so that nobody rings them
 */
public record FamilyToRing(List<Child> children, List<Contact> toRing, List<Contact> notToContact) {

  /** Whom to ring first: a child at known risk, then the longest unexplained. */
  static final Comparator<FamilyToRing> FIRST_THINGS_FIRST =
      Comparator.comparing(FamilyToRing::atRisk)
          .thenComparing(FamilyToRing::longest)
          .reversed()
          .thenComparing(FamilyToRing::name);

  public FamilyToRing {
    children = List.copyOf(children);
    toRing = List.copyOf(toRing);
    notToContact = List.copyOf(notToContact);
  }

  /**
   * @param schoolDay which day of the unexplained absence today is; the first is 1
   */
  public record Child(Pupil pupil, int schoolDay) {}

  public String name() {
    return children.get(0).pupil().lastName();
  }

  /** Whether somebody outside the school watches over one of these children. */
  public boolean atRisk() {
    return children.stream()
        .anyMatch(
            child ->
                child.pupil().has(Flag.PROTECTION_PLAN)
                    || child.pupil().has(Flag.SOCIAL_WORKER)
                    || child.pupil().has(Flag.YOUTH_JUSTICE));
  }

  private int longest() {
    return children.stream().mapToInt(Child::schoolDay).max().orElse(0);
  }
}
