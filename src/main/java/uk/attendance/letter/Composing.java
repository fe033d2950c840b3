package uk.attendance.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseId;
import uk.attendance.pupil.Channel;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.DayWords;
import uk.attendance.school.School;
import uk.attendance.school.SchoolId;

/** Writes letters, or says what they lack. */
@Component
class Composing {

  private final Wording wording;
  private final Pupils pupils;
  private final Contacts contacts;
  private final Messages messages;
  private final ReplyLinks links;

  Composing(
      Wording wording, Pupils pupils, Contacts contacts, Messages messages, ReplyLinks links) {
    this.wording = wording;
    this.pupils = pupils;
    this.contacts = contacts;
    this.messages = messages;
    this.links = links;
  }

  /** One pupil's part of a letter. */
  record Part(PupilId pupil, Map<String, Object> facts) {}

  /**
   * @param written null where something is missing
   * @param faults what is missing, a sentence each
   */
  record Composed(Wording.@Nullable Written written, List<String> faults) {}

  /**
   * @param channel by which it goes: a letter on paper has no link to answer by; null where none
   *     was found
   */
  Composed compose(
      LetterTemplate template,
      School school,
      Letterhead head,
      Recipient recipient,
      @Nullable Channel channel,
      List<Part> parts,
      List<String> earlierLetters,
      LocalDate day) {
    List<String> faults = new ArrayList<>();
    parts.forEach(part -> faults.addAll(template.faults(part.facts())));
    Map<String, @Nullable Object> values = CommonFields.ofSchool(school, head);
    values.put("recipient", recipient.name());
    values.put("recipientAddress", recipient.address());
    values.put("letterDate", DayWords.full(day));
    values.put(
        "replyLink", bearsLink(recipient, channel, school.id()) ? ReplyLinks.PLACEHOLDER : null);
    values.put("earlierLetters", earlierLetters);
    faults.addAll(CommonFields.missing(used(template), values));
    if (!faults.isEmpty()) {
      return new Composed(null, faults.stream().distinct().toList());
    }
    List<AboutPupil> about =
        parts.stream().map(part -> about(template, part, school.id())).toList();
    if (template.siblingsTogether()) {
      values.putAll(CommonFields.ofSiblings(about));
    } else {
      values.putAll(CommonFields.ofPupil(about.get(0)));
    }
    about.get(0).words().forEach(values::put);
    return new Composed(wording.write(template, values), List.of());
  }

  private boolean bearsLink(Recipient recipient, @Nullable Channel channel, SchoolId school) {
    return recipient.contact() != null
        && (channel == Channel.SMS || channel == Channel.EMAIL)
        && links.areOffered(school);
  }

  /** What the recipient has had in the case, a line each. */
  List<String> earlierLetters(CaseId about, Recipient recipient) {
    Contact contact = recipient.contact();
    return messages.of(about).stream()
        .filter(message -> message.state().hasGoneOut())
        .filter(message -> contact != null && contact.id().equals(message.contact()))
        .map(message -> "%s (%s)".formatted(message.title(), DayWords.full(message.orderedOn())))
        .toList();
  }

  private static Set<String> used(LetterTemplate template) {
    Set<String> used = new TreeSet<>(LetterTemplates.used(template.text()));
    used.addAll(LetterTemplates.used(template.subject()));
    used.add("telephone");
    return used;
  }

  private AboutPupil about(LetterTemplate template, Part part, SchoolId school) {
    Scope scope = Scope.ofTheSystem(school);
    Pupil pupil =
        pupils
            .byId(part.pupil(), scope)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "writing letter %s: school %s has no pupil %s"
                            .formatted(template.key(), school, part.pupil())));
    Map<String, Object> words = new LinkedHashMap<>(template.words(part.facts()));
    List<String> home =
        contacts.of(pupil.id(), scope).all().stream()
            .filter(contact -> contact.rules().livesWith() && !contact.address().isEmpty())
            .findFirst()
            .map(contact -> Recipient.of(contact).address())
            .orElse(List.of());
    return new AboutPupil(pupil, words, home);
  }
}
