package uk.attendance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.register.SomeRegister.SCHOOL;
import static uk.attendance.register.SomeRegister.file;
import static uk.attendance.school.Session.PM;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.pupil.PupilId;

/** A node may be killed at any statement, and another one ends what it began. */
class SurvivingDeathTest {

  private static final String HEADER = "admission_no,date,session,code";
  private static final String[] BEFORE = {
    HEADER, "100,2025-11-03,AM,N", "100,2025-11-03,PM,/", "200,2025-11-03,AM,N"
  };
  private static final String[] AFTER = {
    HEADER,
    "100,2025-11-03,AM,I",
    "100,2025-11-03,PM,",
    "100,2025-11-04,AM,N",
    "200,2025-11-03,AM,N",
    "200,2025-11-03,PM,/",
    "200,2025-11-04,AM,/",
    "200,2025-11-04,AM,N",
    "nobody,2025-11-04,AM,/"
  };

  @OnBothDatabases
  void isTheSameAsUninterruptedWhereverTheNodeDies(Database database) {
    SomeRegister alive = new SomeRegister(database.source()).founded();
    alive.pupil("100");
    PupilId planned = alive.pupil("200");
    MortalSource counting = MortalSource.immortal(database.source());
    RegisterImport whole = importBoth(alive, planned, counting);
    List<String> expected = alive.everything();
    List<String> amendments = amendments(alive);
    ImportCounts counts = whole.counts();
    assertThat(amendments).hasSize(2);
    assertThat(counts.rejected()).isEqualTo(3);

    for (int lastStep = 1; lastStep < counting.steps(); lastStep++) {
      MortalSource mortal = new MortalSource(database.source(), lastStep);
      RegisterImport resumed = importBoth(alive, planned, mortal);

      assertThat(mortal.isDead()).isTrue();
      assertThat(alive.everything()).as("killed at step %d", lastStep).isEqualTo(expected);
      assertThat(amendments(alive)).as("killed at step %d", lastStep).isEqualTo(amendments);
      assertThat(resumed.counts()).as("killed at step %d", lastStep).isEqualTo(counts);
      assertThat(alive.broken()).isEmpty();
    }
  }

  /** Empties the register, imports one file in peace and the next one on a node that may die. */
  private static RegisterImport importBoth(
      SomeRegister alive, PupilId planned, MortalSource mortal) {
    for (String table :
        List.of(
            "mark",
            "amendment",
            "planned_mark",
            "register_conflict",
            "rejected_row",
            "staged_mark",
            "register_file_part",
            "register_import")) {
      alive.jdbc.sql("delete from " + table).update();
    }
    alive.planned(planned, "2025-11-03", PM, "M");
    alive.bringIn("2025-11-03T15:00:00Z", BEFORE);
    SomeRegister dying = new SomeRegister(mortal);
    try {
      dying.importing.bringIn(
          SCHOOL,
          "a.csv",
          file(AFTER),
          Instant.parse("2025-11-04T09:15:00Z"),
          SomeRegister.CLERK,
          true);
    } catch (RuntimeException killed) {
      assertThat(mortal.isDead()).isTrue();
    }
    // a minute later, for another node
    alive
        .jdbc
        .sql("update register_import set lease_until = timestamp '2020-01-01 00:00:00'")
        .update();
    alive.leases.leftBehind().forEach(alive.importing::carryOn);
    List<RegisterImport> files = alive.imports.recent(SCHOOL, 10);
    if (files.size() == 1) {
      // killed before the file was kept: the person is told so and brings it again
      return alive.bringIn("2025-11-04T09:15:00Z", AFTER);
    }
    assertThat(files.get(0).state()).isEqualTo(ImportState.APPLIED);
    return files.get(0);
  }

  private static List<String> amendments(SomeRegister register) {
    return register
        .jdbc
        .sql(
            "select p.admission_no, a.* from amendment a join pupil p on p.id = a.pupil_id order by 1, position")
        .query(
            (row, n) ->
                "%s %d %s %s %s>%s"
                    .formatted(
                        row.getString("admission_no"),
                        row.getInt("position"),
                        row.getString("marked_on"),
                        row.getString("session"),
                        row.getString("original"),
                        row.getString("amended")))
        .list();
  }

  @OnBothDatabases
  void twoNodesWithOneFileBringItInOnce(Database database) throws Exception {
    SomeRegister one = new SomeRegister(database.source()).founded();
    SomeRegister other = new SomeRegister(database.source());
    PupilId pupil = one.pupil("100");
    one.bringIn("2025-11-03T10:00:00Z", HEADER, "100,2025-11-03,AM,N");
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 10; round++) {
        one.jdbc.sql("delete from amendment").update();
        one.jdbc
            .sql(
                "update mark set code = 'N', marked_at = timestamp with time zone '2025-11-03 10:00:00+00'")
            .update();
        ImportId id =
            one.importing.receive(
                SCHOOL,
                "a.csv",
                file(HEADER, "100,2025-11-03,AM,I"),
                Instant.parse("2025-11-04T09:15:00Z"),
                SomeRegister.CLERK);
        one.importing.carryOn(id);
        one.importing.confirm(id, SomeRegister.CLERK, true);
        Future<Boolean> first = nodes.submit(() -> one.importing.carryOn(id));
        Future<Boolean> second = nodes.submit(() -> other.importing.carryOn(id));

        assertThat(List.of(first.get(), second.get())).contains(true);
        assertThat(one.amendmentsOf(pupil)).hasSize(1);
        assertThat(one.imports.get(id).state()).isEqualTo(ImportState.APPLIED);
      }
    } finally {
      nodes.shutdown();
    }
  }
}
