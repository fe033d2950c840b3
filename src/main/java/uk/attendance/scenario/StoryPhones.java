package uk.attendance.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.attendance.letter.Outgoing;
import uk.attendance.pupil.Contact;
import uk.attendance.school.SchoolId;

/** What the people of stories have on their telephones: the newest link of each. */
final class StoryPhones {

  private static final Pattern LINK = Pattern.compile("https?://\\S+/r/([\\w-]+)");

  private final Map<String, String> newest = new ConcurrentHashMap<>();

  void arrived(Outgoing message) {
    Matcher link = LINK.matcher(message.text());
    if (link.find()) {
      newest.put(key(message.school(), message.address()), link.group(1));
    }
  }

  /** What stands at the end of the newest link that somebody had. */
  Optional<String> token(SchoolId school, Contact contact) {
    return contact
        .textNumber()
        .flatMap(number -> find(school, number))
        .or(() -> Optional.ofNullable(contact.email()).flatMap(mail -> find(school, mail)));
  }

  private Optional<String> find(SchoolId school, String address) {
    return Optional.ofNullable(newest.get(key(school, address)));
  }

  private static String key(SchoolId school, String address) {
    return school + " " + address;
  }
}
