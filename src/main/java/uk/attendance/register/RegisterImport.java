package uk.attendance.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.SchoolId;

/**
 * A register file on its way into the register, or arrived there.
 *
 * @param exportedAt when the school's system wrote it; an older one never overwrites a newer
 * @param unattended goes in without a preview, unless a brake stops it
 * @param sentence why it was refused or stopped
 * @param columnsFound the file's own column names, where ours were not among them
 * @param brakesAnswered a person said yes although a brake stopped it
 */
public record RegisterImport(
    ImportId id,
    SchoolId school,
    String fileName,
    String sha256,
    long size,
    Instant exportedAt,
    Instant receivedAt,
    Author receivedBy,
    boolean unattended,
    ImportState state,
    @Nullable String sentence,
    List<String> columnsFound,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    boolean brakesAnswered,
    @Nullable Author confirmedBy,
    @Nullable Instant appliedAt,
    @Nullable Instant oldestMarkAt,
    int attempts,
    ImportCounts counts,
    BrakeFigures brakes) {

  /** It went its way to the end and left nothing in the register, since no mark was any good. */
  public boolean cameToNothing() {
    return state == ImportState.APPLIED && counts.rejectsAll();
  }

  /** Who answers for its marks in an amendment. */
  Author author() {
    return confirmedBy == null ? receivedBy : confirmedBy;
  }
}
