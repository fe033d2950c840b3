package uk.attendance.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.Invariant;
import uk.attendance.file.UnreadableFile;
import uk.attendance.school.School;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;
import uk.attendance.school.Session;

/** Reads every file that went in once more and looks for each of its rows. */
@Component
class EveryRowStandsOnce implements Invariant {

  private final JdbcClient jdbc;
  private final Schools schools;
  private final RegisterImports imports;
  private final StoredFiles files;

  EveryRowStandsOnce(JdbcClient jdbc, Schools schools, RegisterImports imports, StoredFiles files) {
    this.jdbc = jdbc;
    this.schools = schools;
    this.imports = imports;
    this.files = files;
  }

  private record Held(String code, boolean decidedHere, Instant at) {}

  @Override
  public String id() {
    return "I1";
  }

  @Override
  public String sentence() {
    return "every accepted row of a register file stands in the register once, every other row in the rejects";
  }

  @Override
  public List<String> broken() {
    List<String> broken = new ArrayList<>();
    for (School next : schools.all()) {
      SchoolId school = next.id();
      Map<SessionOfPupil, Held> register = register(school);
      List<RegisterImport> applied =
          imports.recent(school, Integer.MAX_VALUE).stream()
              .filter(file -> file.state() == ImportState.APPLIED)
              .toList();
      applied.forEach(file -> check(file, applied, register, broken));
    }
    return broken;
  }

  private void check(
      RegisterImport file,
      List<RegisterImport> applied,
      Map<SessionOfPupil, Held> register,
      List<String> broken) {
    ImportCounts counts = file.counts();
    int sum =
        counts.rejected()
            + counts.repeated()
            + counts.created()
            + counts.changed()
            + counts.blanked()
            + counts.detailed()
            + counts.unchanged()
            + counts.older()
            + counts.kept();
    if (sum != counts.read()) {
      broken.add(
          "register file %s: %d marks read, %d accounted for"
              .formatted(file.id(), counts.read(), sum));
    }
    Map<SessionOfPupil, Statement> missing = new HashMap<>();
    try {
      files.statements(
          file,
          said -> {
            SessionOfPupil key = new SessionOfPupil(said.pupil(), said.day(), said.session());
            if (!stands(said, register.get(key))) {
              missing.put(key, said);
            }
          });
      if (!missing.isEmpty()) {
        forgetWhatNewerFilesSay(file, applied, missing);
      }
    } catch (UnreadableFile e) {
      broken.add("register file %s can no longer be read: %s".formatted(file.id(), e));
    }
    missing
        .values()
        .forEach(
            said ->
                broken.add(
                    "register file %s line %d: pupil %d, %s %s is not in the register"
                        .formatted(
                            file.id(), said.line(), said.pupil(), said.day(), said.session())));
  }

  private static boolean stands(Statement said, Held held) {
    if (held == null) {
      return said.code().equals(Marks.NONE);
    }
    return held.code().equals(said.code())
        || held.decidedHere()
        || held.at().isAfter(said.at())
        || held.at().equals(said.at());
  }

  private void forgetWhatNewerFilesSay(
      RegisterImport file, List<RegisterImport> applied, Map<SessionOfPupil, Statement> missing) {
    for (RegisterImport newer : applied) {
      if (!newer.id().equals(file.id()) && newer.exportedAt().compareTo(file.exportedAt()) >= 0) {
        files.statements(
            newer,
            said -> {
              SessionOfPupil key = new SessionOfPupil(said.pupil(), said.day(), said.session());
              Statement ours = missing.get(key);
              if (ours != null && !said.at().isBefore(ours.at())) {
                missing.remove(key);
              }
            });
      }
    }
  }

  private Map<SessionOfPupil, Held> register(SchoolId school) {
    Map<SessionOfPupil, Held> register = new HashMap<>();
    jdbc.sql("select * from mark where school_id = :school")
        .param("school", school.value())
        .query(
            row -> {
              register.put(
                  new SessionOfPupil(
                      row.getLong("pupil_id"),
                      row.getObject("marked_on", LocalDate.class),
                      Session.valueOf(row.getString("session"))),
                  new Held(
                      row.getString("code"),
                      row.getBoolean("decided_here"),
                      row.getObject("marked_at", OffsetDateTime.class).toInstant()));
            });
    return register;
  }
}
