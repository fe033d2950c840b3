package uk.attendance.demo;

/**
 * What the register says about one session, and when.
 *
 * @param settled the code in the end
 * @param first the code until that is known
 * @param known school days until the settled code is in the school's file; 0: the same morning
 * @param minutesLate with L and U, else 0
 */
record Entry(String settled, String first, int known, int minutesLate) {

  static final Entry MORNING = attending("/");
  static final Entry AFTERNOON = attending("\\");

  static Entry attending(String code) {
    return new Entry(code, code, 0, 0);
  }

  /** Known before or on the morning. */
  static Entry planned(String code) {
    return new Entry(code, code, 0, 0);
  }

  /** N until somebody knows better. */
  static Entry unexplained(String settled, int known) {
    return new Entry(settled, "N", Math.max(0, known), 0);
  }

  static Entry late(String code, int minutes, int known) {
    return new Entry(code, "N", known, minutes);
  }

  Entry knownAtOnce() {
    return new Entry(settled, first, 0, minutesLate);
  }

  /** The code in a file made on the morning of the n-th school day after the session's. */
  String after(int schoolDays) {
    return schoolDays >= known ? settled : first;
  }

  boolean present() {
    return settled.equals("/") || settled.equals("\\");
  }
}
