package uk.attendance.form;

/**
 * One answer that a question offers.
 *
 * @param label what the person reads
 */
public record Option(String value, String label) {}
