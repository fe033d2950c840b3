package uk.attendance.fault;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A database, servers and nodes on which many days are lived through, one after the other, each at
 * a school of its own.
 */
final class Ground implements AutoCloseable {

  static final int PUPILS = 10;
  private static final LocalDate FIRST = LocalDate.parse("2025-11-03");
  private static final LocalDate LAST = LocalDate.parse("2025-12-18");

  final Scene scene;
  private final @Nullable OwnPostgreSql postgresql;
  private final @Nullable Wire wire;
  private final List<Node> nodes = new ArrayList<>();
  private LocalDate day = FIRST;
  private int schools;
  private final Outcome calm;

  private Ground(
      Scene scene, @Nullable OwnPostgreSql postgresql, @Nullable Wire wire, int howMany) {
    this.scene = scene;
    this.postgresql = postgresql;
    this.wire = wire;
    try {
      for (int n = 0; n < howMany; n++) {
        nodes.add(scene.starting());
      }
      nodes.replaceAll(scene::up);
      calm = story("calm").all().outcome();
      if (!calm.broken().isEmpty() || calm.unknown() > 0) {
        throw new AssertionError("a day without a fault ends so: " + calm);
      }
    } catch (RuntimeException | AssertionError e) {
      close();
      throw e;
    }
  }

  /** Behind a network that may stall. */
  static Ground twoNodesOnPostgreSql() {
    OwnPostgreSql postgresql = new OwnPostgreSql();
    postgresql.execute("create database attendance");
    Wire wire = new Wire(postgresql.port());
    String url = "jdbc:postgresql://127.0.0.1:%d/attendance".formatted(wire.port());
    return new Ground(Scene.onPostgreSql(url), postgresql, wire, 2);
  }

  static Ground oneNodeOnH2() {
    return new Ground(Scene.onH2(), null, null, 1);
  }

  Node node(int n) {
    return nodes.get(n);
  }

  int nodes() {
    return nodes.size();
  }

  OwnPostgreSql postgresql() {
    return java.util.Objects.requireNonNull(postgresql);
  }

  Wire wire() {
    return java.util.Objects.requireNonNull(wire);
  }

  /** How a day without a fault ends. */
  Outcome calm() {
    return calm;
  }

  /** Another day at a new school, at the first node. */
  StoryDay story(String school) {
    return story(school, 0);
  }

  StoryDay story(String school, int node) {
    return new StoryDay(scene, nodes.get(node), school, nextDay()).founded(PUPILS);
  }

  BrownOut brownOut(StoryDay story, Random chance) {
    return new BrownOut(scene, story, nodes, chance);
  }

  String newSchool() {
    return "s" + ++schools;
  }

  LocalDate nextDay() {
    LocalDate today = day;
    day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
    return today;
  }

  /** Whether the term goes on: the clock is never set back. */
  boolean hasDays() {
    return !day.isAfter(LAST);
  }

  /** All nodes are there again; a story may have started one in a dead one's place. */
  void revive(StoryDay story) {
    for (int n = 0; n < nodes.size(); n++) {
      if (!nodes.get(n).isAlive()) {
        boolean inPlace = story.node().isAlive() && !nodes.contains(story.node());
        nodes.set(n, inPlace ? story.node() : scene.up(scene.starting()));
      }
    }
  }

  @Override
  public void close() {
    scene.close();
    if (wire != null) {
      wire.close();
    }
    if (postgresql != null) {
      postgresql.close();
    }
  }
}
