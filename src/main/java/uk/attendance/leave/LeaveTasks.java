package uk.attendance.leave;

/** Names of process variables by the key of a task. */
final class LeaveTasks {

  private LeaveTasks() {}

  /** {@code decide-leave} is {@code decideLeave}: a hyphen means minus to the engine. */
  static String camelCase(String key) {
    StringBuilder camel = new StringBuilder();
    for (String word : key.split("-")) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }
}
