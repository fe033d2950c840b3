package uk.attendance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackLoaderTest {

  private final ChangedPacks packs = new ChangedPacks();

  @Test
  void takesTheBundledPacks() {
    assertThat(packs.errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parent-reports-by| parent-reported-by| reporting: unknown key 'parent-reported-by'; known: report-every-day, parent-reports-by",
        "  below-threshold|  below-treshold| letters: unknown letter 'below-treshold'; known: first-day-text,",
        "reporting:| reportings:| unknown key 'reportings'",
        "  office:   | officer:| roles: unknown role 'officer'; known: office, teacher,",
        "  meet-headteacher: {|  meet-the-head: {| deadlines: unknown task 'meet-the-head'",
        "value: 20, unit: school-days|value: 20| concern.meeting-after-letter: key 'unit' is missing; needed: minutes, hours, school-days",
        "value: 20, unit: school-days|value: 20, unit: sessions| concern.meeting-after-letter.unit: is 'sessions'; needed: minutes",
        "value: 20, unit: school-days|value: twenty, unit: school-days| concern.meeting-after-letter.value: is 'twenty'; needed: a whole number",
        "value: 20, unit: school-days|value: -20, unit: school-days| concern.meeting-after-letter.value: is -20; needed: 0 or more",
        "value: 96, unit: percent|value: 960, unit: percent| concern.letter-below.value: is 960; needed: 0 to 100",
        "value: 96, unit: percent, rule: SV-C1|value: 96, unit: percent| concern.letter-below: key 'rule' is missing",
        "value: 96, unit: percent, rule: SV-C1|value: 96, unit: percent, rule: C1| concern.letter-below.rule: is 'C1'; needed: A rule id such as NF-R3",
        "value: 96, unit: percent|value: 96, unit: percent, valid: yes| concern.letter-below: unknown key 'valid'",
        "value: 96, unit: percent|value: 96, unit: percent, value: 97| concern.letter-below: key 'value' stands here twice",
        "report-every-day:  {value: yes|report-every-day:  {value: maybe| reporting.report-every-day.value: is 'maybe'; needed: yes, no",
        "value: \"09:15\"|value: \"25:15\"| reporting.parent-reports-by.value: is '25:15'; needed: the form",
        "codes: [G, O, U]|codes: [G, O, UU]| code-sets.penalty.codes: unknown register code 'UU'",
        "codes: [G, O, U]|codes: G| code-sets.penalty.codes: is no list; needed: [one, two]",
        "by: [email, post]|by: [pigeon]| letters.first-day-letter.by: is 'pigeon'; needed: text, email, post, preferred",
        "closes: \"09:15\"|closes: \"08:15\"| register opens 08:45, late from 08:45, closes 08:15; needed: in this order",
        "titles: [SLT attendance lead]|titles: []| role 'attendance-lead' has no title; needed: one or more",
        "pack: st-vincent|pack: saint-vincent| pack is 'saint-vincent'; needed: 'st-vincent', the name of its folder",
        "title: St Vincent de Paul School|title: [St Vincent]| title: holds a list or keys; needed: one value",
        "  late-book: {value: yes, rule: SV-R2}|  late-book: yes| register.late-book: is 'yes'; needed: keys and values"
      })
  void namesFileAndLineOfWhatIsWrongInAPolicy(String text, String by, String message) {
    packs.policy("st-vincent", text, by);

    assertThat(packs.errors()).hasSize(1);
    assertThat(packs.errors().get(0)).startsWith(packs.place() + ": " + message);
  }

  @Test
  void namesTheSectionWhereANationalValueIsMissing() {
    packs.policy("national", "  begins-at-age:    {value: 5, unit: years, rule: NF-R6}\n", "");

    assertThat(packs.errors())
        .containsExactly(
            packs.place()
                + ": key 'compulsory-school-age.begins-at-age' is missing; the national pack names"
                + " every value");
  }

  @Test
  void namesAMissingHead() {
    packs.policy("dothill", "title: Dothill Primary School\n", "");

    assertThat(packs.errors()).hasSize(1);
    assertThat(packs.errors().get(0))
        .startsWith("policies/dothill/policy.yaml:")
        .endsWith("key 'title' is missing");
  }

  @Test
  void asksAnAcademyForItsAdvisoryLetter() {
    packs.policy(
        "raleigh",
        "    advisory-letter: {value: no, rule: RT-C1, not-in-policy: yes, words: Until the trust says"
            + " otherwise}\n  unity:",
        "  unity:");

    assertThat(packs.errors()).hasSize(1);
    assertThat(packs.errors().get(0))
        .contains("academies.denewood: key 'advisory-letter' is missing");
  }

  @Test
  void findsTheLineThatIsNoYaml() {
    packs.policy("dothill", "title: Dothill Primary School", "title: \"Dothill\n\ttabs: [");

    assertThat(packs.errors()).hasSize(1);
    assertThat(packs.errors().get(0)).contains("policies/dothill/policy.yaml:").contains("no YAML");
  }

  @Test
  void asksForThePolicyOfAFolder() {
    packs.remove("dothill", PackFiles.POLICY);

    assertThat(packs.errors())
        .containsExactly("policies/dothill/policy.yaml:1: the pack has no policy.yaml");
  }

  @Test
  void asksForATableThatTheNationalPackNames() {
    packs.remove("national", "absence-code.dmn");
    packs.policy("national", "  absence-code: {title", "  absence-code: {title");

    assertThat(packs.errors())
        .contains(
            packs.place()
                + ": table 'absence-code' is missing; needed:"
                + " policies/national/absence-code.dmn");
  }

  @Test
  void refusesATableNobodyNeeds() {
    packs.add("dothill", "tea-break.dmn", "<definitions/>");

    assertThat(packs.errors())
        .containsExactly(
            "policies/dothill/tea-break.dmn:1: no pack needs this table; known tables:"
                + " absence-code, first-day-steps, parent-reply, leave-findings");
  }

  @Test
  void keepsTheRegisterCodesNational() {
    packs.policy("dothill", "practices:", "codes: {rule: DH-R8, list: []}\npractices:");

    assertThat(packs.errors())
        .containsExactly(packs.place() + ": 'codes' stands in the national pack only");
  }

  @Test
  void collectsTheErrorsOfAllPacks() {
    packs
        .policy("dothill", "reporting:", "report:")
        .policy("raleigh", "value: 95, unit: percent", "value: 195, unit: percent")
        .table("nailsworth", "&lt; 3", "&lt; three");

    assertThat(packs.errors()).hasSize(3);
    assertThatThrownBy(() -> PackLoader.load(packs.files()))
        .isInstanceOf(PolicyPacksRefused.class)
        .hasMessageContaining("3 places to mend")
        .hasMessageContaining("policies/dothill/policy.yaml:")
        .hasMessageContaining("policies/nailsworth/absence-code.dmn:")
        .hasMessageContaining("policies/raleigh/policy.yaml:");
  }
}
