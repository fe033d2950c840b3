package uk.attendance.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import uk.attendance.school.SchoolId;

class MailCarrierTest {

  private static final SchoolId OAK = new SchoolId("oak");
  private static final Outgoing LETTER =
      new Outgoing(
          OAK,
          "<1234@attendance>",
          "Oak Primary School",
          "office@oak.example.org",
          "Mrs Zoë Okafor",
          "zoe@example.org",
          "Why was Sam not in school?",
          "Dear Mrs Okafor,\n",
          "<p>Dear Mrs Okafor,</p>",
          null);

  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @Test
  void arrivesOnceWithBothVariantsAndItsOwnId() throws MessagingException, IOException {
    Handover handover = carrier(SERVER.getSmtp().getPort()).handOver(LETTER);

    assertThat(handover.outcome()).isEqualTo(Handover.Outcome.TAKEN);
    MimeMessage mail = SERVER.getReceivedMessages()[0];
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
    assertThat(mail.getMessageID()).isEqualTo("<1234@attendance>");
    assertThat(mail.getSubject()).isEqualTo("Why was Sam not in school?");
    assertThat(mail.getFrom())
        .extracting(Address::toString)
        .containsExactly("Oak Primary School <office@oak.example.org>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(GreenMailUtil.getBody(mail))
        .contains("multipart/alternative", "text/plain", "text/html", "<p>Dear Mrs Okafor,</p>");
  }

  @Test
  void theSameLetterHandedOverTwiceBearsTheSameId() throws MessagingException {
    MailCarrier carrier = carrier(SERVER.getSmtp().getPort());

    carrier.handOver(LETTER);
    carrier.handOver(LETTER);

    assertThat(SERVER.getReceivedMessages()[0].getMessageID())
        .isEqualTo(SERVER.getReceivedMessages()[1].getMessageID());
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 no such user, REFUSED",
    "RCPT, 451 try later, NOT_NOW",
    "MAIL, 553 not from here, REFUSED",
    "MAIL, 421 busy, NOT_NOW",
    "MAIL, drop, NOT_NOW",
    "DATA, 554 no, REFUSED",
    "END, 554 looks like spam, REFUSED",
    "END, 452 disk full, NOT_NOW",
    "END, drop, NOT_KNOWN",
    "QUIT, drop, TAKEN",
  })
  void knowsWhatItKnows(String at, String answer, Handover.Outcome outcome) throws IOException {
    try (MoodyServer server = new MoodyServer(at, answer)) {
      Handover handover = carrier(server.port()).handOver(LETTER);

      assertThat(handover.outcome()).as(handover.detail()).isEqualTo(outcome);
    }
  }

  @Test
  void aServerThatIsNotThereIsATemporaryFault() throws IOException {
    int nobody;
    try (MoodyServer server = new MoodyServer("", "")) {
      nobody = server.port();
    }

    assertThat(carrier(nobody).handOver(LETTER).outcome()).isEqualTo(Handover.Outcome.NOT_NOW);
  }

  @Test
  void aSchoolWithoutAnAddressOfItsOwnSendsNothing() {
    Outgoing nameless =
        new Outgoing(
            OAK, "<1@attendance>", "Oak", null, "Zoë", "zoe@example.org", "x", "x", "x", null);

    assertThat(carrier(SERVER.getSmtp().getPort()).handOver(nameless).outcome())
        .isEqualTo(Handover.Outcome.NOT_NOW);
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    Outgoing wrong =
        new Outgoing(
            OAK, "<1@attendance>", "Oak", "o@x.org", "Zoë", "not an address", "x", "x", "x", null);

    assertThat(carrier(SERVER.getSmtp().getPort()).handOver(wrong).outcome())
        .isEqualTo(Handover.Outcome.REFUSED);
  }

  private static MailCarrier carrier(int port) {
    JavaMailSenderImpl server = new JavaMailSenderImpl();
    server.setHost("127.0.0.1");
    server.setPort(port);
    Properties settings = server.getJavaMailProperties();
    settings.put("mail.smtp.timeout", "5000");
    settings.put("mail.smtp.connectiontimeout", "5000");
    return new MailCarrier(server);
  }
}
