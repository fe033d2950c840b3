package uk.attendance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.TaskId;
import uk.attendance.leave.Ground;
import uk.attendance.leave.Leave;
import uk.attendance.leave.LeaveRequest;
import uk.attendance.leave.LeaveRequests;
import uk.attendance.leave.NewRequest;
import uk.attendance.leave.RequestId;
import uk.attendance.leave.RequestingLeave;
import uk.attendance.leave.Way;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.OpenTask;
import uk.attendance.worklist.OpenTasks;
import uk.attendance.worklist.SubmittingTasks;

/** Leave of absence in the browser: parent to head to parent, and parent to governors to parent. */
class LeaveOfAbsenceIT {

  private final RunningDemonstration demonstration = RunningDemonstration.get();
  private final JdbcClient jdbc = demonstration.bean(JdbcClient.class);

  /** Somebody with whom children live, who has a mailbox. */
  private record Parent(long contact, String email, List<Long> children) {}

  @Test
  void aParentAsksTheHeadDecidesWithTheKeyboardAndTheLetterThatWasReadGoes() throws Exception {
    String school = "raleigh-woodlands";
    Parent parent = parent(school, 2);
    String link = asksForALink(school, parent);

    try (Visitor phone = Visitor.withAPhone()) {
      phone.goTo(link);
      phone.findsThePageInOrder();
      phone.takesAPicture("leave-request-phone");
      phone.page.locator("button:visible:has-text('See what the policy says')").last().click();
      phone.page.locator(".govuk-error-summary").waitFor();
      phone.findsThePageInOrder();
      for (Locator child : phone.page.locator("[name=children]").all()) {
        child.check();
      }
      phone.page.locator("#from").fill("2027-01-18");
      phone.page.locator("#to").fill("2027-01-22");
      phone.page.getByLabel("Holiday").check();
      phone.page.locator("#reason").fill("My sister is getting married abroad.");
      phone.page.locator("button:visible:has-text('See what the policy says')").last().click();
      phone.page.locator("h1:has-text('Before you send it')").waitFor();
      phone.findsThePageInOrder();
      phone.takesAPicture("leave-before-it-is-sent-phone");
      assertThat(phone.page.locator(".app-leave__check").innerText()).contains("5 school days");
      phone.page.locator("button:visible:has-text('Send the request')").click();
      phone.page.locator("h1:has-text('Your request was sent')").waitFor();
      phone.findsThePageInOrder();
      phone.takesAPicture("leave-sent-phone");
      phone.goTo(link);
      assertThat(phone.page.locator("h1").innerText()).isEqualTo("Your request was sent");
    }

    int children = parent.children().size();
    for (int child = 0; child < children; child++) {
      sendsWhatWaits("Woodlands", parent);
    }
    assertThat(demonstration.mailsTo(parent.email(), 1 + children)).hasSize(1 + children);

    List<String> read = new ArrayList<>();
    try (Visitor head = Visitor.atADesk().signIn("Woodlands", "principal")) {
      head.goTo("/leave/decisions");
      head.findsThePageInOrder();
      for (int child = 0; child < children; child++) {
        read.add(declinesWithTheKeyboard(head, child));
      }
      head.page.locator("#queue-empty").waitFor();
      head.findsThePageInOrder();
    }

    for (int child = 0; child < children; child++) {
      sendsWhatWaits("Woodlands", parent);
    }
    List<MimeMessage> mails = demonstration.mailsTo(parent.email(), 1 + 2 * children);
    List<String> went =
        mails.stream()
            .map(LeaveOfAbsenceIT::words)
            .filter(words -> words.contains("we cannot agree to it"))
            .toList();
    assertThat(went).containsExactlyInAnyOrderElementsOf(read);
  }

