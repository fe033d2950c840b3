package uk.attendance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.attendance.register.SomeRegister.NOW;
import static uk.attendance.register.SomeRegister.SCHOOL;
import static uk.attendance.register.SomeRegister.day;
import static uk.attendance.register.SomeRegister.file;
import static uk.attendance.school.Session.AM;
import static uk.attendance.school.Session.PM;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.file.UnreadableFile;
import uk.attendance.pupil.PupilId;

class ImportingMarksTest {

  private static final String HEADER = "admission_no,date,session,code";
  private static final String TODAY = "2025-11-04T09:15:00Z";

  @OnBothDatabases
  void bringsInOneMarkToALine(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");

    RegisterImport file =
        register.bringIn(
            TODAY,
            "school,admission_no,date,session,code,minutes_late,comment,marked_at",
            "Some School,100,03/11/2025,AM,L,12,missed the bus,2025-11-03T09:12",
            "some-school,100,2025-11-03,PM,\\,,,");

    assertThat(file.state()).isEqualTo(ImportState.APPLIED);
    assertThat(file.counts().created()).isEqualTo(2);
    assertThat(register.everything())
        .containsExactly(
            "100 2025-11-03 AM L 12 missed the bus false 2025-11-03T09:12:00Z",
            "100 2025-11-03 PM \\ null null false 2025-11-04T09:15:00Z");
    assertThat(register.amendmentsOf(pupil)).isEmpty();
    assertThat(register.events)
        .containsExactly(
            new MarksRecorded(
                file.id(), SCHOOL, java.util.Set.of(pupil), day("2025-11-03"), day("2025-11-03")));
  }

  @OnBothDatabases
  void bringsInAWeekToALine(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");

    RegisterImport file =
        register.bringIn(
            TODAY,
            "admission_no,week_commencing,MonAM,MonPM,TueAM,TuePM,WedAM,WedPM,ThuAM,ThuPM,FriAM,FriPM",
            "100,20/10/2025,/,\\,I,I,-,,/,\\,/,\\",
            "100,03/11/2025,/,\\,N,,,,,,,");

    assertThat(file.state()).isEqualTo(ImportState.APPLIED);
    assertThat(file.counts().rows()).isEqualTo(2);
    assertThat(file.counts().read()).isEqualTo(20);
    assertThat(file.counts().created()).isEqualTo(11);
    assertThat(register.code(pupil, "2025-10-21", PM)).isEqualTo("I");
    assertThat(register.code(pupil, "2025-10-22", AM)).isNull();
    assertThat(register.code(pupil, "2025-11-04", AM)).isEqualTo("N");
  }

  @OnBothDatabases
  void survivesEveryWayOfWritingAFile(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    register.pupil(SCHOOL, "100", "A123456789012", "2024-09-02", null);
    List<String> wanted = List.of("100 2025-11-03 AM I null Grippe – naïve false " + TODAY);
    String[] lines = {
      "Date;Extra;CODE;UPN;Session;Comment", "3/11/2025;x;i;A123456789012;am;Grippe – naïve"
    };

    for (byte[] bytes :
        List.of(
            bytes(StandardCharsets.UTF_8, "", lines),
            bytes(StandardCharsets.UTF_8, "\uFEFF", lines),
            bytes(Charset.forName("windows-1252"), "", lines))) {
      register.jdbc.sql("delete from mark").update();
      RegisterImport file =
          register.importing.bringIn(
              SCHOOL,
              "marks.csv",
              () -> new ByteArrayInputStream(bytes),
              java.time.Instant.parse(TODAY),
              SomeRegister.CLERK,
              true);

      assertThat(file.sentence()).isNull();
      assertThat(register.everything()).isEqualTo(wanted);
    }
  }

  private static byte[] bytes(Charset charset, String before, String... lines) {
    return (before + String.join("\n", lines) + "\n").getBytes(charset);
  }

  @OnBothDatabases
  void slashAndBackslashBothMeanPresentWhateverTheSession(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");

    register.bringIn(TODAY, HEADER, "100,2025-11-03,AM,\"\\\"", "100,2025-11-03,PM,/");

    assertThat(register.code(pupil, "2025-11-03", AM)).isEqualTo("/");
    assertThat(register.code(pupil, "2025-11-03", PM)).isEqualTo("\\");
  }

