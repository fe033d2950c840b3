package uk.attendance.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;

class SchoolsTest {
  private static final Trust TRUST = new Trust(new TrustId("a-trust"), "A Trust");

  @OnBothDatabases
  void findsSchoolsByIdByTrustAndAllByName(Database database) {
    Schools schools = new Schools(database.jdbc());
    School west = school("west", TRUST.id(), "West Academy");
    School east = school("east", TRUST.id(), "East Academy");
    School alone = school("alone", null, "Nobody's Primary");
    schools.save(TRUST);
    schools.save(west);
    schools.save(east);
    schools.save(alone);

    assertThat(schools.get(new SchoolId("west"))).isEqualTo(west);
    assertThat(schools.all()).containsExactly(east, alone, west);
    assertThat(schools.ofTrust(TRUST.id())).containsExactly(east, west);
    assertThat(schools.trusts()).containsExactly(TRUST);
  }

  @OnBothDatabases
  void savingAgainChangesTheSameSchool(Database database) {
    Schools schools = new Schools(database.jdbc());
    schools.save(TRUST);
    schools.save(school("west", null, "West"));
    schools.save(new Trust(TRUST.id(), "A Larger Trust"));
    School renamed = school("west", TRUST.id(), "West Academy");
    schools.save(renamed);

    assertThat(schools.all()).containsExactly(renamed);
    assertThat(schools.trusts()).extracting(Trust::name).containsExactly("A Larger Trust");
  }

  @OnBothDatabases
  void saysWhichSchoolIsUnknown(Database database) {
    Schools schools = new Schools(database.jdbc());

    assertThat(schools.find(new SchoolId("nowhere"))).isEmpty();
    assertThatThrownBy(() -> schools.get(new SchoolId("nowhere")))
        .isInstanceOf(UnknownSchool.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void aTrustIdIsKebabCase() {
    assertThatThrownBy(() -> new TrustId("A Trust")).hasMessageContaining("kebab-case");
  }

  private static School school(String id, @Nullable TrustId trust, String name) {
    return new School(new SchoolId(id), trust, name, "raleigh", id, "Nottingham", true);
  }
}
