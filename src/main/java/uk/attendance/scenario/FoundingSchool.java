package uk.attendance.scenario;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.Role;
import uk.attendance.account.SignedIn;
import uk.attendance.letter.Letterhead;
import uk.attendance.letter.Letterheads;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RoleTitles;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.School;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;
import uk.attendance.school.Trust;
import uk.attendance.school.TrustId;

/** Sets up the school of a story, each with an id that no other story's has. */
@Component
@Profile("scenario")
class FoundingSchool {

  private static final Letterhead HEAD =
      new Letterhead(
          "01632 960000",
          "office@school.example.org",
          List.of("1 School Lane", "AA1 1AA"),
          "attendance@authority.example.org");

  private final PolicyPacks packs;
  private final Schools schools;
  private final ChangingCalendar calendar;
  private final Accounts accounts;
  private final EnrollingPupils enrolling;
  private final Letterheads letterheads;
  private final AtomicInteger founded = new AtomicInteger();

  FoundingSchool(
      PolicyPacks packs,
      Schools schools,
      ChangingCalendar calendar,
      Accounts accounts,
      EnrollingPupils enrolling,
      Letterheads letterheads) {
    this.packs = packs;
    this.schools = schools;
    this.calendar = calendar;
    this.accounts = accounts;
    this.enrolling = enrolling;
    this.letterheads = letterheads;
  }

  StorySchool found(Story story) {
    School school = school(story);
    letterheads.save(school.id(), HEAD);
    calendar.setUp(school.id(), StoryCalendar.plan(story.year()), EnrollingPupils.BY);
    Map<String, PupilId> pupils = enrolling.enroll(story, school.id());
    return new StorySchool(story, school, pupils, staff(story, school.id()));
  }

  private School school(Story story) {
    PolicyPack pack = packs.pack(story.pack());
    String id = "story-" + founded.incrementAndGet();
    String academy = story.academy();
    TrustId trust = academy == null ? null : new TrustId(id + "-trust");
    if (trust != null) {
      schools.save(new Trust(trust, pack.title()));
    }
    School school =
        new School(
            new SchoolId(id),
            trust,
            academy == null ? pack.title() : pack.academy(academy).name(),
            pack.id(),
            academy,
            pack.localAuthority(),
            true);
    schools.save(school);
    return school;
  }

  /** One person for each role, and those the story adds. */
  private Map<String, SignedIn> staff(Story story, SchoolId school) {
    Map<String, RoleTitles> titles = packs.pack(story.pack()).roles();
    Map<String, SignedIn> staff = new LinkedHashMap<>();
    Map<Role, String> names = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      RoleTitles title = titles.get(role.key());
      names.put(role, title == null ? role.words() : title.title());
      staff.put(role.key(), employ(school, role.key(), role, names.get(role)));
    }
    story.people().forEach((id, role) -> staff.put(id, employ(school, id, role, names.get(role))));
    return staff;
  }

  private SignedIn employ(SchoolId school, String id, Role role, @Nullable String title) {
    String position = title == null ? role.words() : title;
    AccountId account =
        accounts.create("%s@%s.example.org".formatted(id, school), id, position, true);
    accounts.grant(account, role, school);
    if (role == Role.TEACHER) {
      enrolling.classesOf(school).forEach(taught -> accounts.teaches(account, taught));
    }
    return new SignedIn(account, id, position);
  }
}