  /** d, r, the reasons, Tab to the button, Return; the letter; s. */
  private static String declinesWithTheKeyboard(Visitor head, int number) {
    Page page = head.page;
    page.keyboard().press("d");
    page.keyboard().press("r");
    page.keyboard().type("A wedding can be celebrated in August, too.");
    do {
      page.keyboard().press("Tab");
    } while (!page.evaluate("document.activeElement.tagName").equals("BUTTON"));
    page.keyboard().press("Enter");
    page.locator("#the-letter").waitFor();
    head.findsThePageInOrder();
    if (number == 0) {
      head.takesAPicture("heads-queue");
      head.looksAsOnAPhone(
          () -> {
            head.findsThePageInOrder();
            head.takesAPicture("heads-queue-phone");
          });
    }
    String letter = plain(page.locator("#the-letter .app-paper").innerText());
    assertThat(letter).contains("A wedding can be celebrated in August, too.");
    page.keyboard().press("s");
    page.locator(".app-recorded:has-text('Declined')").waitFor();
    return letter;
  }

  @Test
  void aParentAppealsAndTheGovernorsDecide() throws Exception {
    String school = "raleigh-ambleside";
    Parent parent = parent(school, 1);
    RequestId request = declined(school, parent);
    sendsWhatWaits("Ambleside", parent);
    sendsWhatWaits("Ambleside", parent);
    String link =
        demonstration.mailsTo(parent.email(), 2).stream()
            .map(GreenMailUtil::getBody)
            .map(body -> linkIn(body, "/a/"))
            .filter(found -> !found.isEmpty())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no link for an appeal came"));

    try (Visitor phone = Visitor.withAPhone()) {
      phone.goTo(link);
      phone.findsThePageInOrder();
      phone.takesAPicture("appeal-phone");
      phone.page.locator("#reasons").fill("My sister marries once in her life.");
      phone.page.locator("button:visible:has-text('Send the appeal')").click();
      phone.page.locator("h1:has-text('Your appeal was sent')").waitFor();
      phone.findsThePageInOrder();
    }
    String governor = person("Raleigh", "governor");
    try (Visitor clerk = Visitor.atADesk().signIn("Raleigh", "appeals")) {
      clerk.goTo("/appeals");
      clerk.findsThePageInOrder();
      clerk.page.locator(".app-request a").first().click();
      clerk.findsThePageInOrder();
      clerk.takesAPicture("hearing-to-arrange");
      clerk.page.locator("[name=hearingOn]").fill("2026-11-26");
      clerk.page.locator("[name=time]").fill("16:00");
      clerk.page.locator("[name=place]").fill("Library");
      clerk.page.locator("[name=panel]").first().check();
      clerk.page.locator("[name=outcome]").first().check();
      clerk.page.locator("button:has-text('Record it')").click();
      clerk.page.locator(".app-recorded:has-text('arranged')").waitFor();
      clerk.findsThePageInOrder();
    }
    assertThat(GreenMailUtil.getWholeMessage(demonstration.mailsTo(governor, 1).get(0)))
        .contains("hearing.ics", "text/calendar");

    try (Visitor panel = Visitor.atADesk().signIn("Raleigh", "governor")) {
      panel.goTo("/appeals/" + request);
      panel.findsThePageInOrder();
      panel.takesAPicture("hearing");
      panel.looksAsOnAPhone(
          () -> {
            panel.findsThePageInOrder();
            panel.takesAPicture("hearing-phone");
          });
      panel.page.locator("[name=outcome][value=dismissed]").check();
      panel.page.locator("[name=reasons]").fill("The policy leaves no room for it.");
      panel.page.locator("button:has-text('Record it')").click();
      panel.page.locator(".app-recorded:has-text('outcome')").waitFor();
      panel.findsThePageInOrder();
      assertThat(panel.page.locator("#main").innerText())
          .contains("Dismissed", "The policy leaves no room for it.");
    }
  }

  /** A parent types the address that is on file; the link comes by mail. */
  private String asksForALink(String school, Parent parent) {
    try (Visitor phone = Visitor.withAPhone()) {
      phone.goTo("/ask-for-leave/" + school);
      phone.findsThePageInOrder();
      phone.takesAPicture("ask-for-leave-phone");
      phone.page.locator("#address").fill(parent.email());
      phone.page.locator("button:has-text('Send the link')").click();
      phone.page.locator("h1:has-text('Look at your messages')").waitFor();
      phone.findsThePageInOrder();
    }
    return linkIn(GreenMailUtil.getBody(demonstration.mailsTo(parent.email(), 1).get(0)), "/l/");
  }

