package uk.attendance.register;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.RegisterCode;
import uk.attendance.policy.RegisterCodes;
import uk.attendance.policy.Unit;

/** What counting figures needs of a policy pack: codes, the window, what runs are made of. */
final class FigureRules {

  private final RegisterCodes codes;
  private final Set<String> penaltyCodes;
  private final Set<String> illnessCodes;
  private final int windowWeeks;
  private final Map<RunKind, BiPredicate<String, RegisterCode>> runs = new EnumMap<>(RunKind.class);

  private FigureRules(PolicyPack pack) {
    codes = pack.codes();
    penaltyCodes = Set.copyOf(pack.codeSet("penalty").codes());
    illnessCodes = Set.copyOf(pack.codeSet("illness").codes());
    windowWeeks = pack.settings().amount("penalty.window", Unit.SCHOOL_WEEKS);
    for (RunKind kind : RunKind.values()) {
      runs.put(kind, kind.membersBy(pack));
    }
  }

  static FigureRules of(PolicyPack pack) {
    return new FigureRules(pack);
  }

  /** School weeks. */
  int windowWeeks() {
    return windowWeeks;
  }

  boolean countsTowardsPenalty(String code) {
    return penaltyCodes.contains(code);
  }

  boolean isIllness(String code) {
    return illnessCodes.contains(code);
  }

  boolean belongsTo(RunKind kind, String code, RegisterCode meaning) {
    return runs.get(kind).test(code, meaning);
  }

  /**
   * @throws IllegalStateException for a code that no import and no person could have entered
   */
  RegisterCode meaning(String code, LocalDate day) {
    return codes
        .find(code, day)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "counting a mark of %s: code '%s' has no meaning that day"
                        .formatted(day, code)));
  }

  static boolean isClosure(RegisterCode meaning) {
    return meaning.is(CodeKind.CLOSURE);
  }
}
