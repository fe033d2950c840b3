package uk.attendance.engineroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.StandingClock;
import uk.attendance.account.Actor;
import uk.attendance.casefile.Invariant;

/** What looks at the invariants find is kept, and only one looks at a time. */
class CheckingInvariantsTest {

  private static final Actor ADMIN = new Actor(null, "Alex Admin", "Business manager");
  private static final LocalDate NIGHT = LocalDate.parse("2025-11-03");

  private record Rule(String id, String sentence, Stream<String> found) implements Invariant {

    @Override
    public List<String> broken() {
      return found.toList();
    }
  }

  private final StandingClock clock = new StandingClock();

  private CheckingInvariants checking(Database database, Invariant... invariants) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    for (Invariant invariant : invariants) {
      beans.addBean(invariant.id(), invariant);
    }
    return new CheckingInvariants(
        beans.getBeanProvider(Invariant.class),
        new KeptChecks(database.jdbc(), clock),
        new DataSourceTransactionManager(database.source()));
  }

  @OnBothDatabases
  void keepsWhatWasFoundWhenAndByWhom(Database database) {
    CheckingInvariants checking =
        checking(
            database,
            new Rule("I2", "nothing is twice", Stream.of("case 7 is twice", "case 8 is twice")),
            new Rule("I1", "nothing is lost", Stream.empty()));

    checking.now(ADMIN);

    CheckResult last = checking.last();
    assertThat(last).isNotNull();
    assertThat(last.by()).isEqualTo("Alex Admin");
    assertThat(last.begunAt()).isEqualTo(StandingClock.START);
    assertThat(last.endedAt()).isEqualTo(StandingClock.START);
    assertThat(last.findings())
        .extracting(CheckResult.Finding::invariant)
        .containsExactly("I1", "I2");
    assertThat(last.broken())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.broken()).isEqualTo(2);
              assertThat(finding.found()).containsExactly("case 7 is twice", "case 8 is twice");
            });
    assertThat(checking.running()).isNull();
  }

  @OnBothDatabases
  void keepsTheFirstOfVeryManyAndTheWholeCount(Database database) {
    CheckingInvariants checking =
        checking(
            database,
            new Rule(
                "I1",
                "nothing is lost",
                IntStream.range(0, 5000).mapToObj(i -> "row %d is lost".formatted(i))));

    checking.now(ADMIN);

    CheckResult.Finding finding = checking.last().broken().get(0);
    assertThat(finding.broken()).isEqualTo(5000);
    assertThat(finding.found()).hasSizeBetween(300, 1000).contains("row 299 is lost");
  }

  @OnBothDatabases
  void whatCannotBeCheckedDoesNotHold(Database database) {
    Invariant failing =
        new Invariant() {
          @Override
          public String id() {
            return "I1";
          }

          @Override
          public String sentence() {
            return "nothing is lost";
          }

          @Override
          public List<String> broken() {
            throw new IllegalStateException("no such table");
          }
        };

    checking(database, failing, new Rule("I2", "nothing is twice", Stream.empty())).now(ADMIN);

    CheckResult last = checking(database).last();
    assertThat(last.broken())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.found())
                    .containsExactly("could not be checked: IllegalStateException"));
  }

  @OnBothDatabases
  void oneRunsAtATimeUntilItEndsOrItsTimeIsOver(Database database) {
    KeptChecks kept = new KeptChecks(database.jdbc(), clock);
    long first = kept.begin(ADMIN, null).orElseThrow();

    assertThat(kept.begin(ADMIN, null)).isEmpty();
    assertThat(kept.running()).hasValueSatisfying(run -> assertThat(run.id()).isEqualTo(first));
    assertThat(kept.last()).isEmpty();

    kept.end(first, List.of());
    assertThat(kept.running()).isEmpty();
    assertThat(kept.begin(ADMIN, null)).isPresent();

    database
        .jdbc()
        .sql("update invariant_check set lease_until = current_timestamp - interval '1' second")
        .update();
    assertThat(kept.begin(ADMIN, null)).isPresent();
  }

  @OnBothDatabases
  void aNightIsCheckedOnce(Database database) {
    CheckingInvariants checking =
        checking(database, new Rule("I1", "nothing is lost", Stream.empty()));

    checking.nightly(NIGHT);
    clock.forward(java.time.Duration.ofMinutes(1));
    checking.nightly(NIGHT);

    assertThat(checking.last().endedAt()).isEqualTo(StandingClock.START);
    assertThat(checking.last().by()).isEqualTo(Actor.PROGRAM.name());
    assertThat(
            database
                .jdbc()
                .sql("select count(*) from invariant_check")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }
}
