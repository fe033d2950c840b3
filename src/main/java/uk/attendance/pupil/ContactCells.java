package uk.attendance.pupil;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the person and the rules of contact from one row of {@code contacts.csv}. */
final class ContactCells {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final Map<String, String> CHANNELS =
      Map.of(
          "sms",
          "sms",
          "text",
          "sms",
          "email",
          "email",
          "e-mail",
          "email",
          "post",
          "post",
          "letter",
          "post",
          "phone",
          "phone",
          "telephone",
          "phone");
  private static final List<String> ADDRESS =
      List.of("address_1", "address_2", "address_3", "address_4");

  private final Cells cells;

  ContactCells(Cells cells) {
    this.cells = cells;
  }

  ContactRow.Person person(ContactRow.@Nullable Person known) {
    List<String> address = new ArrayList<>();
    for (int i = 0; i < ADDRESS.size(); i++) {
      String line =
          cells.optional(ADDRESS.get(i), 120, known == null ? null : known.address().get(i));
      address.add(line == null ? "" : line);
    }
    return new ContactRow.Person(
        cells.required("contact_id", 40),
        cells.optional("title", 20, known == null ? null : known.title()),
        cells.required("first_name", 80),
        cells.required("last_name", 80),
        number("mobile", known == null ? null : known.mobile()),
        number("phone", known == null ? null : known.phone()),
        email(known == null ? null : known.email()),
        List.copyOf(address),
        cells.optional("postcode", 10, known == null ? null : known.postcode()),
        language(known == null ? null : known.language()),
        channel(known == null ? null : known.preferredChannel()),
        cells.yes("do_not_text", known != null && known.doNotText()));
  }

  ContactRow.Link link(PupilId pupil, String externalId, ContactRow.@Nullable Link known) {
    return new ContactRow.Link(
        pupil,
        externalId,
        cells.required("relationship", 40),
        priority(),
        cells.yes("parental_responsibility", known != null && known.parentalResponsibility()),
        cells.yes("lives_with", known != null && known.livesWith()),
        cells.yes("no_contact", known != null && known.noContact()));
  }

  private int priority() {
    String text = cells.required("priority", 10);
    if (text.matches("[1-9][0-9]?")) {
      return Integer.parseInt(text);
    }
    if (!text.isEmpty()) {
      cells.problem("Column priority holds “%s”: a number from 1 to 99 is needed.".formatted(text));
    }
    return 0;
  }

  private @Nullable String number(String column, @Nullable String known) {
    String text = cells.optional(column, 30, known);
    if (text != null && !PhoneNumber.isNumber(text)) {
      cells.problem("Column %s holds “%s”: that is no telephone number.".formatted(column, text));
    }
    return text;
  }

  private @Nullable String email(@Nullable String known) {
    String text = cells.optional("email", 254, known);
    if (text != null && !EMAIL.matcher(text).matches()) {
      cells.problem("Column email holds “%s”: that is no e-mail address.".formatted(text));
    }
    return text;
  }

  /** English is what everything is written in: only another language is kept. */
  private @Nullable String language(@Nullable String known) {
    String text = cells.optional("language", 40, known);
    return text != null && text.toLowerCase(Locale.UK).matches("english|eng?|en-gb") ? null : text;
  }

  private @Nullable String channel(@Nullable String known) {
    String text = cells.optional("preferred_channel", 20, known);
    if (text == null) {
      return null;
    }
    String channel = CHANNELS.get(text.toLowerCase(Locale.UK));
    if (channel == null) {
      cells.problem(
          "Column preferred_channel holds “%s”: sms, email, post or phone is needed."
              .formatted(text));
    }
    return channel;
  }
}
