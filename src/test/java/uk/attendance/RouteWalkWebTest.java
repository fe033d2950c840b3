package uk.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.Role;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.RunningCases;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.ExampleCall;
import uk.attendance.worklist.OpenTasks;

/**
 * Every route, asked for by every role, by nobody, by somebody without a role and by the same role
 * of another school. A new route needs one line in {@link #TABLE}; one with a new kind of id also a
 * line in {@link #addresses()}.
 */
@WebTest
class RouteWalkWebTest {

  /**
   * Method, route, who may: roles by key, {@link #PUPIL_STAFF pupil-staff}, {@link #FILES files},
   * {@code everybody} with a role at a school, or {@code open} without signing in. A trailing
   * {@code here} says that the address names something of one school: the same role of another
   * school gets 404.
   */
  private static final String TABLE =
      """
      GET  /sign-in                    open
      GET  /password/forgotten         open
      POST /password/forgotten         open
      GET  /password/asked             open
      GET  /password/new               open
      POST /password/new               open
      GET  /r/{token}                  open
      POST /r/{token}                  open
      POST /r/{token}/answer           open
      GET  /r/{token}/received         open

      GET  /ask-for-leave/{school}        open
      POST /ask-for-leave/{school}        open
      GET  /ask-for-leave/{school}/asked  open
      GET  /l/{token}                     open
      POST /l/{token}                     open
      GET  /a/{token}                     open
      POST /a/{token}                     open

      GET  /                           everybody
      POST /school                     everybody here
      GET  /account                    everybody
      POST /account/password           everybody

      GET  /worklist                   pupil-staff
      GET  /calls                      office attendance-officer attendance-lead headteacher dsl manager
      POST /calls                      office
      POST /calls/undo                 office
      POST /worklist/claim             pupil-staff
      POST /worklist/hand-back         pupil-staff
      POST /worklist/give              pupil-staff
      POST /worklist/postpone          pupil-staff
      POST /worklist/bring-back        pupil-staff
      POST /worklist/columns           pupil-staff
      POST /worklist/views             pupil-staff
      POST /worklist/views/drop        pupil-staff

      GET  /tasks/{id}                 pupil-staff here
      POST /tasks/{id}                 office teacher here
      POST /tasks/{id}/draft           office teacher here
      GET  /tasks/{id}/submitted       pupil-staff here
      GET  /tasks/{id}/submitted.pdf   pupil-staff here
      POST /tasks/{id}/undo            office teacher here
      GET  /tasks/{id}/files/{file}    pupil-staff here

      GET  /pupils                     pupil-staff
      GET  /pupils/few-contacts        pupil-staff
      GET  /pupils/{id}                pupil-staff here
      GET  /pupils/{id}/changes        pupil-staff here
      GET  /pupils/{id}/certificate    pupil-staff here
      GET  /pupils/{id}/contacts       pupil-staff here
      GET  /pupils/{id}/cases          pupil-staff here
      POST /pupils/{id}/hold           dsl here
      POST /pupils/{id}/release        dsl here
      GET  /cases                      pupil-staff
      GET  /cases/{id}                 pupil-staff here
      GET  /cases/{id}/diagram         office attendance-officer attendance-lead headteacher dsl manager here
      GET  /classes                    pupil-staff
      GET  /classes/{id}               pupil-staff here

      GET  /pupils/import                  files
      POST /pupils/import                  files
      GET  /pupils/import/{id}             files here
      POST /pupils/import/{id}/apply       files here
      POST /pupils/import/{id}/drop        files here
      GET  /pupils/import/{id}/rejects.csv files here

      GET  /policy                     everybody
      GET  /policy/{id}                everybody
      GET  /policy/{id}/changes        everybody

      GET  /people                     admin
      POST /people                     admin
      GET  /people/new                 admin
      GET  /people/{id}                admin here
      POST /people/{id}/roles          admin here
      POST /people/{id}/details        admin here
      POST /people/{id}/close          admin here
      POST /people/{id}/open           admin here
      POST /people/{id}/link           admin here

      GET  /engine-room                admin
      POST /engine-room/steps          admin
      POST /engine-room/timers         admin
      POST /engine-room/set-aside      admin
      POST /engine-room/check          admin

      GET  /schools                    everybody
      GET  /schools/{id}               everybody here
      GET  /schools/{id}/files         admin here
      POST /schools/{id}/terms         admin here
      POST /schools/{id}/days          admin here
      GET  /schools/{id}/close         admin here
      POST /schools/{id}/close         admin here
      POST /schools/{id}/open-again    admin here

      GET  /registers                  office attendance-officer attendance-lead headteacher manager
      POST /registers                  office attendance-officer attendance-lead headteacher
      GET  /registers/set-aside        office attendance-officer attendance-lead headteacher dsl manager
      POST /registers/set-aside        office attendance-officer attendance-lead headteacher dsl manager
      GET  /registers/columns          office attendance-officer attendance-lead headteacher
      POST /registers/columns          office attendance-officer attendance-lead headteacher
      GET  /registers/{id}             office attendance-officer attendance-lead headteacher manager here
      GET  /registers/{id}/rejects.csv office attendance-officer attendance-lead headteacher manager here
      POST /registers/{id}/bring-in    office attendance-officer attendance-lead headteacher here
      POST /registers/{id}/discard     office attendance-officer attendance-lead headteacher here
      POST /registers/{id}/read-again  office attendance-officer attendance-lead headteacher here

      GET  /pupils/{id}/marks/{day}/{session} office attendance-officer attendance-lead headteacher dsl teacher here
      POST /pupils/{id}/marks/{day}/{session} office attendance-officer attendance-lead headteacher dsl teacher here
      GET  /pupils/{id}/planned-marks/new     office attendance-officer attendance-lead headteacher dsl here
      POST /pupils/{id}/planned-marks         office attendance-officer attendance-lead headteacher dsl here
      POST /pupils/{id}/planned-marks/withdraw office attendance-officer attendance-lead headteacher dsl here

      GET  /registers/codes            office attendance-officer attendance-lead headteacher manager
      GET  /registers/codes.csv        office attendance-officer attendance-lead headteacher manager
      GET  /quick-entry                office attendance-officer attendance-lead
      GET  /quick-entry/pupils         office attendance-officer attendance-lead
      GET  /quick-entry/{form}         office attendance-officer attendance-lead
      POST /quick-entry/{form}         office attendance-officer attendance-lead
      GET  /entries                    office attendance-officer attendance-lead
      GET  /entries/{id}               office attendance-officer attendance-lead here
      POST /entries/{id}/done          office attendance-officer attendance-lead here
      GET  /pupils/{id}/entries        office attendance-officer attendance-lead headteacher dsl here
      GET  /on-site                    office attendance-officer attendance-lead headteacher dsl

      GET  /appeals                       governor appeals-clerk
      GET  /appeals/{id}                  appeals-clerk here
      POST /appeals/{id}                  appeals-clerk here
      GET  /appeals/{id}/hearing.ics      appeals-clerk here
      GET  /appeals/{id}/papers/{paper}   appeals-clerk here
      GET  /leave                         office attendance-officer attendance-lead headteacher dsl manager
      GET  /leave/new                     office attendance-officer attendance-lead
      POST /leave/new                     office attendance-officer attendance-lead
      GET  /leave/requests/{id}           office attendance-officer attendance-lead headteacher dsl manager here
      GET  /leave/requests/{id}/papers/{paper} office attendance-officer attendance-lead headteacher dsl manager here
      POST /leave/requests/{id}/withdraw  office attendance-officer attendance-lead here
      POST /leave/requests/{id}/dates     office attendance-officer attendance-lead here
      POST /leave/requests/{id}/appeal    office attendance-officer attendance-lead here
      GET  /leave/decisions               headteacher
      GET  /leave/decisions/{task}        headteacher
      POST /leave/decisions/{task}        headteacher
      GET  /leave/deputies                headteacher
      POST /leave/deputies                headteacher
      POST /leave/deputies/{id}/end       headteacher

      GET  /letters                    office attendance-officer attendance-lead headteacher manager
      GET  /letters/{id}               office attendance-officer attendance-lead headteacher manager here
      GET  /letters/{id}/letter.pdf    office attendance-officer attendance-lead headteacher here
      POST /letters/{id}/recall        office attendance-officer attendance-lead headteacher here
      POST /letters/{id}/send-now      office attendance-officer attendance-lead headteacher here
      POST /letters/{id}/decide        office attendance-officer attendance-lead headteacher here
      POST /letters/{id}/posted        office attendance-officer attendance-lead headteacher here
      POST /letters/{id}/not-posted    office attendance-officer attendance-lead headteacher here
      POST /letters/{id}/arrived       office attendance-officer attendance-lead headteacher here
      POST /letters/{id}/send-again    office attendance-officer attendance-lead headteacher here
      GET  /letters/print              office attendance-officer attendance-lead headteacher manager
      POST /letters/print              office attendance-officer attendance-lead headteacher
      GET  /letters/runs/{id}          office attendance-officer attendance-lead headteacher manager here
      GET  /letters/runs/{id}/run.pdf  office attendance-officer attendance-lead headteacher here
      GET  /letters/runs/{id}/{number}.pdf office attendance-officer attendance-lead headteacher here
      POST /letters/runs/{id}/posted   office attendance-officer attendance-lead headteacher here
      POST /letters/runs/{id}/not-posted office attendance-officer attendance-lead headteacher here
      POST /letters/runs/{id}/leave-out office attendance-officer attendance-lead headteacher here
      POST /letters/runs/{id}/took-out office attendance-officer attendance-lead headteacher here
      GET  /letters/templates/{key}    office attendance-officer attendance-lead headteacher manager
      GET  /letters/letterhead         office attendance-officer attendance-lead headteacher
      POST /letters/letterhead         office attendance-officer attendance-lead headteacher
      GET  /pupils/{id}/letters        pupil-staff here
      GET  /letters/notify             attendance-lead headteacher
      POST /letters/notify             attendance-lead headteacher
      POST /letters/notify/test        attendance-lead headteacher
      POST /letters/notify/token       attendance-lead headteacher
      POST /letters/notify/remove      attendance-lead headteacher
      POST /notify/{school}/status     open
      """;

