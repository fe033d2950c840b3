package uk.attendance.policy;

/** Keys of a pack as words. */
final class Words {

  private Words() {}

  /** {@code parent-reports-by} as "parent reports by". */
  static String of(String key) {
    return key.isEmpty() ? "blank" : key.length() == 1 ? key : key.replace('-', ' ');
  }

  /** {@code parent-reports-by} as "Parent reports by". */
  static String title(String key) {
    String words = of(key);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
