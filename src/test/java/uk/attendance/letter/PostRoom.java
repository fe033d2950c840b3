package uk.attendance.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.attendance.Database;
import uk.attendance.StandingClock;
import uk.attendance.account.Actor;
import uk.attendance.casefile.BeforeCommit;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.TaskId;
import uk.attendance.casefile.Timeline;
import uk.attendance.casefile.TimelineTable;
import uk.attendance.casefile.Why;
import uk.attendance.letter.web.ThymeleafAddressSheet;
import uk.attendance.letter.web.ThymeleafWording;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RuleId;
import uk.attendance.pupil.Channel;
import uk.attendance.pupil.People;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.Calendars;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;
import uk.attendance.school.Session;

/** The feature put together by hand on one database: a school, two children, their parents. */
final class PostRoom {

  static final LocalDate MONDAY = People.TODAY;
  static final PolicyPacks PACKS = PolicyPacks.bundled();
  static final LetterTemplates TEMPLATES = new LetterTemplates(PACKS);
  static final Why WHY = Why.of(new RuleId("NF-F1"), "Parents are contacted on the first day");
  static final Actor JO = new Actor(null, "Jo Example", "Clerk");

  final Database database;
  final StandingClock clock = new StandingClock();
  final People people;
  final Set<PupilId> held = new HashSet<>();
  final List<Opening> undelivered = new ArrayList<>();
  boolean offersLinks;
  final Letterheads heads;
  final Messages messages;
  final Outbox outbox;
  final OrderingFromCases ordering;
  final SendingMessages sending;

  /** Another node on the same database. */
  final Supplier<SendingMessages> node;

  final ChangingMessages changing;
  final MessageLeases leases;
  final SettlingUndelivered settling;
  final Deliveries deliveries;
  final FollowingUp following;
  final PrintRuns runs;
  final StackingLetters stacking;
  final MakingPrintRuns printRuns;
  final ChangingPrintRuns changingRuns;
  final Timeline timeline;

