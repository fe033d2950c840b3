package uk.attendance.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The national table of register codes: data, dated, never an {@code if}. */
public final class RegisterCodes {

  private final List<RegisterCode> all;
  private final Map<String, List<RegisterCode>> byCode = new HashMap<>();

  RegisterCodes(List<RegisterCode> codes) {
    this.all = List.copyOf(codes);
    codes.forEach(code -> byCode.computeIfAbsent(code.code(), key -> new ArrayList<>()).add(code));
  }

  public List<RegisterCode> all() {
    return all;
  }

  /** The code as it stood on a day; empty where it is unknown or was not valid then. */
  public Optional<RegisterCode> find(String code, LocalDate day) {
    return byCode.getOrDefault(code, List.of()).stream()
        .filter(candidate -> candidate.holdsOn(day))
        .findFirst();
  }

  /** All codes of a kind that are valid on a day, in the table's order. */
  public List<RegisterCode> ofKind(CodeKind kind, LocalDate day) {
    return all.stream().filter(code -> code.is(kind) && code.holdsOn(day)).toList();
  }

  Set<String> keys() {
    return byCode.keySet();
  }
}