  /** Every role that sees pupils. */
  private static final Set<Role> PUPIL_STAFF =
      EnumSet.complementOf(EnumSet.of(Role.GOVERNOR, Role.APPEALS_CLERK, Role.ADMIN));

  /** Who brings files in. */
  private static final Set<Role> FILES =
      EnumSet.of(Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.MANAGER);

  private static final Pattern WHAT_AN_ID_IS = Pattern.compile("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}");

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired RunningCases running;
  @Autowired PolicyPacks packs;
  @Autowired OpenTasks open;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping routes;

  private SchoolId school;
  private SchoolId another;
  private ClassId taught;
  private long pupil;
  private long caseFile;
  private long registerFile;
  private long peopleFile;
  private long message;
  private long letter;
  private long printRun;
  private long leave;
  private long leavePaper;
  private AccountId colleague;
  private String openTask;
  private String doneTask;
  private long fileOfTask;

  @BeforeEach
  void twoSchools() {
    school = signedInAs.newSchool();
    another = signedInAs.newSchool();
    taught = newClass(school);
    pupil = newPupil(school, taught);
    caseFile = newCase(school, pupil);
    registerFile = newRegisterFile(school);
    peopleFile = newPeopleFile(school);
    message = newMessage(school);
    letter = newLetter(school, pupil);
    printRun = newPrintRun(school, letter);
    newLeave();
    colleague = signedInAs.newPerson();
    accounts.grant(colleague, Role.OFFICE, school);
    newTasks();
  }

