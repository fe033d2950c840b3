package uk.attendance.account;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.school.School;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;
import uk.attendance.school.Trust;
import uk.attendance.school.TrustId;

/**
 * Makes what {@link SetUp} names and is not there yet. A school that nobody administers gets the
 * first administrator, who sets a password by a link: mailed, or printed once where no mail can be
 * sent.
 */
@Component
class SettingUp {

  private static final Logger log = LoggerFactory.getLogger(SettingUp.class);

  private final SetUp setUp;
  private final PolicyPacks packs;
  private final Schools schools;
  private final FirstAdministrators administrators;

  SettingUp(SetUp setUp, PolicyPacks packs, Schools schools, FirstAdministrators administrators) {
    this.setUp = setUp;
    this.packs = packs;
    this.schools = schools;
    this.administrators = administrators;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(1)
  @Transactional
  public void setUp() {
    for (SetUp.OneTrust trust : setUp.trusts()) {
      schools.save(new Trust(new TrustId(trust.id()), trust.name()));
    }
    for (SetUp.OneSchool school : setUp.schools()) {
      checkPack(school);
      SchoolId id = new SchoolId(school.id());
      schools.save(
          new School(
              id,
              trust(school.trust()),
              school.name(),
              school.pack(),
              school.academy(),
              school.localAuthority(),
              false));
      if (setUp.administrator() != null) {
        administrators.look(id, setUp.administrator());
      }
    }
    if (!setUp.schools().isEmpty()) {
      log.info("set up: {} schools of {} trusts", setUp.schools().size(), setUp.trusts().size());
    }
  }

  private void checkPack(SetUp.OneSchool school) {
    PolicyPack pack = packs.pack(school.pack());
    if (school.academy() != null || !pack.academies().isEmpty()) {
      pack.academy(school.academy());
    }
  }

  private static @Nullable TrustId trust(@Nullable String id) {
    return id == null ? null : new TrustId(id);
  }
}
