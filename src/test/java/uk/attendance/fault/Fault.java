package uk.attendance.fault;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import uk.attendance.fault.MailServer.Mood;
import uk.attendance.fault.Node.Died;
import uk.attendance.fault.Node.Refused;
import uk.attendance.fault.StoryDay.Step;

/** What befalls a day, at an instant that chance chooses; it says what it did. */
enum Fault {
  KILLED_AT_A_POINT("node killed at a named point", true, true) {
    @Override
    String befall(Ground ground, StoryDay story, Random chance) {
      Point point = Point.any(chance);
      int pass = 1 + chance.nextInt(5);
      armed(ground, story, chance, "arm", point.name, pass, point.step);
      return "%s, pass %d".formatted(point.name, pass);
    }
  },
  KILLED_AT_ANY_STATEMENT("node killed at any statement", true, true) {
    @Override
    String befall(Ground ground, StoryDay story, Random chance) {
      Step step = any(Step.values(), chance);
      int pass = 1 + chance.nextInt(step == Step.MORNING ? 400 : 150);
      armed(ground, story, chance, "arm", "step", pass, step);
      return "%s, statement or commit %d".formatted(step, pass);
    }
  },
  KILLED_FROM_OUTSIDE("node killed from outside", true, true) {
    @Override
    String befall(Ground ground, StoryDay story, Random chance) {
      Node victim = ground.node(chance.nextInt(ground.nodes()));
      return meanwhile(story, chance, "killed", 1500, done -> victim.kill());
    }
  },
  STANDS_STILL("node stands still past its locks, and wakes", false, true) {
    @Override
    String befall(Ground ground, StoryDay story, Random chance) {
      Point point = Point.any(chance);
      while (point == Point.BEFORE_TEXT) {
        // within the carrier's own hands: docs/decisions/0147, consequences
        point = Point.any(chance);
      }
      int pass = 1 + chance.nextInt(3);
      Node victim = ground.node(1);
      ask(victim, "stand", point.name.replace(' ', '_'), Integer.toString(pass));
      for (Step step : Step.values()) {
        if (step == point.step) {
          story.clock(step);
          story.ask(step);
          story.rest();
          victim.thaw();
          ask(victim, "arm", "nowhere", "1");
        }
        story.take(step);
      }
      return "%s, pass %d".formatted(point.name, pass);
    }
  },
  MAIL_SERVER_IN_A_MOOD("mail server in a mood", true, true) {
    @Override
    String befall(Ground ground, StoryDay story, Random chance) {
      Mood mood =
          new Mood(
              any(new String[] {"MAIL", "RCPT", "DATA", "END", "QUIT"}, chance),
              any(
                  new String[] {
                    "451 later", "421 closing", MailServer.HANGS_UP, MailServer.SAYS_NOTHING
                  },
                  chance),
              1 + chance.nextInt(4));
      ground.scene.mail.mood(story.school(), mood);
      story.all();
      return mood.toString();
    }
  },
  MAIL_SERVER_DOWN("mail server down for a while", true, true) {
    @Override
    String befall(Ground ground, StoryDay story, Random chance) {
      return meanwhile(
          story,
          chance,
          "down",
          600,
          done -> {
            ground.scene.mail.goDown();
            StoryDay.pause();
            ground.scene.mail.comeUp();
          });
    }
  },
  NOTIFY_BROWNED_OUT("GOV.UK Notify browned out", true, true) {
    @Override
    String befall(Ground ground, StoryDay story, Random chance) {
      return ground.brownOut(story, chance).befall();
    }
  },
  KILLED_BEFORE_NOTIFY_ANSWERS("node killed while GOV.UK Notify has a text", true, true) {
    @Override
    String befall(Ground ground, StoryDay story, Random chance) {
      story.take(Step.MORNING).take(Step.TEACHERS_LATE);
      // which node hands it over is left to chance: any may be the one that dies
      Node victim = ground.node(chance.nextInt(ground.nodes()));
      int texts = 1 + chance.nextInt(Ground.PUPILS / 2);
      story.takeWhileNotifyDawdles(Step.MESSAGES, texts, victim::kill);
      story.take(Step.CALLS).take(Step.LETTERS).take(Step.AFTERNOON);
      return "text %d".formatted(texts);
    }
  },
  DATABASE_RESTARTED_FAST("PostgreSQL restarted, fast", false, true) {
    @Override
    String befall(Ground ground, StoryDay story, Random chance) {
      return meanwhile(story, chance, "restarted", 1500, x -> ground.postgresql().restartFast());
    }
  },
  DATABASE_RESTARTED_IMMEDIATELY("PostgreSQL restarted, immediate", false, true) {
    @Override
    String befall(Ground ground, StoryDay story, Random chance) {
      return meanwhile(
          story, chance, "restarted", 1500, x -> ground.postgresql().restartImmediately());
    }
  },
  CONNECTIONS_TERMINATED("connections terminated", false, true) {
    @Override
    String befall(Ground ground, StoryDay story, Random chance) {
      return meanwhile(
          story, chance, "terminated", 800, x -> ground.postgresql().terminateConnections());
    }
  },
  NETWORK_STALLED("network stalled past all patience", false, true) {
    @Override
    String befall(Ground ground, StoryDay story, Random chance) {
      return meanwhile(
          story,
          chance,
          "stalled",
          800,
          x -> {
            ground.wire().stall();
            for (int tries = 0; tries < 50; tries++) {
              StoryDay.pause();
            }
            ground.wire().flow();
          });
    }
  },
  ONE_FILE_ON_BOTH_NODES("one file on both nodes at once", false, true) {
    @Override
    String befall(Ground ground, StoryDay story, Random chance) {
      StoryDay there = story.at(ground.node(1));
      for (Step step : Step.values()) {
        story.clock(step);
        CompletableFuture<Void> second =
            CompletableFuture.runAsync(
                () -> {
                  if (step == Step.MORNING || step == Step.AFTERNOON) {
                    there.ask(step);
                  }
                });
        story.ask(step);
        second.join();
        story.rest();
      }
      return "morning and afternoon";
    }
  };

