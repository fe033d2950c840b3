package uk.attendance.register.web;

import uk.attendance.register.Amendment;

/** An amendment as a page lists it. */
record AmendmentRow(String original, String amended, String reason, String by, String at) {

  static AmendmentRow of(Amendment amendment) {
    return new AmendmentRow(
        words(amendment.original()),
        words(amendment.amended()),
        amendment.reason(),
        amendment.by().name() + ", " + amendment.by().title(),
        FileRow.moment(amendment.at()));
  }

  private static String words(String code) {
    return code.equals("-") ? "not marked" : code;
  }
}
