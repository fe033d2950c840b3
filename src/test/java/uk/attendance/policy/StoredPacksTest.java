package uk.attendance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;

class StoredPacksTest {

  private static final Instant MORNING = Instant.parse("2025-11-03T09:30:00Z");
  private static final PackVersion DOTHILL = new PackVersion("dothill", "2023-09.1+2024-08.3");

  @OnBothDatabases
  void keepsEveryPackWholeOnce(Database database) {
    start(database, new ChangedPacks(), true);
    PolicyPacks packs = start(database, new ChangedPacks(), true);

    assertThat(packs.all()).allSatisfy(pack -> assertThat(packs.versions(pack.id())).hasSize(1));
    StoredVersion stored = packs.versions("dothill").get(0);
    assertThat(stored.version()).isEqualTo(DOTHILL);
    assertThat(stored.contentHash()).hasSize(64);
    assertThat(stored.storedAt()).isEqualTo(MORNING);
  }

  @OnBothDatabases
  void stopsTheStartInProductionWhenContentChangedUnderItsVersion(Database database) {
    start(database, new ChangedPacks(), true);

    assertThatThrownBy(() -> start(database, laterLetter(), true))
        .isInstanceOf(PolicyPacksRefused.class)
        .hasMessageContaining("policies/dothill/policy.yaml")
        .hasMessageContaining("'2023-09.1+2024-08.3'");
  }

  @OnBothDatabases
  void stopsEveryPackWhenTheNationalOneChangedUnderItsVersion(Database database) {
    start(database, new ChangedPacks(), true);
    ChangedPacks changed =
        new ChangedPacks()
            .policy("national", "value: 8, unit: school-days", "value: 9, unit: school-days");

    assertThatThrownBy(() -> start(database, changed, true))
        .isInstanceOfSatisfying(
            PolicyPacksRefused.class, refused -> assertThat(refused.errors()).hasSize(6));
  }

  @OnBothDatabases
  void keepsChangedContentAsARevisionOutsideProduction(Database database) {
    start(database, new ChangedPacks(), false);

    PolicyPacks changed = start(database, laterLetter(), false);
    PolicyPacks again = start(database, laterLetter(), false);
    PolicyPacks back = start(database, new ChangedPacks(), false);

    PackVersion revision = new PackVersion("dothill", DOTHILL.version() + "~2");
    assertThat(changed.pack("dothill").version()).isEqualTo(revision);
    assertThat(again.pack("dothill").version()).isEqualTo(revision);
    assertThat(back.pack("dothill").version()).isEqualTo(DOTHILL);
    assertThat(back.versions("dothill")).hasSize(2);
    assertThat(back.versions("raleigh")).hasSize(1);
  }

  @OnBothDatabases
  void readsAPackBackAsItWas(Database database) {
    start(database, new ChangedPacks(), true);
    ChangedPacks next = laterLetter().policy("dothill", "\"2023-09.1\"", "\"2026-09.1\"");
    PolicyPacks packs = start(database, next, true);

    PolicyPack before = packs.pack(DOTHILL);

    assertThat(before.version()).isEqualTo(DOTHILL);
    assertThat(before.settings().get("first-day.second-letter-after").value())
        .isEqualTo(new Wait(3, Unit.SCHOOL_DAYS));
    assertThat(packs.pack("dothill").settings().get("first-day.second-letter-after").value())
        .isEqualTo(new Wait(4, Unit.SCHOOL_DAYS));
    assertThat(before.table("absence-code").rows())
        .isEqualTo(packs.pack("dothill").table("absence-code").rows());
  }

  @OnBothDatabases
  void tellsWhatChangedBetweenTwoVersions(Database database) {
    start(database, new ChangedPacks(), true);
    ChangedPacks next = laterLetter().policy("dothill", "\"2023-09.1\"", "\"2026-09.1\"");
    PolicyPacks packs = start(database, next, true);

    assertThat(packs.changes(DOTHILL, packs.pack("dothill").version()))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.key()).isEqualTo("first-day.second-letter-after");
              assertThat(change.before().words()).isEqualTo("3 school days");
              assertThat(change.after().words()).isEqualTo("4 school days");
            });
  }

  @OnBothDatabases
  void refusesAVersionThatNeverRan(Database database) {
    PolicyPacks packs = start(database, new ChangedPacks(), true);

    assertThatThrownBy(() -> packs.pack(new PackVersion("dothill", "1999.1+2024-08.3")))
        .isInstanceOf(UnknownPack.class)
        .hasMessageContaining("dothill 1999.1+2024-08.3");
  }

  private static ChangedPacks laterLetter() {
    return new ChangedPacks()
        .policy(
            "dothill",
            "second-letter-after:  {value: 3, unit: school-days",
            "second-letter-after:  {value: 4, unit: school-days");
  }

  private static PolicyPacks start(Database database, ChangedPacks packs, boolean production) {
    return new PolicyPacks(
        packs.files(),
        new StoredPacks(database.jdbc(), Clock.fixed(MORNING, ZoneOffset.UTC), production));
  }
}
