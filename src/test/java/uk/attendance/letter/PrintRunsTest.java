package uk.attendance.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static uk.attendance.letter.PostRoom.JO;
import static uk.attendance.letter.PostRoom.at;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.letter.LetterInRun.Standing;
import uk.attendance.pupil.People;

class PrintRunsTest {

  private static final Scope OFFICE = People.at(People.OAK, Role.OFFICE);

  @OnBothDatabases
  void liesInTheOrderInWhichEnvelopesAreFilled(Database database) {
    PostRoom room = new PostRoom(database);
    twoChildrenTwoHouseholds(room);

    PrintRun run = made(room, true);

    assertThat(room.runs.letters(run))
        .extracting(LetterInRun::number, LetterInRun::recipient, LetterInRun::address)
        .containsExactly(
            tuple(1, "Mrs Grace Okafor", List.of("2 Mill Street", "OA1 1AA")),
            tuple(2, "Mrs Grace Okafor", List.of("2 Mill Street", "OA1 1AA")),
            tuple(3, "Mr Femi Okafor", List.of("9 Hill Road", "OA2 2BB")),
            tuple(4, "Mr Femi Okafor", List.of("9 Hill Road", "OA2 2BB")));
    assertThat(run.letters()).isEqualTo(4);
    assertThat(run.pages()).isEqualTo(9);
    assertThat(room.runs.countWaiting(People.OAK)).isZero();
    assertThat(room.runs.countToPost(People.OAK)).isEqualTo(4);
    assertThat(room.broken()).isEmpty();
  }

  @OnBothDatabases
  void isOnePdfWithTheSheetOnTopAndEachLetterOnAFreshSheetOfPaper(Database database)
      throws IOException {
    PostRoom room = new PostRoom(database);
    twoChildrenTwoHouseholds(room);

    PrintRun run = made(room, true);

    try (PDDocument pdf = Loader.loadPDF(room.stacking.pdf(run))) {
      assertThat(words(pdf, 1).replaceAll(" +", " "))
          .isEqualToIgnoringNewLines(
              """
              Print run 1: 4 letters
              oak, Monday 3 November 2025, made by Jo Example, Clerk
              The letters lie below this sheet in this order, each on a fresh sheet of paper, printed on both sides.\s
              Letters to one household follow each other.
              No. To Letter Pages Done
              1 Mrs Grace Okafor Letter asking for the reason 1
              2 Mill Street, OA1 1AA
              2 Mrs Grace Okafor Letter asking for the reason 1
              2 Mill Street, OA1 1AA
              the same household as above
              3 Mr Femi Okafor Letter asking for the reason 1
              9 Hill Road, OA2 2BB
              4 Mr Femi Okafor Letter asking for the reason 1
              9 Hill Road, OA2 2BB
              the same household as above
              page 1
              """);
      assertThat(words(pdf, 2)).isBlank();
      assertThat(words(pdf, 3)).contains("Mrs Grace Okafor", "OA1 1AA", "1 School Lane", "Dear");
      assertThat(words(pdf, 4)).isBlank();
      assertThat(words(pdf, 5)).contains("Mrs Grace Okafor");
      assertThat(words(pdf, 9)).contains("Mr Femi Okafor", "OA2 2BB");
      assertThat(pdf.getNumberOfPages()).isEqualTo(9);
    }
  }

  @OnBothDatabases
  void isTaggedThroughout(Database database) throws IOException {
    PostRoom room = new PostRoom(database);
    twoChildrenTwoHouseholds(room);

    try (PDDocument pdf = Loader.loadPDF(room.stacking.pdf(made(room, true)))) {
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Print run");
      for (int page : List.of(0, 2, 4, 6, 8)) {
        assertThat(pdf.getPage(page).getStructParents()).as("page %d", page).isNotNegative();
        assertThat(
                pdf.getDocumentCatalog()
                    .getStructureTreeRoot()
                    .getParentTree()
                    .getValue(pdf.getPage(page).getStructParents()))
            .as("tags of page %d", page)
            .isNotNull();
      }
    }
  }