  /** Two tasks for a teacher: one open, one that was answered with a file. */
  private void newTasks() {
    CaseId id = ExampleCall.open(running, packs, school, new PupilId(pupil));
    openTask = open.of(id).get(0).id().value();
    jdbc.sql("update worklist set role = 'teacher' where task_id = :task")
        .param("task", openTask)
        .update();
    doneTask = UUID.randomUUID().toString();
    fileOfTask =
        insert(
            "task_attachment",
            """
            insert into task_attachment (task_id, case_id, school_id, pupil_id, field, file_name,
              media_type, size, sha256, stored_by, stored_name, stored_at)
            values ('%s', %s, '%s', %s, 'letter', 'letter.pdf', 'application/pdf', 0, 'x', %s,
              'Sam Example', timestamp with time zone '2025-11-03 09:00:00+00')
            """
                .formatted(doneTask, id, school, pupil, colleague),
            school);
    jdbc.sql(
            """
            insert into task_submission (task_id, case_id, school_id, pupil_id, task, role, form_hash,
              form, answers, outcome, submitted_by, submitted_name, submitted_title, submitted_at)
            values ('%s', %s, '%s', %s, 'every-component', 'teacher', 'x', '[]',
              '{"letter": ["%s"]}', 'no-answer', %s, 'Sam Example', 'Clerk',
              timestamp with time zone '2025-11-03 09:00:00+00')
            """
                .formatted(doneTask, id, school, pupil, fileOfTask, colleague))
        .update();
  }

