package uk.attendance.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One school's or trust's policy as data, the national values where it names none. Immutable.
 *
 * @param source the policy it was written from, with its date
 * @param academies the schools of a trust by id; empty for a single school's pack
 * @param own what this pack names itself, without the national values
 * @param tables the decision tables by key, its own or the national ones
 */
public record PolicyPack(
    PackVersion version,
    String title,
    String source,
    String localAuthority,
    Map<String, RoleTitles> roles,
    @Nullable RegisterTimes ownRegisterTimes,
    Map<String, Academy> academies,
    Settings settings,
    Settings own,
    Map<String, CodeSet> codeSets,
    RegisterCodes codes,
    Map<String, Letter> letters,
    Map<String, DecisionTable> tables,
    List<Practice> practices,
    List<Warning> warnings) {

  public String id() {
    return version.pack();
  }

  /** What this school calls those who have a role, such as "Nominated attendance person". */
  public String roleTitle(String role) {
    return Optional.ofNullable(roles.get(role))
        .map(RoleTitles::title)
        .orElseThrow(
            () -> new IllegalArgumentException("pack " + version + " has no role '" + role + "'"));
  }

  /**
   * When the registers are open.
   *
   * @param academy of a trust's pack; null for a single school's
   */
  public RegisterTimes registerTimes(@Nullable String academy) {
    if (academy == null && academies.isEmpty()) {
      return Objects.requireNonNull(ownRegisterTimes);
    }
    return academy(academy).times();
  }

  /** A school of a trust's pack. */
  public Academy academy(@Nullable String academy) {
    Academy found = academy == null ? null : academies.get(academy);
    if (found == null) {
      throw new IllegalArgumentException(
          "pack %s has no academy '%s'; known: %s".formatted(version, academy, academies.keySet()));
    }
    return found;
  }

  /** When a task is due, as the pack says it. */
  public Wait deadline(String task) {
    return settings.wait("deadlines." + task);
  }

  public CodeSet codeSet(String name) {
    return Optional.ofNullable(codeSets.get(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "pack " + version + " has no code set '" + name + "'"));
  }

  public Letter letter(String id) {
    return Optional.ofNullable(letters.get(id))
        .orElseThrow(
            () -> new IllegalArgumentException("pack " + version + " has no letter '" + id + "'"));
  }

  /** A decision table, the pack's own or the national one. */
  public DecisionTable table(String decision) {
    return Optional.ofNullable(tables.get(decision))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "pack " + version + " has no table '" + decision + "'"));
  }

  public ImportBrakes importBrakes() {
    return ImportBrakes.of(settings);
  }

  public FigureLines figureLines() {
    return FigureLines.of(settings);
  }

  public CompulsorySchoolAge compulsorySchoolAge() {
    return CompulsorySchoolAge.of(settings);
  }

  /** The same pack under the version it is kept by. */
  PolicyPack as(PackVersion keptAs) {
    return new PolicyPack(
        keptAs,
        title,
        source,
        localAuthority,
        roles,
        ownRegisterTimes,
        academies,
        settings,
        own,
        codeSets,
        codes,
        letters,
        tables,
        practices,
        warnings);
  }
}