  final String words;
  final boolean onH2;
  final boolean onPostgreSql;

  Fault(String words, boolean onH2, boolean onPostgreSql) {
    this.words = words;
    this.onH2 = onH2;
    this.onPostgreSql = onPostgreSql;
  }

  abstract String befall(Ground ground, StoryDay story, Random chance);

  /** Points that the program passes, and the step of the day in which it does. */
  enum Point {
    FILE_BEFORE_MERGE(Step.MORNING, "statement merge into mark"),
    FILE_BEFORE_COMMIT(Step.MORNING, "commit merge into mark"),
    FILE_AFTER_COMMIT(Step.MORNING, "committed merge into mark"),
    FILE_STAGED(Step.MORNING, "committed insert into staged_mark"),
    CASE_HALF_OPEN(Step.MORNING, "statement insert into case_file"),
    CASES_BEFORE_COMMIT(Step.MORNING, "commit insert into case_file"),
    CASES_AFTER_COMMIT(Step.MORNING, "committed insert into case_file"),
    IN_A_JOB(Step.TEACHERS_LATE, "before delegate goOnWithoutTeacher"),
    LETTER_ORDERED(Step.TEACHERS_LATE, "after delegate sendFirstDayMessage"),
    JOB_BEFORE_COMMIT(Step.TEACHERS_LATE, "commit insert into message_pupil"),
    JOB_AFTER_COMMIT(Step.TEACHERS_LATE, "committed insert into message_pupil"),
    MESSAGE_BEGUN(Step.MESSAGES, "committed update message set state = 'sending'"),
    BEFORE_MAIL(Step.MESSAGES, "before mail"),
    AFTER_MAIL(Step.MESSAGES, "after mail"),
    BEFORE_TEXT(Step.MESSAGES, "before text"),
    AFTER_TEXT(Step.MESSAGES, "after text"),
    MESSAGE_ENDED(Step.MESSAGES, "committed update message set state = ?"),
    ANSWER_BEFORE_COMMIT(Step.CALLS, "commit insert into task_submission"),
    ANSWER_AFTER_COMMIT(Step.CALLS, "committed insert into task_submission"),
    LETTER_AFTER_MAIL(Step.LETTERS, "after mail"),
    CORRECTION_BEFORE_COMMIT(Step.AFTERNOON, "commit insert into amendment"),
    CORRECTION_AFTER_COMMIT(Step.AFTERNOON, "committed insert into amendment");

    final Step step;
    final String name;

    Point(Step step, String name) {
      this.step = step;
      this.name = name;
    }

    static Point any(Random chance) {
      return Fault.any(values(), chance);
    }
  }

  /** The day with a node that dies in a step, should it come to the point there. */
  private static void armed(
      Ground ground,
      StoryDay story,
      Random chance,
      String command,
      String point,
      int pass,
      Step when) {
    Node victim = ground.node(chance.nextInt(ground.nodes()));
    for (Step step : Step.values()) {
      if (step == when) {
        ask(victim, command, point.replace(' ', '_'), Integer.toString(pass));
      }
      story.take(step);
      if (step == when && victim.isAlive()) {
        ask(victim, command, "nowhere", "1");
      }
    }
  }

  /** The day, and something else at an instant of one of its steps. */
  private static String meanwhile(
      StoryDay story, Random chance, String what, int withinMillis, Consumer<Void> befalls) {
    Step when = any(Step.values(), chance);
    int after = chance.nextInt(withinMillis);
    for (Step step : Step.values()) {
      if (step != when) {
        story.take(step);
        continue;
      }
      CompletableFuture<Void> befalling =
          CompletableFuture.runAsync(
              () -> befalls.accept(null),
              CompletableFuture.delayedExecutor(after, TimeUnit.MILLISECONDS));
      story.begin(step);
      befalling.join();
      story.rest();
    }
    return "%s %d ms into %s".formatted(what, after, when);
  }

  private static void ask(Node node, String... words) {
    try {
      node.ask(words);
    } catch (Died e) {
      // dead already: nothing to arm
    } catch (Refused e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T any(T[] values, Random chance) {
    return values[chance.nextInt(values.length)];
  }

  static List<Fault> on(boolean h2) {
    return List.of(values()).stream()
        .filter(fault -> h2 ? fault.onH2 : fault.onPostgreSql)
        .toList();
  }
}
