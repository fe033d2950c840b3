package uk.attendance.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.Invariant;
import uk.attendance.file.UnreadableFile;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.AmendmentChain.Link;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/** What must always hold of the register. */
final class RegisterInvariants {

  private RegisterInvariants() {}

  private record Key(long pupil, LocalDate day, Session session) {}

  private static List<SchoolId> schools(JdbcClient jdbc) {
    return jdbc.sql("select id from school order by id")
        .query((row, n) -> new SchoolId(row.getString("id")))
        .list();
  }

  /** Reads every file that went in once more and looks for each of its rows. */
  @Component
  static class EveryRowStandsOnce implements Invariant {

    private final JdbcClient jdbc;
    private final RegisterImports imports;
    private final StoredFiles files;

    EveryRowStandsOnce(JdbcClient jdbc, RegisterImports imports, StoredFiles files) {
      this.jdbc = jdbc;
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
      for (SchoolId school : schools(jdbc)) {
        Map<Key, Held> register = register(school);
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
        Map<Key, Held> register,
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
      Map<Key, Statement> missing = new HashMap<>();
      try {
        files.statements(
            file,
            said -> {
              Key key = new Key(said.pupil(), said.day(), said.session());
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
        RegisterImport file, List<RegisterImport> applied, Map<Key, Statement> missing) {
      for (RegisterImport newer : applied) {
        if (!newer.id().equals(file.id()) && newer.exportedAt().compareTo(file.exportedAt()) >= 0) {
          files.statements(
              newer,
              said -> {
                Key key = new Key(said.pupil(), said.day(), said.session());
                Statement ours = missing.get(key);
                if (ours != null && !said.at().isBefore(ours.at())) {
                  missing.remove(key);
                }
              });
        }
      }
    }

    private Map<Key, Held> register(SchoolId school) {
      Map<Key, Held> register = new HashMap<>();
      jdbc.sql("select * from mark where school_id = :school")
          .param("school", school.value())
          .query(
              row -> {
                register.put(
                    new Key(
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

  /** Every pupil's chain fits, ends at the mark that stands, and counts what files changed. */
  @Component
  static class EveryChangeIsChained implements Invariant {

    private final JdbcClient jdbc;
    private final Amendments amendments;

    EveryChangeIsChained(JdbcClient jdbc, Amendments amendments) {
      this.jdbc = jdbc;
      this.amendments = amendments;
    }

    @Override
    public String id() {
      return "I6";
    }

    @Override
    public String sentence() {
      return "the chain of amendments verifies and counts every change of a mark";
    }

    @Override
    public List<String> broken() {
      List<String> broken = new ArrayList<>();
      for (SchoolId school : schools(jdbc)) {
        Map<PupilId, List<Link>> chains = new HashMap<>();
        try (var links = amendments.links(school)) {
          links.forEach(
              link ->
                  chains
                      .computeIfAbsent(link.amendment().pupil(), pupil -> new ArrayList<>())
                      .add(link));
        }
        chains.forEach(
            (pupil, links) ->
                AmendmentChain.verify(pupil, links.iterator()).ifPresent(broken::add));
        endsAtTheMark(school, chains, broken);
      }
      countsWhatFilesChanged(broken);
      return broken;
    }

    private void endsAtTheMark(
        SchoolId school, Map<PupilId, List<Link>> chains, List<String> broken) {
      Map<Key, Amendment> last = new HashMap<>();
      for (List<Link> links : chains.values()) {
        for (Link link : links) {
          Amendment next = link.amendment();
          Key key = new Key(next.pupil().value(), next.day(), next.session());
          Amendment before = last.put(key, next);
          if (before != null && !before.amended().equals(next.original())) {
            broken.add(
                "amendment %d of pupil %s begins at %s, the one before it ended at %s"
                    .formatted(next.position(), next.pupil(), next.original(), before.amended()));
          }
        }
      }
      Set<Key> standing = new HashSet<>();
      jdbc.sql("select pupil_id, marked_on, session, code from mark where school_id = :school")
          .param("school", school.value())
          .query(
              row -> {
                Key key =
                    new Key(
                        row.getLong("pupil_id"),
                        row.getObject("marked_on", LocalDate.class),
                        Session.valueOf(row.getString("session")));
                Amendment amendment = last.get(key);
                if (amendment != null && amendment.amended().equals(row.getString("code"))) {
                  standing.add(key);
                }
              });
      last.forEach(
          (key, amendment) -> {
            if (!standing.contains(key)) {
              broken.add(
                  "amendment %d of pupil %s is not what the register says of %s %s"
                      .formatted(
                          amendment.position(), amendment.pupil(), key.day(), key.session()));
            }
          });
    }

    private void countsWhatFilesChanged(List<String> broken) {
      jdbc.sql(
              """
              select i.id, i.marks_changed + i.marks_blanked as at_least, i.marks_planned,
                (select count(*) from amendment a where a.import_id = i.id) as amendments
              from register_import i where i.state = 'APPLIED' order by i.id
              """)
          .query(
              row -> {
                int atLeast = row.getInt("at_least");
                int found = row.getInt("amendments");
                if (found < atLeast || found > atLeast + row.getInt("marks_planned")) {
                  broken.add(
                      "register file %d changed %d marks and made %d amendments"
                          .formatted(row.getLong("id"), atLeast, found));
                }
              });
    }
  }

  /** Nothing of one school stands under another. */
  @Component
  static class NoRowUnderAnotherSchool implements Invariant {

    private final JdbcClient jdbc;

    NoRowUnderAnotherSchool(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @Override
    public String id() {
      return "I7";
    }

    @Override
    public String sentence() {
      return "no mark, amendment, plan or conflict of one school stands under another";
    }

    @Override
    public List<String> broken() {
      List<String> broken = new ArrayList<>();
      for (String table : List.of("mark", "amendment", "planned_mark", "register_conflict")) {
        jdbc.sql(
                """
                select t.pupil_id, t.school_id, p.school_id as of_pupil, count(*) as found
                from %s t join pupil p on p.id = t.pupil_id
                where t.school_id <> p.school_id
                group by t.pupil_id, t.school_id, p.school_id
                """
                    .formatted(table))
            .query(
                row -> {
                  broken.add(
                      "%s: %d of pupil %d of school %s under school %s"
                          .formatted(
                              table,
                              row.getInt("found"),
                              row.getLong("pupil_id"),
                              row.getString("of_pupil"),
                              row.getString("school_id")));
                });
      }
      return broken;
    }
  }
}
