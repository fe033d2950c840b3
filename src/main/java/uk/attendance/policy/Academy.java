package uk.attendance.policy;

/**
 * One school of a trust's pack.
 *
 * @param advisoryLetter whether the letter below the trust's line goes out here (RT-C1)
 */
public record Academy(String id, String name, RegisterTimes times, Setting advisoryLetter) {}
