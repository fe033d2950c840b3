package uk.attendance.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.attendance.folder.SomeFolders.EXPORTED;
import static uk.attendance.folder.SomeFolders.HEAD;
import static uk.attendance.folder.SomeFolders.SCHOOL;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.RegisterImport;
import uk.attendance.school.Session;

/** Watching nodes die, or stand still and wake up, at every step. */
class SurvivingNodesTest {

  private static final List<String> CODES = List.of("N", "/", "I", "M", "O", "C");

  @TempDir Path root;

  @OnBothDatabases
  void whereverANodeDiesAnotherGoesOnAndNothingComesInTwice(Database database) {
    SomeFolders living = SomeFolders.first(database, root);
    PupilId pupil = living.register.pupil("100");
    for (Dying.At at : Dying.At.values()) {
      int before = at.ordinal();
      SomeFolders dying = living.beside(database, new Dying(at));
      String code = CODES.get(before);
      living.put(
          SCHOOL,
          "attendance.csv",
          HEAD + "100,2025-11-03,AM," + code + "\n",
          EXPORTED.plusSeconds(before));
      dying.watching.look();
      assertThatThrownBy(dying.watching::look).isInstanceOf(Died.class);
      living.leasesHold();
      living.lookTwice();
      assertThat(living.latest(SCHOOL).stream().filter(file -> file.endedAt() != null))
          .as("%s: the dead node's lease holds", at)
          .hasSize(before);

      living.leasesRunOut();
      living.lookTwice();

      assertThat(living.register.code(pupil, "2025-11-03", Session.AM))
          .as("%s", at)
          .isEqualTo(code);
      assertThat(living.imports()).as("%s", at).hasSize(before + 1);
      assertThat(living.lyingIn("in")).as("%s", at).isEmpty();
      assertThat(living.lyingIn("taken")).as("%s", at).isEmpty();
      assertThat(living.lyingIn("done")).as("%s", at).hasSize(2 * (before + 1));
      assertThat(living.latest(SCHOOL))
          .hasSize(before + 1)
          .allMatch(file -> file.endedAt() != null);
    }
    assertThat(living.register.broken()).isEmpty();
  }

  @OnBothDatabases
  void whatANodeBroughtInBeforeItCouldSaySoIsNotBroughtInAgain(Database database) {
    SomeFolders living = SomeFolders.first(database, root);
    living.register.pupil("100");
    SomeFolders dying = living.beside(database, new Dying(Dying.At.BEFORE_THE_REPORT));
    living.put("attendance.csv", HEAD + "100,2025-11-03,AM,N\n");
    dying.watching.look();
    assertThatThrownBy(dying.watching::look).isInstanceOf(Died.class);
    living
        .register
        .jdbc
        .sql("update folder_file set register_import_id = null, outcome = null, kind = null")
        .update();

    living.leasesRunOut();
    living.watching.look();

    assertThat(living.imports()).hasSize(1);
    assertThat(living.latest(SCHOOL).get(0).registerFile())
        .isEqualTo(living.imports().get(0).id().value());
    assertThat(living.lyingIn("done")).hasSize(2);
  }

  @OnBothDatabases
  void twoNodesAtOnceBringInEachFileOnceEvenWhenEachBelievesTheOtherDead(Database database)
      throws Exception {
    SomeFolders one = SomeFolders.first(database, root);
    SomeFolders two = one.beside(database, new Disk());
    int count = 12;
    for (int n = 0; n < count; n++) {
      one.register.pupil(Integer.toString(100 + n));
      one.put(
          SCHOOL,
          "attendance-%d.csv".formatted(n),
          HEAD + (100 + n) + ",2025-11-03,AM,N\n",
          EXPORTED.minusSeconds(n));
    }
    one.watching.look();
    two.watching.look();
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<?>> looks = new ArrayList<>();
    for (SomeFolders node : List.of(one, two)) {
      looks.add(
          nodes.submit(
              () -> {
                for (int look = 0; look < 3; look++) {
                  together.await();
                  node.leasesRunOut();
                  node.watching.look();
                }
                return null;
              }));
    }
    for (Future<?> look : looks) {
      look.get();
    }
    nodes.shutdown();
    one.leasesRunOut();
    one.lookTwice();

    assertThat(one.lyingIn("in")).isEmpty();
    assertThat(one.lyingIn("taken")).isEmpty();
    assertThat(one.lyingIn("failed")).isEmpty();
    assertThat(one.lyingIn("done")).hasSize(2 * count);
    assertThat(one.latest(SCHOOL)).hasSize(count);
    assertThat(one.imports())
        .extracting(RegisterImport::fileName)
        .doesNotHaveDuplicates()
        .hasSize(count);
    assertThat(one.register.everything()).hasSize(count);
    assertThat(one.register.broken()).isEmpty();
  }

  /** The program ends, as a killed one does. */
  private static final class Died extends Error {

    private static final long serialVersionUID = 1L;
  }

  /** Dies at one of its steps. */
  private static final class Dying extends Disk {

    private enum At {
      BEFORE_TAKING,
      AFTER_TAKING,
      BEFORE_THE_REPORT,
      AFTER_THE_REPORT,
      AFTER_MOVING,
      AFTER_MOVING_THE_REPORT
    }

    private final At at;
    private int puts;

    Dying(At at) {
      this.at = at;
    }

    @Override
    void take(Path from, Path to) throws IOException {
      die(At.BEFORE_TAKING);
      super.take(from, to);
      die(At.AFTER_TAKING);
    }

    @Override
    void write(Path file, String text) throws IOException {
      die(At.BEFORE_THE_REPORT);
      super.write(file, text);
      die(At.AFTER_THE_REPORT);
    }

    @Override
    void put(Path from, Path to) throws IOException {
      super.put(from, to);
      puts++;
      die(puts == 1 ? At.AFTER_MOVING : At.AFTER_MOVING_THE_REPORT);
    }

    private void die(At here) {
      if (at == here) {
        throw new Died();
      }
    }
  }
}
