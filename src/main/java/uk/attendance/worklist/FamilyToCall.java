package uk.attendance.worklist;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.TaskId;
import uk.attendance.casefile.Why;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Flag;
import uk.attendance.pupil.Pupil;

/**
 * Children of one family who are away without a reason, and one telephone call about them.
 *
 * @param key stays the same all day
 * @param children whose call is still to be made
 * @param toRing each person once, in the order to ring them
 * @param notToContact people under a no-contact order, who are named so that nobody rings them
 * @param languages for which an interpreter is wanted
 * @param made today's calls, the newest last; those taken back are not among them
 * @param earlier calls of earlier days, the oldest first
 * @param reply what came in by message already
 */
public record FamilyToCall(
    String key,
    List<Child> children,
    List<PersonToRing> toRing,
    List<NotToContact> notToContact,
    List<String> languages,
    List<CallMade> made,
    List<CallMade> earlier,
    @Nullable Reply reply) {

  /** Whom to ring first: a child at known risk, then the longest unexplained. */
  static final Comparator<FamilyToCall> FIRST_THINGS_FIRST =
      Comparator.comparing(FamilyToCall::atRisk)
          .thenComparing(FamilyToCall::longest)
          .reversed()
          .thenComparing(FamilyToCall::name)
          .thenComparing(FamilyToCall::key);

  public FamilyToCall {
    children = List.copyOf(children);
    toRing = List.copyOf(toRing);
    notToContact = List.copyOf(notToContact);
    languages = List.copyOf(languages);
    made = List.copyOf(made);
    earlier = List.copyOf(earlier);
  }

  /** Where the family stands on the sheet. */
  public enum Standing {
    TO_CALL,
    REPLIED,
    CALL_AGAIN,
    DONE
  }

  /**
   * One child whose call is open.
   *
   * @param emergency the next in line are to be rung, parents having been tried
   * @param schoolDay which day of the absence today is; the first is 1
   * @param holder a colleague who has claimed the call
   */
  public record Child(
      TaskId task,
      CaseId caseId,
      Pupil pupil,
      boolean emergency,
      int schoolDay,
      @Nullable Why why,
      ListedTask.@Nullable Holder holder) {}

  /**
   * Somebody to ring.
   *
   * @param aboutOnly names of the children that may be spoken of; empty for all
   * @param inReserve rung when nobody before answers, as another task
   */
  public record PersonToRing(Contact contact, List<String> aboutOnly, boolean inReserve) {}

  /**
   * @param about names of the children; empty for all
   */
  public record NotToContact(Contact contact, List<String> about) {}

  /** What a parent let the school know before anybody rang. */
  public record Reply(Instant at, String from, String words) {}

  public Standing standing() {
    if (children.isEmpty()) {
      return Standing.DONE;
    }
    if (children.stream().anyMatch(this::isCalled)) {
      return Standing.CALL_AGAIN;
    }
    return reply == null ? Standing.TO_CALL : Standing.REPLIED;
  }

  private boolean isCalled(Child child) {
    return made.stream().anyMatch(call -> call.pupil().id().equals(child.pupil().id()));
  }

  /** Everybody of the family on today's sheet, called for or not. */
  public List<Pupil> pupils() {
    return java.util.stream.Stream.concat(
            children.stream().map(Child::pupil), made.stream().map(CallMade::pupil))
        .collect(
            java.util.stream.Collectors.collectingAndThen(
                java.util.stream.Collectors.toMap(
                    Pupil::id, pupil -> pupil, (one, same) -> one, java.util.LinkedHashMap::new),
                byId -> List.copyOf(byId.values())));
  }

  public String name() {
    return pupils().get(0).lastName();
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
