package uk.attendance.pupil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.school.SchoolId;

@WebTest
class PeopleImportWebTest {

  private static final String PUPILS =
      People.PUPIL_COLUMNS
          + "101,,Ada,Okafor,,14/02/2016,5,Oak,01/09/2020,,,,,,1,,,,F7\n"
          + "102,,Ben,Okafor,,31/02/2018,2,Ash,05/09/2022,,,,,,,,,,F7\n";

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired Pupils pupils;

  private SchoolId school;
  private RequestPostProcessor office;

  @BeforeEach
  void office() {
    school = signedInAs.newSchool();
    office = signedInAs.role(Role.OFFICE, school);
  }

  @Test
  void showsWhatAFileWouldChangeBeforeAnythingChanges() throws Exception {
    String address = upload("PUPILS", PUPILS);

    assertThat(page(address))
        .contains("What pupils.csv would change", "Yes, bring it in", "31/02/2018");
    assertThat(pupils.byAdmissionNo(school, "101", Scope.ofTheSystem(school))).isEmpty();

    mvc.perform(post(address + "/apply").with(office)).andExpect(status().is3xxRedirection());

    assertThat(page(address))
        .contains("What pupils.csv changed")
        .doesNotContain("Yes, bring it in");
    assertThat(pupils.byAdmissionNo(school, "101", Scope.ofTheSystem(school))).isPresent();
    mvc.perform(post(address + "/apply").with(office)).andExpect(status().is3xxRedirection());
    assertThat(page("/pupils/import")).contains("pupils.csv (pupils)", "brought in");
  }

  @Test
  void dropsAFile() throws Exception {
    String address = upload("PUPILS", PUPILS);

    mvc.perform(post(address + "/drop").with(office)).andExpect(status().is3xxRedirection());

    assertThat(page(address)).contains("was dropped: nothing was changed");
  }

  @Test
  void handsOutRejectedRowsAsAFile() throws Exception {
    String address = upload("PUPILS", PUPILS);

    assertThat(page(address + "/rejects.csv"))
        .contains("admission_no,upn", "102,,Ben", "line 3: Column dob holds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUPILS | '' | Choose a file that is not empty.",
        "PUPILS | 'admission_no\n1\n' | The file has no column first_name",
        "CONTACTS | 'admission_no,x\n1,2\n' | The file has no column contact_id",
      })
  void saysInASentenceWhatIsWrongWithAFile(String kind, String content, String sentence)
      throws Exception {
    assertThat(refused(kind, content.getBytes(StandardCharsets.UTF_8))).contains(sentence);
  }

  @Test
  void refusesASpreadsheet() throws Exception {
    assertThat(refused("PUPILS", new byte[] {'P', 'K', 3, 4, 0, 0}))
        .contains("The file is not text");
  }

  @Test
  void asksWhatTheFileHolds() throws Exception {
    assertThat(
            mvc.perform(
                    multipart("/pupils/import")
                        .file(
                            new MockMultipartFile(
                                "file", "x.csv", "text/csv", "a".getBytes(StandardCharsets.UTF_8)))
                        .with(office))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString())
        .contains("Say whether the file holds pupils or contacts.");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"TEACHER", "GOVERNOR", "HEADTEACHER", "DSL", "ADMIN"})
  void keepsImportsToThoseWhoKeepTheRegister(Role role) throws Exception {
    mvc.perform(get("/pupils/import").with(signedInAs.role(role, school)))
        .andExpect(status().isForbidden());
  }

  @Test
  void hidesFilesOfAnotherSchool() throws Exception {
    String address = upload("PUPILS", PUPILS);
    RequestPostProcessor other = signedInAs.role(Role.OFFICE, signedInAs.newSchool());

    mvc.perform(get(address).with(other)).andExpect(status().isNotFound());
    mvc.perform(get(address + "/rejects.csv").with(other)).andExpect(status().isNotFound());
    mvc.perform(post(address + "/apply").with(other)).andExpect(status().isNotFound());
    mvc.perform(post(address + "/drop").with(other)).andExpect(status().isNotFound());
  }

  @Test
  void listsPupilsWithTooFewContacts() throws Exception {
    mvc.perform(post(upload("PUPILS", PUPILS) + "/apply").with(office));
    mvc.perform(
        post(upload(
                    "CONTACTS",
                    People.CONTACT_COLUMNS
                        + "101,C1,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700 900141,,,,,,,no\n")
                + "/apply")
            .with(office));

    assertThat(page("/pupils/few-contacts"))
        .contains("at least 2 people", "Ada Okafor", "Grace Okafor (mother)", "NF-A1");
  }

  private String upload(String kind, String content) throws Exception {
    String address =
        mvc.perform(
                multipart("/pupils/import")
                    .file(
                        new MockMultipartFile(
                            "file",
                            "pupils.csv",
                            "text/csv",
                            content.getBytes(StandardCharsets.UTF_8)))
                    .param("kind", kind)
                    .with(office))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(address).startsWith("/pupils/import/");
    return String.valueOf(address);
  }

  private String refused(String kind, byte[] content) throws Exception {
    return mvc.perform(
            multipart("/pupils/import")
                .file(new MockMultipartFile("file", "pupils.csv", "text/csv", content))
                .param("kind", kind)
                .with(office))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private String page(String path) throws Exception {
    return mvc.perform(get(path).with(office))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }
}
