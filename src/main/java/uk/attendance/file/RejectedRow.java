package uk.attendance.file;

/**
 * One row that was not taken, with what a person needs to mend it.
 *
 * @param line the line of the file, the header being line 1
 * @param reason a sentence: what was found, what is needed
 * @param text the row as it stood in the file
 */
public record RejectedRow(long line, String reason, String text) {}