  @OnBothDatabases
  void theSameFileTwiceChangesNothing(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    register.pupil("100");
    String[] lines = {HEADER, "100,2025-11-03,AM,/", "100,2025-11-03,PM,N"};
    register.bringIn("2025-11-03T15:00:00Z", lines);
    List<String> before = register.everything();
    register.events.clear();

    RegisterImport again = register.bringIn(TODAY, lines);

    assertThat(again.counts().changesNothing()).isTrue();
    assertThat(again.counts().unchanged()).isEqualTo(2);
    assertThat(again.exportedAt()).isEqualTo("2025-11-03T15:00:00Z");
    assertThat(register.everything()).isEqualTo(before);
    assertThat(register.events).isEmpty();
  }

  @OnBothDatabases
  void aChangedMarkIsAnAmendment(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    register.bringIn("2025-11-03T10:00:00Z", HEADER, "100,2025-11-03,AM,N", "100,2025-11-03,PM,/");

    RegisterImport file =
        register.bringIn(TODAY, HEADER, "100,2025-11-03,AM,I", "100,2025-11-03,PM,/");

    assertThat(file.counts().changed()).isEqualTo(1);
    assertThat(file.counts().unchanged()).isEqualTo(1);
    assertThat(register.code(pupil, "2025-11-03", AM)).isEqualTo("I");
    assertThat(register.amendmentsOf(pupil))
        .containsExactly(
            new Amendment(
                pupil,
                1,
                day("2025-11-03"),
                AM,
                "N",
                "I",
                "Changed in the school's own system: register file “attendance.csv” of 4 November 2025 at 09:15.",
                SomeRegister.CLERK,
                NOW,
                file.id()));
  }