  /** The beginning of a route with an id, and something real of the first school in its place. */
  private Map<String, String> addresses() {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("/tasks/{id}/files/{file}", "/tasks/" + doneTask + "/files/" + fileOfTask);
    addresses.put("/tasks/{id}/submitted", "/tasks/" + doneTask + "/submitted");
    addresses.put("/tasks/{id}/undo", "/tasks/" + doneTask + "/undo");
    addresses.put("/tasks/{id}", "/tasks/" + openTask);
    addresses.put("/people/{id}", "/people/" + colleague);
    addresses.put("/policy/{id}", "/policy/national");
    addresses.put("/schools/{id}", "/schools/" + school);
    addresses.put(
        "/pupils/{id}/marks/{day}/{session}", "/pupils/" + pupil + "/marks/2025-11-03/AM");
    addresses.put("/pupils/import/{id}", "/pupils/import/" + peopleFile);
    addresses.put("/pupils/{id}", "/pupils/" + pupil);
    addresses.put("/cases/{id}", "/cases/" + caseFile);
    addresses.put("/registers/{id}", "/registers/" + registerFile);
    addresses.put("/classes/{id}", "/classes/" + taught);
    addresses.put("/quick-entry/{form}", "/quick-entry/record-report");
    addresses.put("/entries/{id}", "/entries/" + message);
    addresses.put("/ask-for-leave/{school}", "/ask-for-leave/" + school);
    addresses.put("/l/{token}", "/l/no-such-link");
    addresses.put("/a/{token}", "/a/no-such-link");
    addresses.put(
        "/leave/requests/{id}/papers/{paper}",
        "/leave/requests/" + leave + "/papers/" + leavePaper);
    addresses.put("/leave/requests/{id}", "/leave/requests/" + leave);
    addresses.put("/appeals/{id}/papers/{paper}", "/appeals/" + leave + "/papers/" + leavePaper);
    addresses.put("/appeals/{id}", "/appeals/" + leave);
    addresses.put("/leave/decisions/{task}", "/leave/decisions/none");
    addresses.put("/leave/deputies/{id}", "/leave/deputies/1");
    addresses.put("/notify/{school}", "/notify/" + school);
    addresses.put("/letters/templates/{key}", "/letters/templates/first-day-text");
    addresses.put("/letters/runs/{id}/{number}.pdf", "/letters/runs/" + printRun + "/1.pdf");
    addresses.put("/letters/runs/{id}", "/letters/runs/" + printRun);
    addresses.put("/letters/{id}", "/letters/" + letter);
    addresses.put("/r/{token}", "/r/Ab3dEf6hIj9lMn2pQr5tUv");
    return addresses;
  }

  /** What a POST needs before it looks at anything else. */
  private Map<String, Map<String, String>> fields() {
    return Map.of(
        "POST /school", Map.of("school", school.value()),
        "POST /engine-room/timers", Map.of("case", "1"),
        "POST /engine-room/set-aside", Map.of("school", school.value()),
        "POST /schools/{id}/open-again", Map.of("day", "2025-11-04"),
        "POST /letters/runs/{id}/took-out", Map.of("number", "1"),
        "POST /pupils/{id}/planned-marks/withdraw", Map.of("day", "2025-11-04", "half", "AM"));
  }

  @Test
  void theTableHoldsEveryRouteAndNoOther() {
    assertThat(mapped()).isEqualTo(table().keySet());
  }

