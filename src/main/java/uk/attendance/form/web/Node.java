package uk.attendance.form.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a form as the page shows it; {@code templates/form/fields.html} has a fragment for
 * each kind.
 *
 * @param kind the fragment: {@code words}, {@code section}, {@code rows}, or a field's
 * @param name of the box; empty where there is none
 * @param label the question, or a heading
 * @param when when it is shown, in words; null where it always is
 * @param script the same for the browser
 */
public record Node(
    String kind,
    String name,
    String label,
    @Nullable String hint,
    @Nullable String error,
    String value,
    Looks looks,
    List<Choice> choices,
    List<Node> inner,
    List<Row> rows,
    List<Block> blocks,
    @Nullable String when,
    @Nullable String script) {

  /** Its id on the page: where an error leads. */
  public String id() {
    return idOf(name);
  }

  static String idOf(String name) {
    return "f-" + name;
  }

  public String describedBy() {
    return ((hint == null ? "" : id() + "-hint ") + (error == null ? "" : id() + "-error")).strip();
  }

  /**
   * How a box looks.
   *
   * @param type of the input
   * @param width a style that tells how much is expected
   * @param several whether more than one file may be given
   * @param grows whether rows may be added
   */
  public record Looks(
      String type,
      String width,
      @Nullable String prefix,
      @Nullable String suffix,
      boolean several,
      boolean grows) {

    static final Looks NONE = new Looks("text", "", null, null, false, false);
  }

  /**
   * One answer offered.
   *
   * @param revealed what is asked only if it is chosen
   * @param script when that is, for the browser
   */
  public record Choice(
      String id,
      String value,
      String label,
      boolean chosen,
      List<Node> revealed,
      @Nullable String script) {}

  /** One row of a list. */
  public record Row(int number, String words, List<Node> nodes) {}

  /**
   * A piece of text.
   *
   * @param kind heading, paragraph or list
   */
  public record Block(String kind, List<String> lines) {}
}
