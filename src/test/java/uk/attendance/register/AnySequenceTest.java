package uk.attendance.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;

/**
 * Whatever files come in whatever order, and wherever nodes die over them: the register is as the
 * newest extract says that speaks about a session, and amendments count the changes.
 */
class AnySequenceTest {

  private static final int RUNS = 12;
  private static final int FILES = 6;
  private static final String[] CODES = {"/", "N", "I", "O", "-"};

  /** What one made-up file says, session by session. */
  private record Extract(Instant at, Map<String, String> said) {

    private String[] lines() {
      List<String> lines = new ArrayList<>(List.of("admission_no,date,session,code"));
      said.forEach((session, code) -> lines.add(session + "," + code));
      return lines.toArray(String[]::new);
    }
  }

  @OnBothDatabases
  void theRegisterIsAsTheNewestExtractSays(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    register.pupil("1");
    register.pupil("2");
    for (int seed = 0; seed < RUNS; seed++) {
      for (String table :
          List.of("mark", "amendment", "rejected_row", "register_file_part", "register_import")) {
        register.jdbc.sql("delete from " + table).update();
      }
      Random random = new Random(seed);
      Map<String, Extract> newest = new HashMap<>();
      for (int i = 0; i < FILES; i++) {
        Extract extract = extract(random, i);
        bringIn(extract, register, database, random);
        extract.said().keySet().forEach(session -> newest.merge(session, extract, this::newer));
      }
      Map<String, String> expected = new TreeMap<>();
      newest.forEach(
          (session, extract) ->
              expected.put(session, canonical(session, extract.said().get(session))));
      assertThat(held(register)).as("seed %d", seed).isEqualTo(withoutBlanks(expected));
      assertThat(register.broken()).as("seed %d", seed).isEmpty();
      assertThat(count(register, "select count(*) from amendment"))
          .isEqualTo(
              count(
                  register,
                  "select coalesce(sum(marks_changed + marks_blanked), 0) from register_import"));
    }
  }

  private static Extract extract(Random random, int number) {
    Map<String, String> said = new TreeMap<>();
    for (int pupil = 1; pupil <= 2; pupil++) {
      for (int day = 3; day <= 4; day++) {
        for (String session : List.of("AM", "PM")) {
          if (random.nextInt(4) > 0) {
            said.put(
                "%d,2025-11-0%d,%s".formatted(pupil, day, session),
                CODES[random.nextInt(CODES.length)]);
          }
        }
      }
    }
    said.putIfAbsent("1,2025-11-03,AM", "/");
    // no two at the same minute; in any order
    Instant at =
        Instant.parse("2025-11-04T08:00:00Z").plusSeconds(60L * (random.nextInt(10) * 8 + number));
    return new Extract(at, said);
  }

  /** On a node that may die at any step, then on one that lives. */
  private static void bringIn(
      Extract extract, SomeRegister alive, Database database, Random random) {
    MortalSource mortal = new MortalSource(database.source(), 1 + random.nextInt(60));
    int before = count(alive, "select count(*) from register_import");
    try {
      new SomeRegister(mortal)
          .importing.bringIn(
              SomeRegister.SCHOOL,
              "a.csv",
              SomeRegister.file(extract.lines()),
              extract.at(),
              SomeRegister.CLERK,
              true);
    } catch (RuntimeException killed) {
      assertThat(mortal.isDead()).isTrue();
    }
    alive
        .jdbc
        .sql("update register_import set lease_until = timestamp '2020-01-01 00:00:00'")
        .update();
    alive.leases.leftBehind().forEach(alive.importing::carryOn);
    if (count(alive, "select count(*) from register_import") == before) {
      alive.bringIn(extract.at().toString(), extract.lines());
    }
  }

  private Extract newer(Extract one, Extract other) {
    return one.at().isAfter(other.at()) ? one : other;
  }

  private static String canonical(String session, String code) {
    return code.equals("/") && session.endsWith("PM") ? "\\" : code;
  }

  private static Map<String, String> withoutBlanks(Map<String, String> marks) {
    Map<String, String> held = new TreeMap<>(marks);
    held.values().removeIf("-"::equals);
    return held;
  }

  private static Map<String, String> held(SomeRegister register) {
    Map<String, String> held = new TreeMap<>();
    register
        .jdbc
        .sql(
            """
            select p.admission_no, m.marked_on, m.session, m.code
            from mark m join pupil p on p.id = m.pupil_id where m.code <> '-'
            """)
        .query(
            row -> {
              held.put(
                  row.getString(1) + "," + row.getString(2) + "," + row.getString(3),
                  row.getString(4));
            });
    return held;
  }

  private static int count(SomeRegister register, String sql) {
    return register.jdbc.sql(sql).query(Integer.class).single();
  }
}