  @Test
  void everyRouteAnswersItsRolesAndRefusesTheOthers() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Row> row : table().entrySet()) {
      for (Role role : Role.values()) {
        MockHttpServletResponse answer = ask(row.getKey(), as(role, school));
        if (row.getValue().allows(role) != isAnswer(answer) || answer.getStatus() >= 500) {
          wrong.add(words(row, role.key(), answer));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noRouteTellsAnotherSchoolWhatIsThere() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Row> row : table().entrySet()) {
      for (Role role : row.getValue().roles()) {
        MockHttpServletResponse answer = ask(row.getKey(), as(role, another));
        if (row.getValue().here() != (answer.getStatus() == 404)) {
          wrong.add(words(row, role.key() + " of another school", answer));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aTeacherSeesNothingOfAnotherClass() throws Exception {
    RequestPostProcessor teacher = signedInAs.teacherOf(newClass(school), school);
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Row> row : table().entrySet()) {
      if (row.getKey().matches("\\w+ /(pupils|classes|tasks)/\\{id}.*")) {
        MockHttpServletResponse answer = ask(row.getKey(), teacher);
        if (isAnswer(answer)) {
          wrong.add(words(row, "teacher of another class", answer));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodyGetsBeyondTheSignInPage() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Row> row : table().entrySet()) {
      MockHttpServletResponse answer = ask(row.getKey(), csrf());
      boolean toSignIn =
          answer.getStatus() == 302
              && String.valueOf(answer.getRedirectedUrl()).endsWith("/sign-in");
      if (row.getValue().open() ? !isAnswer(answer) : !toSignIn) {
        wrong.add(words(row, "nobody", answer));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void somebodyWithoutARoleGetsNothing() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Row> row : table().entrySet()) {
      MockHttpServletResponse answer = ask(row.getKey(), signedInAs.person(signedInAs.newPerson()));
      if (!row.getValue().open() && isAnswer(answer)) {
        wrong.add(words(row, "somebody without a role", answer));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** On the panel of one appeal: its papers are in sight, and nothing else of any pupil. */
  @Test
  void aGovernorSeesTheirAppealsPapersAndNothingElse() throws Exception {
    AccountId governor = signedInAs.newPerson();
    accounts.grant(governor, Role.GOVERNOR, school);
    jdbc.sql(
            """
            insert into leave_panel (appeal_id, account_id)
            select id, :governor from leave_appeal where request_id = :request
            """)
        .param("governor", governor.value())
        .param("request", leave)
        .update();
    RequestPostProcessor who = signedInAs.person(governor);
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Row> row : table().entrySet()) {
      boolean ofTheAppeal = row.getKey().matches("\\w+ /appeals/\\{id}.*");
      MockHttpServletResponse answer = ask(row.getKey(), who);
      boolean namesThePupil = answer.getContentAsString().contains("Ada");
      boolean may = ofTheAppeal || row.getValue().allows(Role.GOVERNOR);
      if (isAnswer(answer) != may
          || (namesThePupil && !ofTheAppeal && !row.getKey().equals("GET /appeals"))) {
        wrong.add(words(row, "governor on the panel", answer));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(ask("GET /appeals/{id}", who).getContentAsString()).contains("Ada Example");
  }

  private RequestPostProcessor as(Role role, SchoolId where) {
    return role == Role.TEACHER
        ? signedInAs.teacherOf(where.equals(school) ? taught : newClass(where), where)
        : signedInAs.role(role, where);
  }

  private MockHttpServletResponse ask(String route, RequestPostProcessor who) throws Exception {
    var asked = request(HttpMethod.valueOf(route.split(" ")[0]), address(route.split(" ")[1]));
    fields().getOrDefault(route, Map.of()).forEach(asked::param);
    return mvc.perform(asked.accept("text/html").with(who)).andReturn().getResponse();
  }

  private String address(String route) {
    String address =
        addresses().entrySet().stream()
            .filter(known -> route.startsWith(known.getKey()))
            .map(known -> known.getValue() + route.substring(known.getKey().length()))
            .findFirst()
            .orElse(route);
    assertThat(address).as("addresses() knows what stands in " + route).doesNotContain("{");
    return address;
  }

  private static boolean isAnswer(MockHttpServletResponse answer) {
    return answer.getStatus() != 403 && answer.getStatus() != 404;
  }

  private static String words(
      Map.Entry<String, Row> row, String who, MockHttpServletResponse answer) {
    return "%s as %s: %d %s; the table says %s"
        .formatted(
            row.getKey(), who, answer.getStatus(), answer.getRedirectedUrl(), row.getValue());
  }

  private Set<String> mapped() {
    Set<String> mapped = new TreeSet<>();
    routes
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              if (method.getBeanType().getName().startsWith("uk.attendance.")) {
                mapped.addAll(routes(info));
              }
            });
    return mapped;
  }

  private static Set<String> routes(RequestMappingInfo info) {
    Set<String> methods =
        info.getMethodsCondition().getMethods().isEmpty()
            ? Set.of("ANY")
            : info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toSet());
    return methods.stream()
        .flatMap(
            method ->
                info.getPatternValues().stream()
                    .map(path -> method + " " + WHAT_AN_ID_IS.matcher(path).replaceAll("{$1}")))
        .collect(Collectors.toSet());
  }

  private static Map<String, Row> table() {
    Pattern line = Pattern.compile("(GET|POST) +(\\S+) +(.+?)( here)?");
    Map<String, Row> table = new java.util.TreeMap<>();
    TABLE
        .lines()
        .filter(text -> !text.isBlank())
        .forEach(
            text -> {
              Matcher matcher = line.matcher(text);
              assertThat(matcher.matches()).as(text).isTrue();
              Row twice =
                  table.put(
                      matcher.group(1) + " " + matcher.group(2),
                      Row.of(matcher.group(3), matcher.group(4)));
              assertThat(twice).as("one line for " + text).isNull();
            });
    return table;
  }

  /** Who may; and whether the address is of one school. */
  private record Row(Set<Role> roles, boolean open, boolean here) {

    static Row of(String who, @Nullable String here) {
      Set<Role> roles =
          switch (who) {
            case "open", "everybody" -> EnumSet.allOf(Role.class);
            case "pupil-staff" -> PUPIL_STAFF;
            case "files" -> FILES;
            default -> Arrays.stream(who.split(" ")).map(Role::of).collect(Collectors.toSet());
          };
      return new Row(roles, who.equals("open"), here != null);
    }

    boolean allows(Role role) {
      return roles.contains(role);
    }
  }

  private ClassId newClass(SchoolId at) {
    return new ClassId(
        insert(
            "school_class",
            "insert into school_class (school_id, name) values ('%s', '%s')"
                .formatted(at, UUID.randomUUID()),
            at));
  }

  private long newCase(SchoolId at, long pupilOf) {
    jdbc.sql(
            """
            insert into case_file (process, cause, business_key, school_id, pupil_id, policy_pack,
              policy_version, started_on, opened_at, instance_id, closed_at, outcome, head)
            values ('example-visit', 'unexplained', 'example-visit', :school, :pupil, 'national', '1',
              date '2025-11-03', timestamp with time zone '2025-11-03 09:30:00+00', 'none',
              timestamp with time zone '2025-11-03 09:40:00+00', 'Child seen and well', :head)
            """)
        .param("school", at.value())
        .param("pupil", pupilOf)
        .param("head", "0".repeat(64))
        .update();
    return jdbc.sql("select max(id) from case_file").query(Long.class).single();
  }

  private long newRegisterFile(SchoolId at) {
    return insert(
        "register_import",
        """
        insert into register_import (school_id, file_name, sha256, size_bytes, exported_at, received_at,
          received_by, received_title, unattended, state)
        values ('%s', 'a.csv', 'x', 1, timestamp '2025-11-03 09:00:00', timestamp '2025-11-03 09:00:00',
          'Pat Clerk', 'Clerk', false, 'APPLIED')
        """
            .formatted(at),
        at);
  }

  private long newPupil(SchoolId at, ClassId in) {
    return insert(
        "pupil",
        """
        insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, class_id, entry_date)
        values ('%s', '1', 'Ada', 'Example', date '2016-01-01', '4', %s, date '2020-09-01')
        """
            .formatted(at, in),
        at);
  }

  private long newOpenCase(String process, SchoolId at, long about) {
    return insert(
        "case_file",
        """
        insert into case_file (process, cause, business_key, school_id, pupil_id, policy_pack,
          policy_version, started_on, opened_at, instance_id, head)
        values ('%s', 'unexplained', 'k', '%s', %d, 'national', 'v',
          date '2025-11-03', timestamp with time zone '2025-11-03 09:00:00+00', 'i', '0')
        """
            .formatted(process, at, about),
        at);
  }

  /** On paper, so that its PDF can be asked for. */
  private long newLetter(SchoolId at, long about) {
    long caseFile = newOpenCase("first-day-contact", at, about);
    long made =
        insert(
            "message",
            """
            insert into message (school_id, letter, title, recipient, channel, address, subject,
              body_text, body_html, pdf, state, rule, why, ordered_at, ordered_on, send_after, mail_id)
            values ('%s', 'first-day-letter', 'Letter', 'Mrs Example', 'POST', '2 Mill Street', 'Why?',
              'Why?', '<main>Why?</main>', X'25504446', 'TO_PRINT', 'NF-F1',
              '{"rule":"NF-F1","words":"Parents are told"}',
              timestamp with time zone '2025-11-03 09:00:00+00', date '2025-11-03',
              timestamp with time zone '2025-11-03 09:10:00+00', 'm')
            """
                .formatted(at),
            at);
    jdbc.sql(
            """
            insert into message_pupil (message_id, case_id, pupil_id, facts)
            values (:message, :case, :pupil, '{}')
            """)
        .param("message", made)
        .param("case", caseFile)
        .param("pupil", about)
        .update();
    return made;
  }

  private long newPrintRun(SchoolId at, long of) {
    long made =
        insert(
            "print_run",
            """
            insert into print_run (school_id, made_at, made_by, made_title, both_sides, pages, pdf)
            values ('%s', timestamp with time zone '2025-11-03 09:20:00+00', 'Jo', 'Clerk', true, 1,
              X'25504446')
            """
                .formatted(at),
            at);
    jdbc.sql(
            """
            insert into print_run_letter (run_id, number, message_id, title, recipient, address)
            values (:run, 1, :message, 'Letter', 'Mrs Example', '2 Mill Street')
            """)
        .param("run", made)
        .param("message", of)
        .update();
    jdbc.sql("update message set print_run_id = :run where id = :message")
        .param("run", made)
        .param("message", of)
        .update();
    return made;
  }

  /** A request that waits for its decision, with a paper; and an appeal about it. */
  private void newLeave() {
    newRequestForLeave();
    jdbc.sql(
            """
            insert into leave_appeal (request_id, appellant, reasons, received_on, late, heard_by,
              hearing_on, hearing_time, hearing_place)
            values (:request, 'Mrs Example', 'We asked in time', date '2025-11-03', false,
              date '2025-11-24', date '2025-11-20', '16:00', 'Library')
            """)
        .param("request", leave)
        .update();
  }

  private void newRequestForLeave() {
    String conversation = UUID.randomUUID().toString();
    leave =
        insert(
            "leave_request",
            """
            insert into leave_request (conversation, idempotency_key, case_id, school_id, pupil_id,
              applicant_name, relationship, first_day, last_day, school_days, ground, reason,
              received_on, way, asked_at, asked_by, asked_title, state)
            values ('%s', '%s', %d, '%s', %d, 'Mrs Example', 'mother', date '2025-12-01',
              date '2025-12-05', 5, 'holiday', 'A wedding', date '2025-11-03', 'PAPER',
              timestamp with time zone '2025-11-03 09:00:00+00', 'Pat Clerk', 'Clerk', 'ASKED')
            """
                .formatted(
                    conversation,
                    conversation,
                    newOpenCase("leave-of-absence", school, pupil),
                    school,
                    pupil),
            school);
    leavePaper =
        insert(
            "leave_paper",
            """
            insert into leave_paper (school_id, form, conversation, file_name, media_type, size,
              sha256, stored_at)
            values ('%s', 'x', '%s', 'letter.pdf', 'application/pdf', 0, 'x',
              timestamp with time zone '2025-11-03 09:00:00+00')
            """
                .formatted(school, conversation),
            school);
  }

  private long newPeopleFile(SchoolId at) {
    return insert(
        "people_import",
        """
        insert into people_import (school_id, kind, state, file_name, brought_by, brought_at, header,
          rows_read, rows_added, rows_changed, rows_unchanged, rows_rejected, not_in_file, remarks)
        values ('%s', 'PUPILS', 'DONE', 'pupils.csv', 'Sam Example',
          timestamp with time zone '2025-11-03 09:00:00+00', 'x', 0, 0, 0, 0, 0, 0, '')
        """
            .formatted(at),
        at);
  }

  private long newMessage(SchoolId at) {
    return insert(
        "quick_entry",
        """
        insert into quick_entry (token, school_id, kind, first_day, last_day, words, coded, entered_by,
          entered_title, entered_at)
        values ('%s', '%s', 'MESSAGE', date '2025-11-03', date '2025-11-03', 'Ring back', true,
          'Pat Clerk', 'Clerk', timestamp with time zone '2025-11-03 09:00:00+00')
        """
            .formatted(UUID.randomUUID(), at),
        at);
  }

  private long insert(String table, String sql, SchoolId at) {
    jdbc.sql(sql).update();
    return jdbc.sql("select max(id) from " + table + " where school_id = :school")
        .param("school", at.value())
        .query(Long.class)
        .single();
  }
}
