package uk.attendance.casefile.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;
import uk.attendance.policy.PackVersion;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/**
 * The process variables that every case has, and those named after a task: {@code <task>Due},
 * {@code <task>Why} and {@code <task>From}, the day its deadline is counted from.
 */
public record CaseVariables(
    CaseId caseId, PupilId pupil, SchoolId school, PackVersion pack, LocalDate startedOn) {

  private static final String CASE = "caseId";
  private static final String PUPIL = "pupilId";
  private static final String SCHOOL = "schoolId";
  private static final String PACK = "policyPack";
  private static final String VERSION = "policyVersion";
  private static final String STARTED_ON = "startedOn";

  /** Empty for a process that is no case. */
  public static Optional<CaseVariables> of(VariableScope scope) {
    return caseId(scope)
        .map(
            id ->
                new CaseVariables(
                    id,
                    new PupilId((Long) require(scope, PUPIL)),
                    new SchoolId((String) require(scope, SCHOOL)),
                    new PackVersion(
                        (String) require(scope, PACK), (String) require(scope, VERSION)),
                    LocalDate.parse((String) require(scope, STARTED_ON))));
  }

  public static Optional<CaseId> caseId(VariableScope scope) {
    return scope.getVariable(CASE) instanceof Long id
        ? Optional.of(new CaseId(id))
        : Optional.empty();
  }

  /** Why a task is asked for, as the process knows it. */
  public static Optional<Why> whyOf(String task, VariableScope scope) {
    return scope.getVariable(camelCase(task) + "Why") instanceof String json
        ? Optional.of(WhyJson.read(json))
        : Optional.empty();
  }

  static Map<String, Object> of(CaseFile file, Map<String, Object> facts) {
    Map<String, Object> variables = new HashMap<>(checked(facts));
    variables.put(CASE, file.id().value());
    variables.put(PUPIL, file.pupil().value());
    variables.put(SCHOOL, file.school().value());
    variables.put(PACK, file.pack().pack());
    variables.put(VERSION, file.pack().version());
    variables.put(STARTED_ON, file.startedOn().toString());
    return variables;
  }

  /** The days that the deadline of a task may be counted from. */
  List<LocalDate> countedFrom(String task, VariableScope scope) {
    List<LocalDate> days = new ArrayList<>();
    if (scope.getVariable(camelCase(task) + "From") instanceof String day) {
      days.add(LocalDate.parse(day));
    }
    days.add(startedOn);
    return days;
  }

  /** {@code telephone-parents} is {@code telephoneParents}: a hyphen means minus to the engine. */
  public static String camelCase(String key) {
    StringBuilder camel = new StringBuilder();
    for (String word : key.split("-")) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }

  /**
   * @throws IllegalArgumentException for what is no id, code, yes or no, number or date: it would
   *     be stored serialized
   */
  static Map<String, Object> checked(Map<String, Object> facts) {
    facts.forEach(
        (name, fact) -> {
          if (!(fact == null
              || fact instanceof String
              || fact instanceof Boolean
              || fact instanceof Integer
              || fact instanceof Long
              || fact instanceof Double
              || fact instanceof Date)) {
            throw new IllegalArgumentException(
                "process variable '%s' is a %s; needed: text, a number, yes or no, or a java.util.Date"
                    .formatted(name, fact.getClass().getName()));
          }
        });
    return facts;
  }

  private static Object require(VariableScope scope, String name) {
    Object value = scope.getVariable(name);
    if (value == null) {
      throw new IllegalStateException(
          "case %s has no process variable '%s'".formatted(scope.getVariable(CASE), name));
    }
    return value;
  }
}
