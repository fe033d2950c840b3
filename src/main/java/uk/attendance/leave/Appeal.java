package uk.attendance.leave;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.account.AccountId;

/**
 * An appeal against a decision about leave (RT-L3).
 *
 * @param late whether it came after the last day for it
 * @param admitted what the chair said of a late one; null while nobody has
 * @param heardBy the last day on which it may be heard
 * @param outcome upheld, upheld-in-part or dismissed; null while it is not decided
 */
public record Appeal(
    long id,
    RequestId request,
    String appellant,
    String reasons,
    LocalDate receivedOn,
    boolean late,
    @Nullable Boolean admitted,
    LocalDate heardBy,
    @Nullable LocalDate hearingOn,
    @Nullable String time,
    @Nullable String place,
    List<AccountId> panel,
    @Nullable String outcome,
    @Nullable String reasonsGiven) {

  public Appeal {
    panel = List.copyOf(panel);
  }

  /** Whether somebody is still to decide about it. */
  public boolean isOpen() {
    return outcome == null && !Boolean.FALSE.equals(admitted);
  }
}
