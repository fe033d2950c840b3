package uk.attendance.leave;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import uk.attendance.account.Account;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.PublicAddress;
import uk.attendance.school.DayWords;
import uk.attendance.school.School;
import uk.attendance.school.Schools;

/**
 * Mails the panel day and place of a hearing with a file for their calendars. It names no child; a
 * mail that does not go is no fault of the hearing: the page has the same file.
 */
@Component
public class InvitingPanel {

  private static final Logger log = LoggerFactory.getLogger(InvitingPanel.class);

  private final ObjectProvider<JavaMailSender> sender;
  private final PublicAddress address;
  private final Accounts accounts;
  private final Schools schools;
  private final Clock clock;

  InvitingPanel(
      ObjectProvider<JavaMailSender> sender,
      PublicAddress address,
      Accounts accounts,
      Schools schools,
      Clock clock) {
    this.sender = sender;
    this.address = address;
    this.accounts = accounts;
    this.schools = schools;
    this.clock = clock;
  }

  /** The hearing as a calendar file; empty while none is arranged. */
  public Optional<HearingFile> file(Appeal appeal, LeaveRequest request) {
    LocalDate on = appeal.hearingOn();
    return on == null
        ? Optional.empty()
        : Optional.of(
            new HearingFile(
                appeal.id(),
                schools.get(request.school()).name(),
                on,
                appeal.time(),
                appeal.place() == null ? "" : appeal.place(),
                address.link("/appeals/" + request.id()).toString()));
  }

  /** The file's own words, as of now. */
  public String words(HearingFile file) {
    return file.text(clock.instant());
  }

  /** To each member; after the hearing was arranged, outside its transaction. */
  public void invite(Appeal appeal, LeaveRequest request) {
    JavaMailSender server = sender.getIfAvailable();
    HearingFile file = file(appeal, request).orElse(null);
    if (server == null || file == null) {
      return;
    }
    for (AccountId member : appeal.panel()) {
      accounts.find(member).ifPresent(to -> send(server, to, file, request));
    }
  }

  private void send(JavaMailSender server, Account to, HearingFile file, LeaveRequest request) {
    School school = schools.get(request.school());
    String time = file.time() == null ? "" : file.time().strip();
    try {
      MimeMessage mail = server.createMimeMessage();
      MimeMessageHelper parts = new MimeMessageHelper(mail, true, "UTF-8");
      parts.setFrom(address.sender());
      parts.setTo(to.email());
      parts.setSubject("Appeal hearing on " + DayWords.full(file.day()));
      parts.setText(
          """
          Hello %s,

          you are on the panel of an appeal about leave of absence at %s.

          Day: %s%s
          Place: %s

          The papers, for you alone, are here: %s
          """
              .formatted(
                  to.name(),
                  school.name(),
                  DayWords.full(file.day()),
                  time.isEmpty() ? "" : ", " + time,
                  file.place(),
                  file.papers()));
      parts.addAttachment(
          "hearing.ics",
          new ByteArrayResource(words(file).getBytes(StandardCharsets.UTF_8)),
          "text/calendar; charset=utf-8; method=PUBLISH");
      server.send(mail);
    } catch (MessagingException | MailException e) {
      log.warn(
          "mailing account {} the hearing of appeal {}: {}",
          to.id(),
          file.appeal(),
          e.getMessage());
    }
  }
}
