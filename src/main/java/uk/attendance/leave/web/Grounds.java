package uk.attendance.leave.web;

import java.util.Arrays;
import java.util.List;
import uk.attendance.leave.Ground;

/** The grounds as the forms offer them. */
final class Grounds {

  static final List<Ground> ALL = List.of(Ground.values());

  /** What parents choose from. */
  static final List<Ground> FOR_PARENTS =
      Arrays.stream(Ground.values()).filter(ground -> ground != Ground.PROTEST).toList();

  private Grounds() {}
}
