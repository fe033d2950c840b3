package uk.attendance.leave;

import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import uk.attendance.account.PublicAddress;
import uk.attendance.letter.Carrier;
import uk.attendance.letter.Handover;
import uk.attendance.letter.Letterheads;
import uk.attendance.letter.Outgoing;
import uk.attendance.pupil.Channel;
import uk.attendance.pupil.Contact;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/**
 * Sends the link for a request to the address or number on file. It is no letter of a case: it
 * names no child, and whoever does not get it asks again.
 */
@Component
class SendingLinks {

  private static final Logger log = LoggerFactory.getLogger(SendingLinks.class);
  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK).withZone(SchoolCalendar.ZONE);

  private final ObjectProvider<Carrier> carriers;
  private final LeaveLinks links;
  private final LeaveLinkSettings settings;
  private final PublicAddress address;
  private final Schools schools;
  private final Letterheads heads;
  private final InstantSource time;

  SendingLinks(
      ObjectProvider<Carrier> carriers,
      LeaveLinks links,
      LeaveLinkSettings settings,
      PublicAddress address,
      Schools schools,
      Letterheads heads,
      @Qualifier("wallTime") InstantSource time) {
    this.carriers = carriers;
    this.links = links;
    this.settings = settings;
    this.address = address;
    this.schools = schools;
    this.heads = heads;
    this.time = time;
  }

  void send(SchoolId of, Contact to, boolean byEmail) {
    Channel channel = byEmail ? Channel.EMAIL : Channel.SMS;
    Optional<Carrier> carrier =
        carriers
            .orderedStream()
            .filter(one -> one.channel() == channel && one.serves(of))
            .findFirst();
    Optional<String> where = byEmail ? Optional.ofNullable(to.email()) : to.textNumber();
    if (carrier.isEmpty() || where.isEmpty()) {
      log.warn("no link for a request for leave went at school {}: no carrier by {}", of, channel);
      return;
    }
    String link = address.link("/l/" + links.forRequest(of, to.id())).toString();
    Handover handed =
        carrier.get().handOver(message(schools.get(of), to, where.get(), link, byEmail));
    if (handed.outcome() != Handover.Outcome.TAKEN) {
      log.warn(
          "a link for a request for leave at school {} was not taken: {}", of, handed.detail());
    }
  }

  private Outgoing message(School school, Contact to, String where, String link, boolean byEmail) {
    String until = UNTIL.format(time.instant().plus(settings.request()));
    String text =
        byEmail
            ? """
            Dear %s,

            you asked %s for the form on which to request leave of absence. It is here:

            %s

            The link works for one request, until %s. It is yours alone: please do not pass it on.
            If you did not ask for it, you need do nothing.

            %s
            """
                .formatted(to.formalName(), school.name(), link, until, school.name())
            : "%s: your form for requesting leave of absence: %s It works until %s."
                .formatted(school.name(), link, until);
    return new Outgoing(
        school.id(),
        "<" + UUID.randomUUID() + "@attendance>",
        school.name(),
        heads.of(school.id()).email(),
        to.formalName(),
        where,
        "Your form for requesting leave of absence",
        text,
        html(text, link),
        null);
  }

  /** The same words, a paragraph each, the address as a link. */
  private static String html(String text, String link) {
    StringBuilder body = new StringBuilder("<!DOCTYPE html><html lang=\"en-GB\"><body>");
    for (String paragraph : text.split("\n\n")) {
      body.append("<p>").append(escaped(paragraph.strip())).append("</p>");
    }
    String shown = escaped(link);
    return body.append("</body></html>")
        .toString()
        .replace(shown, "<a href=\"%s\">%s</a>".formatted(shown, shown));
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
