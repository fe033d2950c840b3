package uk.attendance.leave;

/** A request that cannot be taken as it stands; names the field and says why, in a sentence. */
public class RequestRefused extends RuntimeException {

  private final String field;
  private final String sentence;

  public RequestRefused(String field, String sentence) {
    super("a request for leave was refused over %s: %s".formatted(field, sentence));
    this.field = field;
    this.sentence = sentence;
  }

  public String field() {
    return field;
  }

  public String sentence() {
    return sentence;
  }
}