  private static String linkIn(String body, String path) {
    Matcher link =
        Pattern.compile(Pattern.quote(path) + "[A-Za-z0-9_-]{20,}")
            .matcher(body.replace("=\r\n", "").replace("=3D", "="));
    return link.find() ? link.group() : "";
  }

  /** The office does not wait for the recall window. */
  private void sendsWhatWaits(String place, Parent parent) {
    String recipient =
        jdbc.sql("select first_name || ' ' || last_name from contact where id = :id")
            .param("id", parent.contact())
            .query(String.class)
            .single();
    try (Visitor office = Visitor.atADesk().signIn(place, "office")) {
      office.goTo("/letters");
      office
          .page
          .locator(".app-letter:has-text('" + recipient + "') button:has-text('Send it now')")
          .first()
          .click();
    }
  }

  private Parent parent(String school, int children) {
    long contact =
        jdbc.sql(
                """
                select k.id from contact k join pupil_contact pc on pc.contact_id = k.id
                join pupil p on p.id = pc.pupil_id
                where k.school_id = :school and k.email is not null and pc.lives_with
                  and pc.parental_responsibility and not pc.no_contact and p.leaving_date is null
                  and (k.preferred_channel is null or k.preferred_channel = 'email')
                  and not exists (select 1 from worklist w where w.pupil_id = p.id)
                group by k.id having count(*) = :children order by k.id fetch first 1 row only
                """)
            .param("school", school)
            .param("children", children)
            .query(Long.class)
            .single();
    return new Parent(
        contact,
        jdbc.sql("select email from contact where id = :id")
            .param("id", contact)
            .query(String.class)
            .single(),
        jdbc.sql("select pupil_id from pupil_contact where contact_id = :id order by pupil_id")
            .param("id", contact)
            .query(Long.class)
            .list());
  }

  private RequestId declined(String at, Parent parent) {
    SchoolId school = new SchoolId(at);
    RequestId id =
        demonstration
            .bean(RequestingLeave.class)
            .request(
                new NewRequest(
                    school,
                    List.of(new PupilId(parent.children().get(0))),
                    LocalDate.of(2027, 1, 18),
                    LocalDate.of(2027, 1, 22),
                    Ground.HOLIDAY,
                    "My sister is getting married abroad.",
                    new ContactId(parent.contact()),
                    null,
                    "",
                    LocalDate.of(2026, 11, 20),
                    Way.PAPER,
                    List.of(),
                    UUID.randomUUID().toString()),
                new Actor(null, "Pat Clerk", "Clerk"))
            .get(0);
    LeaveRequest request =
        demonstration.bean(LeaveRequests.class).find(id, Scope.ofTheSystem(school)).orElseThrow();
    TaskId decide =
        demonstration.bean(OpenTasks.class).of(request.caseId()).stream()
            .filter(task -> task.task().equals(Leave.DECIDE))
            .map(OpenTask::id)
            .findFirst()
            .orElseThrow();
    demonstration
        .bean(SubmittingTasks.class)
        .submit(
            decide,
            Map.of("outcome", "declined", "reasons", "A wedding can be celebrated in August."),
            new Actor(null, "Hal Head", "Principal"),
            Scope.ofTheSystem(school));
    return id;
  }

  private String person(String place, String role) {
    return demonstration.email(place, role);
  }

  /** The words between head and foot of a mail, as somebody reads them. */
  private static String words(MimeMessage mail) {
    String html = html(mail);
    if (!html.contains("<main>")) {
      return "";
    }
    String main = html.substring(html.indexOf("<main>"), html.indexOf("</main>"));
    return plain(
        main.replaceAll("<[^>]+>", " ")
            .replace("&#39;", "'")
            .replace("&amp;", "&")
            .replace("&nbsp;", " "));
  }

  private static String html(Part part) {
    try {
      if (part.isMimeType("text/html")) {
        return (String) part.getContent();
      }
      if (part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          String found = html(parts.getBodyPart(i));
          if (!found.isEmpty()) {
            return found;
          }
        }
      }
      return "";
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException("reading a mail", e);
    }
  }

  private static String plain(String words) {
    return words.replaceAll("\\s+", " ").replaceAll(" ([,.])", "$1").strip();
  }
}
