package uk.attendance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.letter.SendingMessages;

/** A parent answers the school's text on a telephone, and the office need not ring. */
class AnsweringATextIT {

  private static final Pattern LINK = Pattern.compile("https?://\\S+(/r/[\\w-]+)");

  private final RunningDemonstration demonstration = RunningDemonstration.get();

  /** A child that the school wrote about, and nobody watches over. */
  private record Asked(
      long message, String mailId, long caseId, String name, String lastName, LocalDate born) {}

  @Test
  void theCallIsGoneAndTheCaseSaysWhy() throws IOException {
    Asked asked = theNewestText();
    assertThat(openTasks(asked)).as("tasks about the absence before").isPositive();
    String link = link(asked);

    try (Visitor parent = Visitor.withAPhone()) {
      parent.goTo(link);
      parent.findsThePageInOrder();
      parent.takesAPicture("reply-date-of-birth");
      assertThat(parent.page.locator("main").textContent()).doesNotContain(asked.name());

      born(parent, asked.born().plusYears(1));
      parent.findsThePageInOrder();
      assertThat(parent.page.locator("main").textContent())
          .contains("That is not the date of birth we have")
          .doesNotContain(asked.name());

      born(parent, asked.born());
      parent.findsThePageInOrder();
      parent.takesAPicture("reply-reason");
      assertThat(parent.page.locator("h1").textContent())
          .isEqualTo("Why is %s not in school today?".formatted(asked.name()));

      parent.page.locator("text=Send to the school").click();
      parent.findsThePageInOrder();
      assertThat(parent.page.title()).startsWith("Error: ");

      parent.page.locator("label:has-text('Illness')").click();
      parent.page.locator("#words").fill("Hot since the small hours");
      parent.page.locator("label:has-text('I do not know yet')").click();
      parent.page.locator("text=Send to the school").click();
      parent.page.waitForURL(url -> url.endsWith("/received"));
      parent.findsThePageInOrder();
      parent.takesAPicture("reply-received");
      assertThat(parent.page.locator("main").textContent())
          .contains("Thank you, we have your answer", "The office has stopped asking")
          .doesNotContain(asked.name());

      parent.goTo("/r/Ab3dEf6hIj9lMn2pQr5tUv");
      assertThat(parent.page.locator("h1").textContent()).contains("does not work");
    }

    try (Visitor office = Visitor.atADesk().signIn("Nailsworth", "office")) {
      assertThat(openTasks(asked)).as("tasks about the absence").isZero();
      office.goTo("/cases/" + asked.caseId());
      office.findsThePageInOrder();
      assertThat(office.page.locator("main").textContent())
          .contains("Absence explained")
          .contains("Answered by reply link by the")
          .contains("Hot since the small hours")
          .contains("answered by link");
      assertThat(office.page.content()).doesNotContain(link);
    }
  }

  private int openTasks(Asked asked) {
    return demonstration
        .bean(JdbcClient.class)
        .sql("select count(*) from worklist where case_id = :case")
        .param("case", asked.caseId())
        .query(Integer.class)
        .single();
  }

  private static void born(Visitor parent, LocalDate born) {
    parent.page.locator("#day").fill(Integer.toString(born.getDayOfMonth()));
    parent.page.locator("#month").fill(Integer.toString(born.getMonthValue()));
    parent.page.locator("#year").fill(Integer.toString(born.getYear()));
    parent.page.locator("text=Continue").click();
  }

  private Asked theNewestText() {
    List<Asked> texts =
        demonstration
            .bean(JdbcClient.class)
            .sql(
                """
                select m.id, m.mail_id, f.id as case_id, p.first_name, p.preferred_name, p.last_name,
                  p.dob
                from message m
                join message_pupil mp on mp.message_id = m.id
                join case_file f on f.id = mp.case_id
                join pupil p on p.id = mp.pupil_id
                join school s on s.id = m.school_id
                where m.letter = 'first-day-text' and m.channel = 'SMS'
                  and m.state in ('WAITING', 'SENT') and f.closed_at is null
                  and s.name like '%Nailsworth%' and not p.social_worker and not p.protection_plan
                  and not p.looked_after
                  and (select count(*) from message_pupil o where o.message_id = m.id) = 1
                order by m.id
                """)
            .query(
                (row, n) ->
                    new Asked(
                        row.getLong("id"),
                        row.getString("mail_id"),
                        row.getLong("case_id"),
                        row.getString("preferred_name") == null
                            ? row.getString("first_name")
                            : row.getString("preferred_name"),
                        row.getString("last_name"),
                        row.getObject("dob", LocalDate.class)))
            .list();
    assertThat(texts).as("texts to parents at Nailsworth").isNotEmpty();
    return texts.get(0);
  }

  /** The minutes are over in which it could be called back; it lies in the folder of texts. */
  private String link(Asked asked) throws IOException {
    demonstration
        .bean(JdbcClient.class)
        .sql("update message set send_after = :now where id = :id")
        .param("now", demonstration.bean(Clock.class).instant().atOffset(ZoneOffset.UTC))
        .param("id", asked.message())
        .update();
    demonstration.bean(SendingMessages.class).sendDue();
    Path folder =
        Path.of(demonstration.bean(Environment.class).getRequiredProperty("attendance.data"))
            .resolve("texts");
    String id = asked.mailId().replaceAll("[^0-9a-f-]", "");
    try (Stream<Path> texts = Files.list(folder)) {
      Path text =
          texts
              .filter(file -> file.getFileName().toString().contains(id))
              .findFirst()
              .orElseThrow(() -> new AssertionError("the text did not go"));
      Matcher link = LINK.matcher(Files.readString(text));
      assertThat(link.find()).as(Files.readString(text)).isTrue();
      return link.group(1);
    }
  }
}
