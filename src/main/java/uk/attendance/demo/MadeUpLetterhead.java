package uk.attendance.demo;

import java.util.List;
import java.util.Locale;
import uk.attendance.letter.Letterhead;

/** What a made-up school's letters say about it: a number kept free for drama, mail to nobody. */
final class MadeUpLetterhead {

  private MadeUpLetterhead() {}

  static Letterhead of(MadeUpSchool school) {
    String authority = school.localAuthority().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    return new Letterhead(
        "01632 960%03d".formatted(900 + MadeUpSchools.all().indexOf(school)),
        "office@%s.example.org".formatted(school.id()),
        List.of("School Lane", school.town(), school.postcode() + " 1AA"),
        "attendance@%s.example.org".formatted(authority));
  }
}
