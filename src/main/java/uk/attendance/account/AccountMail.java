package uk.attendance.account;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Mail to the people who sign in, where a mail server is configured. */
@Component
class AccountMail {

  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("HH:mm 'on' EEEE d MMMM yyyy", Locale.UK);

  private final ObjectProvider<JavaMailSender> sender;
  private final PublicAddress address;
  private final Clock clock;

  AccountMail(ObjectProvider<JavaMailSender> sender, PublicAddress address, Clock clock) {
    this.sender = sender;
    this.address = address;
    this.clock = clock;
  }

  boolean configured() {
    return sender.getIfAvailable() != null;
  }

  String link(String token) {
    return address.link("/password/new?token=" + token).toString();
  }

  void invite(Account to, PasswordLinks.Made link) throws MailException {
    send(
        to,
        "Your account for Attendance",
        """
        Hello %s,

        an account was made for you, so that you can work with your school's attendance records.
        Choose your password here:

        %s

        The link works once, until %s. After that ask your school's administrator for another.
        You sign in with this email address.
        """
            .formatted(to.name(), link(link.token()), words(link.until())));
  }

  void forgotten(Account to, PasswordLinks.Made link) throws MailException {
    send(
        to,
        "A new password for Attendance",
        """
        Hello %s,

        somebody, probably you, asked for a new password for your account. Choose it here:

        %s

        The link works once, until %s.
        If you did not ask for it, you need do nothing: your password stays as it is.
        """
            .formatted(to.name(), link(link.token()), words(link.until())));
  }

  private void send(Account to, String subject, String text) {
    SimpleMailMessage mail = new SimpleMailMessage();
    mail.setFrom(address.sender());
    mail.setTo(to.email());
    mail.setSubject(subject);
    mail.setText(text);
    sender.getObject().send(mail);
  }

  private String words(Instant until) {
    return UNTIL.format(until.atZone(clock.getZone()));
  }
}
