package uk.attendance.register;

import java.util.Map;

/**
 * What a register file holds and what it does to the register. Every mark read is in exactly one of
 * rejected, repeated, created, changed, blanked, detailed, unchanged, older and kept.
 *
 * @param rows lines read, without the header
 * @param read marks read; a week's row holds up to ten
 * @param rejected marks that were not taken, each with a reason
 * @param repeated marks that stand in the file more than once with the same code
 * @param created sessions that had no mark
 * @param changed sessions that get another code: each an amendment
 * @param blanked marks taken back: each an amendment
 * @param detailed same code, other minutes, comment or time
 * @param older a newer file or a person has spoken about the session since
 * @param kept decided here, which a file's N or blank does not undo
 * @param planned of the created and changed ones, those taken from a plan
 * @param conflicts of the created and changed ones, those that met another code of ours
 */
public record ImportCounts(
    int rows,
    int read,
    int rejected,
    int repeated,
    int created,
    int changed,
    int blanked,
    int detailed,
    int unchanged,
    int older,
    int kept,
    int planned,
    int conflicts) {

  static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Marks that would be written. */
  public int written() {
    return created + changed + blanked + detailed;
  }

  public boolean changesNothing() {
    return written() == 0;
  }

  /** Not one of its marks could be taken. */
  public boolean rejectsAll() {
    return read > 0 && rejected == read;
  }

  Map<String, Object> parameters() {
    return Map.ofEntries(
        Map.entry("rows", rows),
        Map.entry("read", read),
        Map.entry("rejected", rejected),
        Map.entry("repeated", repeated),
        Map.entry("created", created),
        Map.entry("changed", changed),
        Map.entry("blanked", blanked),
        Map.entry("detailed", detailed),
        Map.entry("unchanged", unchanged),
        Map.entry("older", older),
        Map.entry("kept", kept),
        Map.entry("planned", planned),
        Map.entry("conflicts", conflicts));
  }

  ImportCounts asRead(int rows, int read, int rejected, int repeated) {
    return new ImportCounts(
        rows, read, rejected, repeated, created, changed, blanked, detailed, unchanged, older, kept,
        planned, conflicts);
  }
}
