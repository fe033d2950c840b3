package uk.attendance.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.attendance.firstday.EvaluatingRegisterClose;
import uk.attendance.letter.Carrier;
import uk.attendance.letter.Handover;
import uk.attendance.letter.Outgoing;
import uk.attendance.letter.SendingMessages;
import uk.attendance.pupil.Channel;
import uk.attendance.school.SchoolId;

/**
 * The first-day messages of a morning sent through the outbox to a mail server that takes
 * everything at once, against the same mails handed to the same server in a loop and nothing kept.
 * Then the same letters on paper: made and kept, against the renderer alone.
 *
 * <p>{@code bin/bench letters [rounds] [messages]}
 */
final class LettersBench {

  private static final Instant NOW = Instant.parse("2025-11-03T09:31:00Z");

  private final Program program;
  private final Sink sink;
  private final int messages;

  private LettersBench(Program program, Sink sink, int messages) {
    this.program = program;
    this.sink = sink;
    this.messages = messages;
  }

  public static void main(String[] arguments) {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int messages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2000;
    boolean counting = arguments.length > 2 && arguments[2].equals("count");
    try (Sink sink = new Sink();
        Program program =
            new Program(
                new Server().newDatabase(),
                NOW,
                counting,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + sink.port())) {
      new LettersBench(program, sink, messages).run(rounds);
    }
    System.exit(0);
  }

  private void run(int rounds) {
    BenchSchools made = new BenchSchools(program, messages);
    SchoolId school = made.add(1).get(0);
    program
        .jdbc()
        .sql(
            "update contact set address_1 = n || ' High Street', postcode = 'BE1 1CH' from (values (1)) v (n)")
        .update();
    made.bringIn(school, LocalDate.parse("2025-11-03"), NOW, 1);
    program.bean(EvaluatingRegisterClose.class).workOff(school);
    program.jdbc().sql("vacuum analyze").update();
    Figures.say("%,d messages; a warm-up, then %d rounds, in turn", messages, rounds);
    mails(rounds);
    letters(rounds);
  }

  private void mails(int rounds) {
    List<Double> loops = new ArrayList<>();
    List<Double> outboxes = new ArrayList<>();
    List<Outgoing> mails = mails();
    Carrier carrier =
        program.beans(Carrier.class).stream()
            .filter(one -> one.channel() == Channel.EMAIL)
            .findFirst()
            .orElseThrow();
    for (int round = 0; round <= rounds; round++) {
      double loop = perSecond(() -> loop(carrier, mails));
      waiting(Channel.EMAIL);
      program.statements().forget();
      int before = sink.taken();
      double outbox = perSecond(() -> program.bean(SendingMessages.class).sendDue());
      program.statements().say("a mail", messages);
      if (sink.taken() - before != messages
          || program.count("select count(*) from message where state = 'SENT'") != messages) {
        throw new IllegalStateException("not every message went once");
      }
      Figures.say(
          "%s  mails: loop %6.0f/s, outbox %6.0f/s",
          round == 0 ? "warm-up" : "round  ", loop, outbox);
      if (round > 0) {
        loops.add(loop);
        outboxes.add(outbox);
      }
    }
    Figures.atLeast(
        0.5,
        Figures.median(outboxes) / Figures.median(loops),
        "mails go through the outbox at %.2f of the loop's speed");
  }

  private static void loop(Carrier carrier, List<Outgoing> mails) {
    for (Outgoing mail : mails) {
      if (carrier.handOver(mail).outcome() != Handover.Outcome.TAKEN) {
        throw new IllegalStateException("the server did not take " + mail.mailId());
      }
    }
  }

  private void letters(int rounds) {
    List<Double> alone = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    int few = messages / 10;
    List<String> pages = mails().subList(0, few).stream().map(Outgoing::html).toList();
    for (int round = 0; round <= rounds; round++) {
      double renderer = few / seconds(() -> pages.forEach(BareRenderer::render));
      waiting(Channel.POST);
      double ours = few / seconds(() -> program.bean(SendingMessages.class).sendDue());
      if (round > 0
          && program.count("select count(*) from message where state = 'TO_PRINT'") != few) {
        throw new IllegalStateException("not every letter was made");
      }
      Figures.say(
          "%s  letters on paper: renderer %5.1f/s, made and kept %5.1f/s",
          round == 0 ? "warm-up" : "round  ", renderer, ours);
      if (round > 0) {
        alone.add(renderer);
        kept.add(ours);
      }
    }
    Figures.atLeast(
        0.8,
        Figures.median(kept) / Figures.median(alone),
        "letters on paper are made and kept at %.2f of the renderer's speed");
  }

  private List<Outgoing> mails() {
    return program
        .jdbc()
        .sql("select * from message order by id")
        .query(
            (row, n) ->
                new Outgoing(
                    new SchoolId(row.getString("school_id")),
                    row.getString("mail_id"),
                    "Bench School",
                    "office@bench.example.org",
                    row.getString("recipient"),
                    row.getString("address"),
                    row.getString("subject"),
                    row.getString("body_text"),
                    row.getString("body_html"),
                    null))
        .list();
  }

  /** All of them wait and are due; of letters on paper a tenth. */
  private void waiting(Channel channel) {
    program
        .jdbc()
        .sql(
            """
            update message set state = case when :channel = 'EMAIL' or id % 10 = 0 then 'WAITING' else 'NOT_SENT' end,
              channel = :channel, reason = null, detail = null, attempts = 0, lease_by = null, lease_until = null,
              settled_at = null, pdf = null, pdf_sha256 = null, send_after = timestamptz '2025-11-03T09:30:00Z'
            """)
        .param("channel", channel.name())
        .update();
    program.jdbc().sql("vacuum analyze message").update();
  }

  private double perSecond(Runnable work) {
    return messages / seconds(work);
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