  @OnBothDatabases
  void onOneSideOfThePaperNoPageIsBlank(Database database) throws IOException {
    PostRoom room = new PostRoom(database);
    twoChildrenTwoHouseholds(room);
    assertThat(room.runs.printsBothSides(People.OAK)).as("before the first run").isTrue();

    PrintRun run = made(room, false);

    try (PDDocument pdf = Loader.loadPDF(room.stacking.pdf(run))) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(5);
      assertThat(words(pdf, 2)).contains("Mrs Grace Okafor");
    }
    assertThat(room.runs.printsBothSides(People.OAK)).isFalse();
  }

  @OnBothDatabases
  void isTheSameBytesWheneverItIsPrintedOrMadeAgain(Database database) {
    PostRoom room = new PostRoom(database);
    twoChildrenTwoHouseholds(room);
    PrintRun run = made(room, true);
    byte[] first = room.stacking.pdf(run);

    room.clock.forward(Duration.ofDays(3));
    room.inTransaction(
        () -> room.changingRuns.leaveOut(run.id(), 2, LeftOut.MISPRINTED, OFFICE, JO));
    database.jdbc().sql("update print_run set pdf = null").update(); // died before it was kept
    byte[] madeAgain = room.stacking.pdf(run);
    byte[] kept = room.stacking.pdf(run);

    assertThat(madeAgain).isEqualTo(first);
    assertThat(kept).isEqualTo(first);
  }

  @OnBothDatabases
  void holdsOnlyTheLettersThatWereChosen(Database database) {
    PostRoom room = new PostRoom(database);
    twoChildrenTwoHouseholds(room);
    MessageId chosen = room.runs.waiting(People.OAK, 200, OFFICE).get(1).id();

    MakingPrintRuns.Made made = room.printRuns.make(People.OAK, Set.of(chosen), true, OFFICE, JO);

    assertThat(made.letters()).isOne();
    assertThat(room.runs.countWaiting(People.OAK)).isEqualTo(3);
  }

  @OnBothDatabases
  void noLettersMakeNoRun(Database database) {
    PostRoom room = new PostRoom(database);

    MakingPrintRuns.Made made =
        room.printRuns.make(People.OAK, Set.of(new MessageId(77)), true, OFFICE, JO);

    assertThat(made.run()).isNull();
    assertThat(room.runs.page(People.OAK, null, 10, OFFICE)).isEmpty();
  }

  @OnBothDatabases
  void noLetterIsInTwoRunsHoweverManyPeopleMakeThemAtOnce(Database database) throws Exception {
    PostRoom room = new PostRoom(database);
    twoChildrenTwoHouseholds(room);
    moreLetters(room, 8);
    Set<MessageId> all = waiting(room);
    int people = 4;
    ExecutorService office = Executors.newFixedThreadPool(people);
    CyclicBarrier together = new CyclicBarrier(people);

    List<Future<MakingPrintRuns.Made>> runs = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      runs.add(
          office.submit(
              () -> {
                together.await();
                return room.printRuns.make(People.OAK, all, true, OFFICE, JO);
              }));
    }
    int letters = 0;
    for (Future<MakingPrintRuns.Made> made : runs) {
      letters += made.get().letters();
    }
    office.shutdown();

    List<MessageId> printed = new ArrayList<>();
    for (PrintRun run : room.runs.page(People.OAK, null, 10, OFFICE)) {
      room.runs.letters(run).forEach(letter -> printed.add(letter.message()));
    }
    assertThat(letters).isEqualTo(20);
    assertThat(printed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
  }

  @OnBothDatabases
  void aCourtOrderOrAHoldSinceItWasWrittenKeepsALetterBack(Database database) {
    PostRoom room = new PostRoom(database);
    List<CaseFile> cases = twoChildrenTwoHouseholds(room);
    room.held.add(room.people.pupil("2").id());
    database
        .jdbc()
        .sql(
            """
            update pupil_contact set no_contact = true
            where contact_id = (select id from contact where contact_id = 'F')
            """)
        .update();

    MakingPrintRuns.Made made = room.printRuns.make(People.OAK, waiting(room), true, OFFICE, JO);

    assertThat(made).extracting(MakingPrintRuns.Made::letters).isEqualTo(1);
    assertThat(made.keptBack()).isEqualTo(3);
    assertThat(room.outboxOf(cases.get(0)))
        .extracting(Message::state, Message::reason)
        .containsExactlyInAnyOrder(
            tuple(MessageState.TO_PRINT, null),
            tuple(MessageState.NOT_SENT, Reason.NO_CONTACT_ORDER));
    assertThat(room.outboxOf(cases.get(1)))
        .extracting(Message::state, Message::reason)
        .containsOnly(tuple(MessageState.HELD, Reason.PUPIL_ON_HOLD));
  }

  @OnBothDatabases
  void aNewAddressOnFileIsPutOnALetterThatIsPrinted(Database database) throws IOException {
    PostRoom room = new PostRoom(database);
    twoChildrenTwoHouseholds(room);
    grantMoves(database);

    PrintRun run = made(room, false);

    assertThat(room.runs.letters(run).get(3).address()).containsExactly("5 New Road", "OA9 9ZZ");
    try (PDDocument pdf = Loader.loadPDF(room.stacking.pdf(run))) {
      assertThat(words(pdf, 5)).contains("5 New Road", "OA9 9ZZ").doesNotContain("Mill Street");
    }
  }

  @OnBothDatabases
  void whatIsWithdrawnWhileItLiesInARunIsToBeTakenOut(Database database) {
    PostRoom room = new PostRoom(database);
    List<CaseFile> cases = twoChildrenTwoHouseholds(room);
    PrintRun run = made(room, true);

    room.inTransaction(() -> room.ordering.withdraw(cases.get(1), "the absence was explained"));

    List<LetterInRun> out = standing(room, run, Standing.TAKE_OUT);
    assertThat(out).hasSize(2);
    assertThat(out.get(0).because())
        .isEqualTo("The case no longer needs it. the absence was explained");
    assertThat(room.runs.countToTakeOut(People.OAK)).isEqualTo(2);
    assertThat(posted(room, run)).as("posts the others").isEqualTo(2);
    out.forEach(
        letter ->
            room.inTransaction(
                () -> room.changingRuns.tookOut(run.id(), letter.number(), OFFICE, JO)));
    assertThat(standing(room, run, Standing.LEFT_OUT)).hasSize(2);
    assertThat(room.runs.countToTakeOut(People.OAK)).isZero();
    assertThat(room.told(cases.get(1)))
        .last()
        .asString()
        .endsWith("taken out of print run " + run.id());
  }

  @OnBothDatabases
  void aCourtOrderThatComesAfterPrintingStopsTheLetterInItsRun(Database database) {
    PostRoom room = new PostRoom(database);
    twoChildrenTwoHouseholds(room);
    PrintRun run = made(room, true);
    room.held.add(room.people.pupil("2").id());

    List<LetterInRun> out = standing(room, run, Standing.TAKE_OUT);

    assertThat(out).hasSize(2);
    assertThat(out.get(0).because()).isEqualTo(Reason.PUPIL_ON_HOLD.sentence());
    assertThat(posted(room, run)).isEqualTo(2);
    room.inTransaction(() -> room.changingRuns.tookOut(run.id(), out.get(0).number(), OFFICE, JO));
    assertThat(message(room, out.get(0)).state()).isEqualTo(MessageState.HELD);
  }

  @OnBothDatabases
  void aLetterWhoseAddressChangedAfterPrintingGoesWithTheNextRun(Database database) {
    PostRoom room = new PostRoom(database);
    twoChildrenTwoHouseholds(room);
    PrintRun run = made(room, true);
    byte[] first = room.stacking.pdf(run);
    grantMoves(database);

    List<LetterInRun> out = standing(room, run, Standing.TAKE_OUT);
    byte[] asItWas = room.runs.pdf(run, out.get(0).number()).orElseThrow();
    out.forEach(
        letter ->
            room.inTransaction(
                () -> room.changingRuns.tookOut(run.id(), letter.number(), OFFICE, JO)));
    PrintRun next = made(room, true);

    assertThat(room.runs.letters(next))
        .extracting(LetterInRun::address)
        .containsOnly(List.of("5 New Road", "OA9 9ZZ"));
    assertThat(room.runs.pdf(run, out.get(0).number())).contains(asItWas);
    assertThat(room.stacking.pdf(run)).isEqualTo(first);
    assertThat(room.runs.pdf(next, 1).orElseThrow()).isNotEqualTo(asItWas);
  }

  @OnBothDatabases
  void isPostedBySomebodyAtATimeAndTheCaseSaysSo(Database database) {
    PostRoom room = new PostRoom(database);
    List<CaseFile> cases = twoChildrenTwoHouseholds(room);
    PrintRun run = made(room, true);
    room.clock.set(at("10:30"));

    assertThat(posted(room, run)).isEqualTo(4);

    assertThat(room.runs.letters(run))
        .extracting(LetterInRun::standing, LetterInRun::by, LetterInRun::at)
        .containsOnly(tuple(Standing.POSTED, "Jo Example", at("10:30")));
    assertThat(room.told(cases.get(0)))
        .anyMatch(words -> words.endsWith("printed, letter 1 of print run " + run.id()))
        .anyMatch(words -> words.endsWith("posted"));
    assertThat(posted(room, run)).as("a second time").isZero();
    assertThat(room.broken()).isEmpty();
  }

  @OnBothDatabases
  void postingIsTakenBackWithinTheRecallWindowAndNotAMinuteLater(Database database) {
    PostRoom room = new PostRoom(database);
    twoChildrenTwoHouseholds(room);
    PrintRun run = made(room, true);
    room.clock.set(at("10:30"));
    posted(room, run);

    room.clock.set(at("10:40"));
    assertThat(notPosted(room, run)).isEqualTo(4);
    assertThat(standing(room, run, Standing.TO_POST)).hasSize(4);
    posted(room, run);
    assertThat(room.broken()).as("posted twice, taken back once").isEmpty();
    room.clock.set(at("10:51"));
    assertThat(notPosted(room, run)).isZero();
  }

  @OnBothDatabases
  void whatIsLeftOutGoesWithTheNextRunAndSaysWhy(Database database) {
    PostRoom room = new PostRoom(database);
    twoChildrenTwoHouseholds(room);
    PrintRun run = made(room, true);

    room.inTransaction(
        () -> room.changingRuns.leaveOut(run.id(), 3, LeftOut.MISPRINTED, OFFICE, JO));

    LetterInRun left = room.runs.letters(run).get(2);
    assertThat(left.standing()).isEqualTo(Standing.LEFT_OUT);
    assertThat(left.because()).isEqualTo("It was not printed properly.");
    assertThat(message(room, left).because())
        .isEqualTo("Left out of print run %s. It was not printed properly.".formatted(run.id()));
    assertThatThrownBy(
            () ->
                room.inTransaction(
                    () -> room.changingRuns.leaveOut(run.id(), 3, LeftOut.LATER, OFFICE, JO)))
        .isInstanceOf(CannotChange.class);
    PrintRun next = made(room, true);
    assertThat(room.runs.letters(next))
        .extracting(LetterInRun::message)
        .containsExactly(left.message());
    assertThat(posted(room, run)).isEqualTo(3);
    assertThat(room.broken()).isEmpty();
  }

  @OnBothDatabases
  void isShownToItsOwnSchoolAndChangedByItsStaffAlone(Database database) {
    PostRoom room = new PostRoom(database);
    twoChildrenTwoHouseholds(room);
    PrintRun run = made(room, true);
    Scope elm = People.at(People.ELM, Role.OFFICE);
    Scope manager = People.at(People.OAK, Role.MANAGER);

    assertThat(room.runs.find(run.id(), elm)).isEmpty();
    assertThat(room.runs.find(run.id(), manager)).isPresent();
    assertThat(room.runs.page(People.OAK, null, 10, elm)).isEmpty();
    for (Scope stranger : List.of(elm, manager)) {
      assertThatThrownBy(() -> room.changingRuns.posted(run.id(), stranger, JO))
          .isInstanceOf(NotInSight.class);
      assertThatThrownBy(() -> room.printRuns.make(People.OAK, Set.of(), true, stranger, JO))
          .isInstanceOf(NotInSight.class);
    }
  }

  /** Two children with a mother at one address and a father at another: four letters. */
  private static List<CaseFile> twoChildrenTwoHouseholds(PostRoom room) {
    List<CaseFile> cases = List.of(room.caseOf("1"), room.caseOf("2"));
    room.people.bringInContacts(
        """
        2,F,Mr,Femi,Okafor,father,2,yes,no,no,07700900222,,,9 Hill Road,OA2 2BB,,,
        """
            + "1,M,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700900111,,grace@example.org,2 Mill Street,OA1 1AA,,,\n"
            + "2,M,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700900111,,grace@example.org,2 Mill Street,OA1 1AA,,,\n"
            + "1,F,Mr,Femi,Okafor,father,2,yes,no,no,07700900222,,,9 Hill Road,OA2 2BB,,,\n");
    cases.forEach(room::orderLetter);
    room.clock.set(at("09:40"));
    room.sending.sendDue();
    return cases;
  }

  /** Two for each new case of a child. */
  private static void moreLetters(PostRoom room, int cases) {
    for (int n = 0; n < cases; n++) {
      room.orderLetter(room.caseOf("1"));
    }
    room.clock.set(at("09:59"));
    room.sending.sendDue();
  }

  private static void grantMoves(Database database) {
    database
        .jdbc()
        .sql(
            """
            update contact set address_1 = '5 New Road', postcode = 'OA9 9ZZ' where contact_id = 'M'
            """)
        .update();
  }

  private static PrintRun made(PostRoom room, boolean bothSides) {
    MakingPrintRuns.Made made =
        room.printRuns.make(People.OAK, waiting(room), bothSides, OFFICE, JO);
    return room.runs.find(Objects.requireNonNull(made.run()), OFFICE).orElseThrow();
  }

  private static Set<MessageId> waiting(PostRoom room) {
    return room.runs.waiting(People.OAK, MakingPrintRuns.AT_MOST, OFFICE).stream()
        .map(Message::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<LetterInRun> standing(PostRoom room, PrintRun run, Standing standing) {
    return room.runs.letters(run).stream().filter(one -> one.standing() == standing).toList();
  }

  private static int posted(PostRoom room, PrintRun run) {
    int[] count = new int[1];
    room.inTransaction(() -> count[0] = room.changingRuns.posted(run.id(), OFFICE, JO));
    return count[0];
  }

  private static int notPosted(PostRoom room, PrintRun run) {
    int[] count = new int[1];
    room.inTransaction(() -> count[0] = room.changingRuns.notPosted(run.id(), OFFICE, JO));
    return count[0];
  }

  private static Message message(PostRoom room, LetterInRun letter) {
    return room.leases.find(letter.message()).orElseThrow();
  }

  private static String words(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf);
  }
}
