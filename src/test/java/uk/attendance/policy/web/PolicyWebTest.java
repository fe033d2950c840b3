package uk.attendance.policy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.Role;
import uk.attendance.policy.DecisionTable;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.Practice;
import uk.attendance.policy.Setting;

@WebTest
class PolicyWebTest {

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired PolicyPacks packs;

  @Test
  void listsEveryPolicyWithItsSource() throws Exception {
    assertThat(page("/policy"))
        .contains("<title>Policy – Attendance</title>")
        .contains("National framework, England", "St Vincent de Paul School")
        .contains("Attendance policy of December 2018", "Telford &amp; Wrekin")
        .contains("5 warnings")
        .containsOnlyOnce("followed by Example School");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"national", "st-vincent", "dothill", "lady-byron", "nailsworth", "raleigh"})
  void showsEveryValueRuleAndRowOfAPack(String id) throws Exception {
    PolicyPack pack = packs.pack(id);

    String page = page("/policy/" + id);

    assertThat(pack.practices().stream().map(Practice::rule))
        .allSatisfy(rule -> assertThat(page).contains(">" + rule + "<"));
    assertThat(pack.settings().all().values().stream().flatMap(values -> values.stream()))
        .extracting(Setting::value)
        .allSatisfy(value -> assertThat(page).contains(value.inWords()));
    for (DecisionTable table : pack.tables().values()) {
      assertThat(table.rows())
          .extracting(DecisionTable.Row::id)
          .allSatisfy(row -> assertThat(page).contains("id=\"" + table.key() + "-" + row + "\""));
    }
    assertThat(pack.letters().values())
        .allSatisfy(letter -> assertThat(page).contains(escaped(letter.title())));
    assertThat(page).contains(pack.version().version());
  }

  @Test
  void saysValuesInWordsWithTheirRules() throws Exception {
    assertThat(page("/policy/st-vincent"))
        .contains("Meeting after letter", "20 school days", "not in the policy")
        .contains("I – Illness", "Genuine illness is authorised.")
        .contains("A person decides");
  }

  @Test
  void saysWhereAPolicyDiffersFromTheFramework() throws Exception {
    assertThat(page("/policy/dothill"))
        .contains("Deadlines: Decide absence code", "10 school days")
        .contains("since August 2024 the law wants six")
        .contains("The policy keeps register entries three years");
    assertThat(page("/policy/nailsworth")).contains("up to £100");
  }

  @Test
  void showsTheTimesOfEachAcademy() throws Exception {
    assertThat(page("/policy/raleigh"))
        .contains("Westbury, morning", "08:50", "09:20")
        .contains("Ambleside, Unity, Woodlands");
  }

  @Test
  void saysThatNothingChangedSinceAVersionThatIsTheSame() throws Exception {
    String version = packs.pack("dothill").version().version();
    String page =
        mvc.perform(
                get("/policy/dothill/changes")
                    .param("from", version)
                    .with(signedInAs.role(Role.OFFICE, signedInAs.newSchool())))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertThat(page).contains("What changed", "Nothing that the policy says is different");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/policy/summerhill", "/policy/dothill/changes?from=1", "/policy/..%2fdothill"})
  void findsNoPolicyThatDoesNotExist(String address) throws Exception {
    int status =
        mvc.perform(
                get(java.net.URI.create(address))
                    .with(signedInAs.role(Role.OFFICE, signedInAs.newSchool())))
            .andReturn()
            .getResponse()
            .getStatus();

    assertThat(status).isBetween(400, 404);
  }

  @ParameterizedTest
  @EnumSource
  void letsAllStaffRead(Role role) throws Exception {
    mvc.perform(get("/policy/raleigh").with(signedInAs.role(role, signedInAs.newSchool())))
        .andExpect(status().isOk());
  }

  private String page(String address) throws Exception {
    return mvc.perform(get(address).with(signedInAs.role(Role.OFFICE, signedInAs.newSchool())))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static String escaped(String text) {
    return text.replace("'", "&#39;").replace("&", "&amp;").replace("&amp;#39;", "&#39;");
  }
}
