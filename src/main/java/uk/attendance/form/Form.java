package uk.attendance.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.attendance.secret.Digest;

/**
 * What a person is asked in a task.
 *
 * @param key the task's, and the file's name
 * @param source the file as it stands
 */
public record Form(String key, String source, List<Part> parts) {

  public Form {
    parts = List.copyOf(parts);
  }

  /**
   * A form from its file.
   *
   * @throws FormsRefused naming each component that we do not support
   */
  public static Form read(String key, String source, Vocabulary vocabulary) {
    List<String> errors = new ArrayList<>();
    Form form = FormReader.read(key, source, vocabulary, errors);
    if (!errors.isEmpty()) {
      throw new FormsRefused(errors);
    }
    return form;
  }

  /** SHA-256 of the file: which form it was. */
  public String hash() {
    return Digest.of(source);
  }

  /** The fields that are answered once, in the order of the file. */
  public List<Field> fields() {
    return fieldsOf(parts);
  }

  public Optional<Field> field(String key) {
    return fields().stream().filter(field -> field.key().equals(key)).findFirst();
  }

  /** Whether answers may come under this key. */
  public boolean asks(String key) {
    return field(key).isPresent() || lists(parts).anyMatch(list -> list.key().equals(key));
  }

  /** Names under which it asks the case for answers to offer. */
  public Set<String> sources() {
    return everyField()
        .map(field -> field.choices().source())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** Those of rows too. */
  Stream<Field> everyField() {
    return Stream.concat(
        fields().stream(), lists(parts).flatMap(list -> fieldsOf(list.parts()).stream()));
  }

  static List<Field> fieldsOf(List<Part> parts) {
    return parts.stream().flatMap(Form::fields).toList();
  }

  private static Stream<Field> fields(Part part) {
    if (part instanceof Field field) {
      return Stream.of(field);
    }
    return part instanceof Section section
        ? section.parts().stream().flatMap(Form::fields)
        : Stream.empty();
  }

  private static Stream<Repeated> lists(List<Part> parts) {
    return parts.stream()
        .flatMap(
            part -> {
              if (part instanceof Repeated list) {
                return Stream.of(list);
              }
              return part instanceof Section section ? lists(section.parts()) : Stream.empty();
            });
  }
}
