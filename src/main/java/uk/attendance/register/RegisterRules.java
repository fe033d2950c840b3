package uk.attendance.register;

import org.springframework.stereotype.Component;
import uk.attendance.policy.ImportBrakes;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RegisterCodes;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/** What the register needs of a school's policy pack. */
@Component
class RegisterRules {

  private final Schools schools;
  private final PolicyPacks packs;

  RegisterRules(Schools schools, PolicyPacks packs) {
    this.schools = schools;
    this.packs = packs;
  }

  RegisterCodes codes(SchoolId school) {
    return pack(school).codes();
  }

  ImportBrakes brakes(SchoolId school) {
    return pack(school).importBrakes();
  }

  private PolicyPack pack(SchoolId school) {
    return packs.pack(schools.get(school).pack());
  }
}