  @OnBothDatabases
  void aBlankTakesAMarkBackButIsNeverAnAbsence(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    register.bringIn("2025-11-03T10:00:00Z", HEADER, "100,2025-11-03,AM,N");

    RegisterImport file =
        register.bringIn(TODAY, HEADER, "100,2025-11-03,AM,-", "100,2025-11-03,PM,");

    assertThat(file.counts().blanked()).isEqualTo(1);
    assertThat(file.counts().unchanged()).isEqualTo(1);
    assertThat(register.code(pupil, "2025-11-03", AM)).isEqualTo(Marks.NONE);
    assertThat(register.code(pupil, "2025-11-03", PM)).isNull();
    assertThat(register.amendmentsOf(pupil))
        .extracting(Amendment::original, Amendment::amended)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("N", "-"));
    assertThat(
            register.marks.of(
                pupil,
                day("2025-11-03"),
                day("2025-11-03"),
                uk.attendance.account.Scope.ofTheSystem(SCHOOL)))
        .isEmpty();
  }

  @OnBothDatabases
  void anOlderExtractNeverOverwritesANewer(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    register.bringIn(TODAY, HEADER, "100,2025-11-03,AM,I");

    RegisterImport older =
        register.bringIn(
            "2025-11-03T10:00:00Z", HEADER, "100,2025-11-03,AM,N", "100,2025-11-03,PM,/");

    assertThat(older.counts().older()).isEqualTo(1);
    assertThat(older.counts().created()).isEqualTo(1);
    assertThat(register.code(pupil, "2025-11-03", AM)).isEqualTo("I");
    assertThat(register.code(pupil, "2025-11-03", PM)).isEqualTo("\\");
  }

  /** The newest file agreed with the mark and so left no trace in it; it still is the newest. */
  @OnBothDatabases
  void anOlderExtractGivesWayToANewerThatOnlyAgreed(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    PupilId other = register.pupil("200");
    register.bringIn("2025-11-03T09:00:00Z", HEADER, "100,2025-11-03,AM,I", "200,2025-11-03,AM,I");
    register.bringIn("2025-11-03T15:00:00Z", HEADER, "100,2025-11-03,AM,I", "100,2025-11-03,PM,-");

    RegisterImport between =
        register.bringIn(
            "2025-11-03T12:00:00Z",
            HEADER,
            "100,2025-11-03,AM,N",
            "100,2025-11-03,PM,N",
            "200,2025-11-03,AM,M");

    assertThat(register.code(pupil, "2025-11-03", AM)).isEqualTo("I");
    assertThat(register.code(pupil, "2025-11-03", PM)).isNull();
    assertThat(register.code(other, "2025-11-03", AM)).isEqualTo("M");
    assertThat(between.counts().older()).isEqualTo(2);
    assertThat(between.counts().changed()).isEqualTo(1);
  }

  @OnBothDatabases
  void aRowsOwnTimeGoesBeforeTheFiles(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    String header = HEADER + ",marked_at";
    register.bringIn("2025-11-03T10:00:00Z", header, "100,2025-11-03,AM,I,03/11/2025 09:50");

    RegisterImport file = register.bringIn(TODAY, header, "100,2025-11-03,AM,N,2025-11-03 09:10");

    assertThat(file.counts().older()).isEqualTo(1);
    assertThat(register.code(pupil, "2025-11-03", AM)).isEqualTo("I");
  }

  @OnBothDatabases
  void neitherNNorABlankUndoesWhatWasDecidedHere(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    register.decidedHere(pupil, "2025-11-03", AM, "M", "2025-11-03T10:00:00Z");
    register.decidedHere(pupil, "2025-11-03", PM, "M", "2025-11-03T10:00:00Z");

    RegisterImport file =
        register.bringIn(TODAY, HEADER, "100,2025-11-03,AM,N", "100,2025-11-03,PM,");

    assertThat(file.counts().kept()).isEqualTo(2);
    assertThat(file.counts().changesNothing()).isTrue();
    assertThat(register.code(pupil, "2025-11-03", AM)).isEqualTo("M");
    assertThat(register.code(pupil, "2025-11-03", PM)).isEqualTo("M");
  }

  @OnBothDatabases
  void anotherSettledCodeReplacesWhatWasDecidedHereAndIsAConflict(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    register.decidedHere(pupil, "2025-11-03", AM, "M", "2025-11-03T10:00:00Z");
    register.decidedHere(pupil, "2025-11-03", PM, "M", "2025-11-03T10:00:00Z");

    RegisterImport file =
        register.bringIn(TODAY, HEADER, "100,2025-11-03,AM,O", "100,2025-11-03,PM,M");

    assertThat(file.counts().changed()).isEqualTo(1);
    assertThat(file.counts().conflicts()).isEqualTo(1);
    assertThat(register.code(pupil, "2025-11-03", AM)).isEqualTo("O");
    assertThat(register.amendmentsOf(pupil)).hasSize(1);
    assertThat(conflicts(register)).containsExactly("M O false");
  }

  @OnBothDatabases
  void takesThePlannedCodeWhereTheFileKnowsNoReason(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    register.planned(pupil, "2025-11-03", AM, "M");
    register.planned(pupil, "2025-11-03", PM, "M");
    register.planned(pupil, "2025-11-04", AM, "M");

    RegisterImport file =
        register.bringIn(
            TODAY, HEADER, "100,2025-11-03,AM,N", "100,2025-11-03,PM,M", "100,2025-11-04,AM,/");

    assertThat(file.counts().planned()).isEqualTo(1);
    assertThat(file.counts().conflicts()).isEqualTo(1);
    assertThat(register.everything())
        .containsExactly(
            "100 2025-11-03 AM M null Dentist true " + TODAY,
            "100 2025-11-03 PM M null null false " + TODAY,
            "100 2025-11-04 AM / null null false " + TODAY);
    assertThat(register.amendmentsOf(pupil))
        .singleElement()
        .satisfies(
            amendment -> {
              assertThat(amendment.reason()).isEqualTo("Planned: Dentist");
              assertThat(amendment.by()).isEqualTo(new Author("Jo Head", "Headteacher"));
            });
    assertThat(conflicts(register)).containsExactly("M / true");
  }

  private static List<String> conflicts(SomeRegister register) {
    return register
        .jdbc
        .sql("select ours, theirs, planned from register_conflict order by id")
        .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getBoolean(3))
        .list();
  }

  @OnBothDatabases
  void takes995Of1000RowsAndSaysWhatIsWrongWithTheOther5(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < 995; i++) {
      if (i % 2 == 0) {
        register.pupil("p" + i / 2);
      }
      lines.add("p%d,2025-11-03,%s,/".formatted(i / 2, i % 2 == 0 ? "AM" : "PM"));
    }
    lines.add(10, "p1,2025-11-03,AM,ZZ");
    lines.add(20, "nobody,2025-11-03,AM,/");
    lines.add(30, "p1,2026-01-07,AM,/");
    lines.add(40, "p1,31/02/2025,AM,/");
    lines.add("p1,2025-10-28,AM,/");

    RegisterImport file = register.bringIn(TODAY, lines.toArray(String[]::new));

    assertThat(file.state()).isEqualTo(ImportState.APPLIED);
    assertThat(file.counts().rows()).isEqualTo(1000);
    assertThat(file.counts().created()).isEqualTo(995);
    assertThat(register.reasons(file))
        .containsExactly(
            "11: “ZZ” is no register code. If it is one of your system's own, say under “Columns and codes” what it stands for.",
            "21: No pupil of this school has admission number “nobody”.",
            "31: 7 January 2026 lies in the future: today is 4 November 2025.",
            "41: “31/02/2025” is no date; dates are written 03/11/2025 or 2025-11-03.",
            "1001: The school was closed in the morning of 28 October 2025 (half-term holiday); code / says that it was open.");
  }

  @OnBothDatabases
  void twoCodesForOneSessionAreBothRejectedAndTheSameCodeTwiceIsTakenOnce(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");

    RegisterImport file =
        register.bringIn(
            TODAY,
            HEADER,
            "100,2025-11-03,AM,/",
            "100,2025-11-03,PM,/",
            "100,03/11/2025,AM,N",
            "100,03/11/2025,PM,\\");

    assertThat(file.counts().rejected()).isEqualTo(2);
    assertThat(file.counts().repeated()).isEqualTo(1);
    assertThat(file.counts().created()).isEqualTo(1);
    assertThat(register.code(pupil, "2025-11-03", AM)).isNull();
    assertThat(register.reasons(file))
        .allSatisfy(
            reason ->
                assertThat(reason)
                    .endsWith(
                        ": The file says different things about the morning of 3 November 2025: / on line 2, N on line 4. None of them was taken."));
    assertThat(register.rejects.of(file.id(), 10))
        .extracting(RejectedRows.Reject::text)
        .containsExactly("100,2025-11-03,AM,/", "100,03/11/2025,AM,N");
  }

  @OnBothDatabases
  void aWeeksRowIsTakenBesideItsBadCells(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    register.pupil("100");

    RegisterImport file =
        register.bringIn(
            TODAY,
            "admission_no,week_commencing,MonAM,MonPM,TueAM",
            "100,2025-11-03,/,QQ,XX",
            "100,2025-11-04,/,/,/");

    assertThat(file.counts().created()).isEqualTo(1);
    assertThat(file.counts().rejected()).isEqualTo(5);
    assertThat(register.rejects.lines(file.id())).isEqualTo(2);
    assertThat(register.reasons(file))
        .extracting(reason -> reason.substring(0, 12))
        .containsExactly("2MonPM: “QQ”", "2TueAM: “XX”", "3: The week ");
  }

  @OnBothDatabases
  void holdsEveryRowToRollCodesAndCalendar(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    register.pupil(SCHOOL, "100", null, "2025-10-01", "2025-10-31");
    register.pupil(SCHOOL, "200", "A1", "2024-09-01", null);

    RegisterImport file =
        register.bringIn(
            TODAY,
            "school,admission_no,upn,date,session,code,minutes_late,marked_at",
            "Other School,100,,2025-10-02,AM,/,,",
            ",100,,2025-09-30,AM,/,,",
            ",100,,2025-11-03,AM,/,,",
            ",100,,2025-09-30,AM,Z,,",
            ",,,2025-10-02,AM,/,,",
            ",100,A1,2025-10-02,AM,/,,",
            ",,B2,2025-10-02,AM,/,,",
            ",100,,2025-10-02,EV,/,,",
            ",100,,2025-10-02,AM,H,,",
            ",200,,2024-09-05,AM,/,,",
            ",200,,2025-10-02,AM,L,late,",
            ",200,,2025-10-02,AM,L,5,yesterday",
            ",200,,2025-10-02,AM,L,5,2025-11-05T10:00",
            ",200,,2025-10-28,AM,#,,",
            ",200,,2025-10-28,PM,Y4,,",
            ",200,,2025-10-29,PM,,,");

    assertThat(register.reasons(file))
        .containsExactly(
            "2: The row is of school “Other School”; the file was brought in for Some School.",
            "3: The pupil was not on roll on 30 September 2025: the entry date is 1 October 2025.",
            "4: The pupil was not on roll on 3 November 2025: the last day was 31 October 2025.",
            "6: The row names no pupil: an admission number or a UPN is needed.",
            "7: Admission number “100” and UPN “A1” belong to two different pupils.",
            "8: No pupil of this school has UPN “B2”.",
            "9: “EV” is no session; needed is AM or PM.",
            "10: Code H was retired: it stands in marks up to 18 August 2024 only, and this one is of 2 October 2025.",
            "11: The school's calendar does not know 5 September 2024: enter the terms of that school year first.",
            "12: “late” minutes late: a whole number of minutes is needed.",
            "13: “yesterday” is no time; times are written 03/11/2025 09:05 or 2025-11-03T09:05.",
            "14: The mark is said to be made at 2025-11-05T10:00, which lies in the future.");
    assertThat(file.counts().created()).isEqualTo(3);
    assertThat(file.counts().unchanged()).isEqualTo(1);
  }

  @OnBothDatabases
  void refusesWhatIsNoRegisterInASentenceAndLeavesNothingHalfDone(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    register.pupil("100");

    assertThat(refusal(register, "".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("The file is empty: a line with the column names is needed.");
    assertThat(refusal(register, (HEADER + "\n").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("The file has column names and no rows.");
    assertThat(refusal(register, (HEADER + "\n").getBytes(StandardCharsets.UTF_16)))
        .startsWith("The file is encoded as UTF-16");
    assertThat(refusal(register, new byte[] {'P', 'K', 3, 4, 0, 0}))
        .startsWith("The file is not text");
    assertThat(refusal(register, "Adno,Mark\n100,/\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            "The file has no column admission_no, date, session, code. Its columns are: Adno, Mark. Say which of them is which, and the file is read again.");
    assertThat(register.everything()).isEmpty();
    assertThat(register.jdbc.sql("select count(*) from staged_mark").query(Integer.class).single())
        .isZero();
  }

  private static String refusal(SomeRegister register, byte[] bytes) {
    RegisterImport file =
        register.importing.bringIn(
            SCHOOL, "a.csv", () -> new ByteArrayInputStream(bytes), NOW, SomeRegister.CLERK, true);
    assertThat(file.state()).isEqualTo(ImportState.REFUSED);
    return String.valueOf(file.sentence());
  }

  @OnBothDatabases
  void refusesAFileThatIsSaidToComeFromTheFuture(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();

    assertThatThrownBy(() -> register.bringIn("2025-11-04T09:31:00Z", HEADER))
        .isInstanceOf(UnreadableFile.class);
  }

  @OnBothDatabases
  void readsAFileAgainOnceItsColumnsAndCodesAreKnown(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    RegisterImport refused =
        register.upload(
            TODAY, "Adno,Day,Sess,Mark", "100,2025-11-03,AM,I01", "100,2025-11-03,PM,n");
    assertThat(refused.columnsFound()).containsExactly("Adno", "Day", "Sess", "Mark");

    register.spellings.save(
        SCHOOL,
        new Spelling(
            java.util.Map.of(
                "admission_no", "adno", "date", "Day", "session", "Sess", "code", "Mark"),
            java.util.Map.of("i01", "I")));
    assertThat(register.importing.readAgain(refused.id())).isTrue();
    register.importing.carryOn(refused.id());

    assertThat(register.get(refused).state()).isEqualTo(ImportState.STAGED);
    assertThat(register.importing.confirm(refused.id(), SomeRegister.CLERK, false)).isTrue();
    register.importing.carryOn(refused.id());
    assertThat(register.code(pupil, "2025-11-03", AM)).isEqualTo("I");
    assertThat(register.code(pupil, "2025-11-03", PM)).isEqualTo("N");
  }

  @OnBothDatabases
  void showsWhatWouldHappenAndDoesNothingBeforeAYes(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    register.bringIn("2025-11-03T10:00:00Z", HEADER, "100,2025-11-03,AM,N");

    RegisterImport file =
        register.upload(TODAY, HEADER, "100,2025-11-03,AM,I", "100,2025-11-03,PM,\\");

    assertThat(file.state()).isEqualTo(ImportState.STAGED);
    assertThat(file.counts().changed()).isEqualTo(1);
    assertThat(file.counts().created()).isEqualTo(1);
    assertThat(register.outcomes.first(file.id(), "CHANGED", 10))
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.was()).isEqualTo("N");
              assertThat(outcome.code()).isEqualTo("I");
            });
    assertThat(register.code(pupil, "2025-11-03", AM)).isEqualTo("N");

    assertThat(register.importing.discard(file.id())).isTrue();
    assertThat(register.importing.confirm(file.id(), SomeRegister.CLERK, true)).isFalse();
    assertThat(register.code(pupil, "2025-11-03", PM)).isNull();
  }

  @OnBothDatabases
  void stopsAndAsksBeforeManyMarksChange(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    List<String> present = new ArrayList<>(List.of(HEADER));
    List<String> ill = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < 100; i++) {
      register.pupil("p" + i);
      present.add("p" + i + ",2025-11-03,AM,/");
      present.add("p" + i + ",2025-11-03,PM,/");
      ill.add("p" + i + ",2025-11-03,AM," + (i < 21 ? "I" : "/"));
    }
    register.bringIn("2025-11-03T15:00:00Z", present.toArray(String[]::new));

    RegisterImport file = register.upload(TODAY, ill.toArray(String[]::new));

    assertThat(file.state()).isEqualTo(ImportState.STOPPED);
    assertThat(file.sentence())
        .isEqualTo("It would change 21 of the 200 marks held for its days (more than 10 %).");
    assertThat(register.importing.confirm(file.id(), SomeRegister.CLERK, false)).isFalse();
    assertThat(register.importing.confirm(file.id(), SomeRegister.CLERK, true)).isTrue();
    register.importing.carryOn(file.id());
    assertThat(register.get(file).state()).isEqualTo(ImportState.APPLIED);
    assertThat(register.get(file).counts().changed()).isEqualTo(21);
  }

  @OnBothDatabases
  void stopsAndAsksBeforeManyFamiliesAreContactedOnOneDay(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < 20; i++) {
      register.pupil("p" + i);
      // five of twenty families a day are a quarter: not more than a quarter
      lines.add("p%d,2025-10-%d,AM,%s".formatted(i, 20 + i % 4, "N"));
    }
    RegisterImport quarter =
        register.importing.bringIn(
            SCHOOL, "a.csv", file(lines.toArray(String[]::new)), NOW, SomeRegister.CLERK, false);
    assertThat(quarter.state()).isEqualTo(ImportState.APPLIED);

    List<String> more = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < 6; i++) {
      more.add("p%d,2025-11-03,AM,N".formatted(i));
    }
    RegisterImport stopped =
        register.importing.bringIn(
            SCHOOL, "a.csv", file(more.toArray(String[]::new)), NOW, SomeRegister.CLERK, false);

    assertThat(stopped.state()).isEqualTo(ImportState.STOPPED);
    assertThat(stopped.sentence())
        .isEqualTo(
            "It reports a new absence without a reason for 6 of 20 families on one day (more than 25 %).");
  }
}
