package uk.attendance.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.Invariant;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.AmendmentChain.Link;
import uk.attendance.school.School;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;
import uk.attendance.school.Session;

/** Every pupil's chain fits, ends at the mark that stands, and counts what files changed. */
@Component
class EveryChangeIsChained implements Invariant {

  private final JdbcClient jdbc;
  private final Schools schools;
  private final Amendments amendments;

  EveryChangeIsChained(JdbcClient jdbc, Schools schools, Amendments amendments) {
    this.jdbc = jdbc;
    this.schools = schools;
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
    for (School next : schools.all()) {
      SchoolId school = next.id();
      Map<PupilId, List<Link>> chains = new HashMap<>();
      try (var links = amendments.links(school)) {
        links.forEach(
            link ->
                chains
                    .computeIfAbsent(link.amendment().pupil(), pupil -> new ArrayList<>())
                    .add(link));
      }
      chains.forEach(
          (pupil, links) -> AmendmentChain.verify(pupil, links.iterator()).ifPresent(broken::add));
      endsAtTheMark(school, chains, broken);
    }
    countsWhatFilesChanged(broken);
    return broken;
  }

  private void endsAtTheMark(
      SchoolId school, Map<PupilId, List<Link>> chains, List<String> broken) {
    Map<SessionOfPupil, Amendment> last = new HashMap<>();
    for (List<Link> links : chains.values()) {
      for (Link link : links) {
        Amendment next = link.amendment();
        SessionOfPupil key = new SessionOfPupil(next.pupil().value(), next.day(), next.session());
        Amendment before = last.put(key, next);
        if (before != null && !before.amended().equals(next.original())) {
          broken.add(
              "amendment %d of pupil %s begins at %s, the one before it ended at %s"
                  .formatted(next.position(), next.pupil(), next.original(), before.amended()));
        }
      }
    }
    Set<SessionOfPupil> standing = new HashSet<>();
    jdbc.sql("select pupil_id, marked_on, session, code from mark where school_id = :school")
        .param("school", school.value())
        .query(
            row -> {
              SessionOfPupil key =
                  new SessionOfPupil(
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
                    .formatted(amendment.position(), amendment.pupil(), key.day(), key.session()));
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