  PostRoom(Database database, Carrier... carriers) {
    this.database = database;
    this.people = People.on(database);
    people.bringInPupils(
        """
        1,A823456789012,Samuel,Okafor,Sam,2016-03-01,4,Oak,2020-09-01,,,,,,,,,,F1
        2,,Ben,Okafor,,2018-03-01,2,Ash,2022-09-01,,,,,,,,,,F1
        """);
    contacts("");
    clock.set(StandingClock.START);
    BeforeCommit beforeCommit = new BeforeCommit();
    JdbcTemplate batches = new JdbcTemplate(database.source());
    timeline = new Timeline(new TimelineTable(database.jdbc(), batches), beforeCommit, clock);
    heads = new Letterheads(database.jdbc());
    heads.save(
        People.OAK,
        new Letterhead(
            "01632 960001",
            "office@oak.example.org",
            List.of("1 School Lane", "Oakham"),
            "attendance@oakshire.example.org"));
    messages = new Messages(database.jdbc());
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    for (Carrier carrier : carriers) {
      beans.addBean(carrier.channel().name(), carrier);
    }
    ChoosingChannel choosing = new ChoosingChannel(beans.getBeanProvider(Carrier.class));
    SchoolsPost post =
        new SchoolsPost(
            new Schools(database.jdbc()),
            heads,
            new Calendars(database.jdbc()),
            PACKS,
            held::contains);
    outbox = new Outbox(database.jdbc(), timeline, clock);
    FindingRecipients recipients = new FindingRecipients(people.contacts, messages);
    LetterTemplates templates = TEMPLATES;
    Composing composing =
        new Composing(
            new ThymeleafWording(), people.pupils, people.contacts, messages, new NumberedLinks());
    Rewriting rewriting = new Rewriting(templates, post, recipients, composing, outbox);
    CaseFiles cases = new CaseFiles(database.jdbc());
    Undelivered undeliveredLetters =
        new Undelivered(
            new OpeningNothing(), cases, about -> clock.instant().plus(Duration.ofDays(1)), clock);
    PrintingLetters printing = new PrintingLetters(messages, outbox);
    ordering =
        new OrderingFromCases(
            new Preparing(templates, PACKS, post, recipients, choosing, composing, clock),
            rewriting,
            outbox,
            messages,
            new Withdrawing(messages, outbox, rewriting, printing, undeliveredLetters),
            undeliveredLetters);
    LetterSettings settings =
        new LetterSettings(
            20,
            Duration.ofMinutes(5),
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)),
            List.of(Duration.ofMinutes(2), Duration.ofHours(1)));
    leases = new MessageLeases(database.jdbc(), settings);
    FindingWay ways = new FindingWay(post, recipients, choosing, outbox);
    CheckingMessages checking =
        new CheckingMessages(
            ways,
            post,
            outbox,
            leases,
            rewriting,
            printing,
            new MergingTexts(outbox, messages, leases, clock),
            clock);
    node =
        () ->
            new SendingMessages(
                leases,
                checking,
                new HandingOver(
                    choosing,
                    messages,
                    post,
                    new NumberedLinks(),
                    new StaticListableBeanFactory().getBeanProvider(OwnLinks.class)),
                new EndingMessages(leases, outbox, undeliveredLetters, cases, settings, clock),
                settings,
                database.transactions(),
                clock);
    sending = node.get();
    deliveries = new Deliveries(database.jdbc(), outbox, undeliveredLetters, cases);
    following =
        new FollowingUp(outbox, choosing, deliveries, settings, database.transactions(), clock);
    Resending resending = new Resending(post, recipients, choosing, rewriting, outbox, checking);
    changing =
        new ChangingMessages(
            messages, outbox, resending, undeliveredLetters, post, event -> {}, clock);
    PrintRunTable table = new PrintRunTable(database.jdbc());
    runs = new PrintRuns(database.jdbc(), ways, clock);
    stacking =
        new StackingLetters(runs, table, new ThymeleafAddressSheet(), new Schools(database.jdbc()));
    printRuns =
        new MakingPrintRuns(
            runs, table, checking, outbox, stacking, database.transactions(), clock);
    changingRuns = new ChangingPrintRuns(runs, table, changing, checking, outbox, clock);
    settling = new SettlingUndelivered(outbox, resending);
  }

  /** A mother and a father of both children; what is added comes last and wins. */
  void contacts(String rows) {
    people.bringInContacts(
        """
        1,M,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700900111,,grace@example.org,2 Mill Street,OA1 1AA,,,
        2,M,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700900111,,grace@example.org,2 Mill Street,OA1 1AA,,,
        1,F,Mr,Femi,Okafor,father,2,yes,no,no,07700900222,,,9 Hill Road,OA2 2BB,,,
        """
            + rows);
  }

  /** One contact only, of Sam. */
  void onlyContact(String row) {
    database.jdbc().sql("delete from pupil_contact").update();
    people.bringInContacts(row);
  }

  CaseFile caseOf(String admissionNo) {
    PupilId pupil = people.pupil(admissionNo).id();
    database
        .jdbc()
        .sql(
            """
            insert into case_file (process, cause, business_key, open_key, school_id, pupil_id,
              policy_pack, policy_version, started_on, opened_at, instance_id, head)
            values ('first-day-contact', 'unexplained', 'k', null, 'oak', :pupil, 'national',
              :version, :day, :at, 'i', :head)
            """)
        .param("pupil", pupil.value())
        .param("version", PACKS.national().version().version())
        .param("day", MONDAY)
        .param("at", MessageRows.utc(clock.instant()))
        .param("head", "0".repeat(64))
        .update();
    return new CaseFiles(database.jdbc()).newestOf("first-day-contact", pupil).orElseThrow();
  }

  void order(String letter, CaseFile about, Map<String, Object> facts) {
    inTransaction(() -> ordering.order(letter, about, facts, WHY));
  }

  void orderText(CaseFile about) {
    order("first-day-text", about, Map.of("day", MONDAY, "session", Session.AM));
  }

  void orderLetter(CaseFile about) {
    order(
        "first-day-letter",
        about,
        Map.of(
            "sessions",
            List.of(new MissedSession(MONDAY, Session.AM)),
            "answerBy",
            MONDAY.plusDays(4)));
  }

  void inTransaction(Runnable work) {
    database.transactions().executeWithoutResult(status -> work.run());
  }

  boolean delivered(String reference, Instant at) {
    return Boolean.TRUE.equals(
        database.transactions().execute(status -> deliveries.delivered(People.OAK, reference, at)));
  }

  boolean failed(String reference, String words) {
    return Boolean.TRUE.equals(
        database.transactions().execute(status -> deliveries.failed(People.OAK, reference, words)));
  }

  List<Message> outboxOf(CaseFile about) {
    return messages.of(about.id());
  }

  Message only(CaseFile about) {
    List<Message> all = outboxOf(about);
    if (all.size() != 1) {
      throw new AssertionError("one message expected, found " + all);
    }
    return all.get(0);
  }

  Message now(Message message) {
    return leases.find(message.id()).orElseThrow();
  }

  String text(Message message) {
    return messages.written(message.id()).orElseThrow().text();
  }

  List<String> told(CaseFile about) {
    return timeline.of(about.id()).stream().map(Entry::words).toList();
  }

  List<String> broken() {
    return new EveryLetterOnce(database.jdbc()).broken();
  }

  /** The node that claimed anything has died. */
  void leasesRunOut() {
    database
        .jdbc()
        .sql(
            "update message set lease_until = current_timestamp - interval '1' second where lease_until is not null")
        .update();
  }

  static Instant at(String time) {
    return Instant.parse("2025-11-03T" + time + ":00Z");
  }

  /** A link by the message's number, where the school offers links. */
  private final class NumberedLinks implements ReplyLinks {

    @Override
    public boolean areOffered(SchoolId school) {
      return offersLinks;
    }

    @Override
    public String addressFor(Message message) {
      return "https://attendance.example.org/r/token-of-" + message.id();
    }
  }

  /** Opens cases in a list, and the engine nowhere. */
  private final class OpeningNothing implements RunningCases {

    @Override
    public Optional<CaseId> open(Opening opening, Actor by) {
      undelivered.add(opening);
      return Optional.empty();
    }

    @Override
    public boolean tell(CaseId id, String message, Map<String, Object> facts, Actor by) {
      return false;
    }

    @Override
    public void tellAfterwards(CaseId id, String message, Map<String, Object> facts, Actor by) {}

    @Override
    public void openAfterwards(Opening opening, Actor by) {
      undelivered.add(opening);
    }

    @Override
    public void complete(TaskId task, Map<String, Object> facts, Actor by) {}

    @Override
    public void reopen(CaseId id, Map<String, Object> facts, Actor by) {}

    @Override
    public void together(Runnable work) {
      work.run();
    }
  }

  /** Carries nothing, and answers as it is told to. */
  static final class Courier implements Carrier {

    final Channel channel;
    final List<Outgoing> carried = Collections.synchronizedList(new ArrayList<>());
    Handover answer = Handover.taken("taken");
    Runnable meanwhile = () -> {};
    boolean serves = true;

    /** What it says when it is asked about a lost message; empty: it cannot be asked. */
    Optional<Handover> knows = Optional.empty();

    final Map<String, Delivery> fared = new HashMap<>();
    final List<String> followedUp = new ArrayList<>();

    Courier(Channel channel) {
      this.channel = channel;
    }

    @Override
    public Channel channel() {
      return channel;
    }

    @Override
    public String inWords() {
      return "by nobody";
    }

    @Override
    public Handover handOver(Outgoing message) {
      carried.add(message);
      meanwhile.run();
      return answer;
    }

    @Override
    public boolean serves(SchoolId school) {
      return serves;
    }

    @Override
    public Optional<Handover> ask(Outgoing message) {
      return knows;
    }

    @Override
    public Map<String, Delivery> followUp(SchoolId school, Collection<String> references) {
      followedUp.addAll(references);
      return fared;
    }
  }

  static Courier paper() {
    return new Courier(Channel.POST);
  }

  static Courier mail() {
    return new Courier(Channel.EMAIL);
  }

  static Courier texts() {
    return new Courier(Channel.SMS);
  }

  static Set<MessageState> all() {
    return EnumSet.allOf(MessageState.class);
  }
}
