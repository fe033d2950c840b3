package uk.attendance.engineroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;

/** Nodes say that they are up; whoever does not is lost after a minute. */
class NodesTest {

  private static Nodes node(Database database, String name) {
    return new Nodes(database.jdbc(), new EngineRoomSettings(Duration.ofMinutes(15), "-", name));
  }

  @OnBothDatabases
  void showsTheNodesThatAreUpAndWhichIsThisOne(Database database) {
    Nodes a = node(database, "a");
    Nodes b = node(database, "b");
    a.beat();
    b.beat();
    b.beat();

    assertThat(a.seenLately())
        .allMatch(Nodes.Node::isUp)
        .extracting(Nodes.Node::name, Nodes.Node::thisOne)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("a", true),
            org.assertj.core.groups.Tuple.tuple("b", false));
    assertThat(a.up()).isEqualTo(2);
  }

  @OnBothDatabases
  void aNodeThatIsNotSeenIsLostAndOneThatStoppedIsNot(Database database) {
    Nodes a = node(database, "a");
    Nodes b = node(database, "b");
    a.beat();
    b.beat();
    b.stopped();
    seen(database, "a", "1' minute");

    assertThat(a.up()).isZero();
    assertThat(a.seenLately())
        .extracting(Nodes.Node::name, Nodes.Node::stopped)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", false),
            org.assertj.core.groups.Tuple.tuple("b", true));

    a.beat();
    assertThat(a.up()).isEqualTo(1);
  }

  @OnBothDatabases
  void forgetsNodesAfterADayAndTheirRowsAfterAWeek(Database database) {
    node(database, "old").beat();
    seen(database, "old", "25' hour");
    Nodes a = node(database, "a");
    assertThat(a.seenLately()).isEmpty();

    seen(database, "old", "8' day");
    a.beat();

    assertThat(database.jdbc().sql("select name from node").query(String.class).list())
        .containsExactly("a");
  }

  private static void seen(Database database, String name, String ago) {
    database
        .jdbc()
        .sql(
            "update node set seen_at = current_timestamp - interval '%s where name = :name"
                .formatted(ago))
        .param("name", name)
        .update();
  }
}
