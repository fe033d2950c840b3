package uk.attendance.reply;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import uk.attendance.WholeProgram;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.DueWork;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.Timeline;
import uk.attendance.firstday.EvaluatingRegisterClose;
import uk.attendance.letter.Letterhead;
import uk.attendance.letter.Letterheads;
import uk.attendance.letter.Message;
import uk.attendance.letter.MessageId;
import uk.attendance.letter.Messages;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.Entries;
import uk.attendance.quickentry.EntryKind;
import uk.attendance.quickentry.Reason;
import uk.attendance.register.Author;
import uk.attendance.register.ImportingMarks;
import uk.attendance.register.Mark;
import uk.attendance.register.Marks;
import uk.attendance.reply.AnsweringByLink.Asking;
import uk.attendance.reply.AnsweringByLink.Opened;
import uk.attendance.reply.AnsweringByLink.Taken;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;
import uk.attendance.worklist.OpenTask;
import uk.attendance.worklist.OpenTasks;

/** A school on the whole program, two children of one mother, and the links she gets. */
public final class SomeReplies {

  public static final LocalDate SAMS = LocalDate.of(2016, 3, 27);
  public static final LocalDate BENS = LocalDate.of(2018, 9, 2);
  public static final String WHERE = "203.0.113.7";
  private static final Actor CLERK = new Actor(null, "Pat Clerk", "School secretary");
  private static final AtomicInteger FILES = new AtomicInteger(50_000);

  final WholeProgram program;
  final SchoolId school;
  final PupilId sam;
  final PupilId ben;

  SomeReplies(WholeProgram program, String pack) {
    this.program = program;
    this.school = program.newSchool(pack);
    this.sam = pupil("Sam", SAMS);
    this.ben = pupil("Ben", BENS);
    program
        .bean(Letterheads.class)
        .save(school, new Letterhead("01632 960001", "office@example.org", List.of(), null));
    program
        .jdbc()
        .sql(
            """
            insert into contact (school_id, contact_id, title, first_name, last_name, mobile)
            values (:school, 'M1', 'Mrs', 'Grace', 'Example', '07700900111')
            """)
        .param("school", school.value())
        .update();
    for (PupilId child : List.of(sam, ben)) {
      program
          .jdbc()
          .sql(
              """
              insert into pupil_contact
              select :pupil, id, 'mother', 1, true, true, false from contact
              where school_id = :school
              """)
          .param("pupil", child.value())
          .param("school", school.value())
          .update();
    }
  }

  private PupilId pupil(String name, LocalDate born) {
    PupilId id = program.newPupil(school);
    program
        .jdbc()
        .sql("update pupil set first_name = :name, dob = :born, family = 'F1' where id = :id")
        .param("name", name)
        .param("born", born)
        .param("id", id.value())
        .update();
    return id;
  }

  SomeReplies at(String time) {
    program.at(time + ":00Z");
    program.bean(DueWork.class).run(program.bean(Clock.class).instant());
    return this;
  }

  /** The close of a register in which these children are marked so: {@code 2025-11-03 AM N}. */
  void marks(String mark, PupilId... children) {
    StringBuilder csv = new StringBuilder("admission_no,date,session,code,file\n");
    for (PupilId child : children) {
      csv.append(admissionNo(child))
          .append(",")
          .append(mark.replace(' ', ','))
          .append(",")
          .append(FILES.incrementAndGet())
          .append("\n");
    }
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    program
        .bean(ImportingMarks.class)
        .bringIn(
            school,
            "attendance.csv",
            () -> new ByteArrayInputStream(bytes),
            program.bean(Clock.class).instant(),
            new Author("Office", "School office"),
            true);
    program.bean(EvaluatingRegisterClose.class).workOff(school);
  }

  private String admissionNo(PupilId child) {
    return program
        .jdbc()
        .sql("select admission_no from pupil where id = :id")
        .param("id", child.value())
        .query(String.class)
        .single();
  }

  /** What stands at the end of the address that goes out with the newest text about a child. */
  String token(PupilId about) {
    String address = program.bean(LinksInMessages.class).addressFor(message(about));
    return address.substring(address.lastIndexOf('/') + 1);
  }

  Message message(PupilId about) {
    List<Message> all = program.bean(Messages.class).of(newest(about).id());
    return all.get(all.size() - 1);
  }

  Link link(PupilId about) {
    return program.bean(Links.class).of(List.of(message(about).id())).get(0);
  }

  /** In words for staff. */
  String state(Link link) {
    return program
        .bean(LinkStates.class)
        .inWords(List.of(link.message()))
        .getOrDefault(link.message(), "");
  }

  Opened open(String token, LocalDate born) {
    return open(token, born, "");
  }

  Opened open(String token, LocalDate born, String proof) {
    return program.bean(AnsweringByLink.class).open(token, born, proof, WHERE);
  }

  Asking asking(String token, LocalDate... born) {
    Asking asking = null;
    for (LocalDate one : born) {
      Opened opened = open(token, one, asking == null ? "" : asking.proof());
      if (!(opened instanceof Opened.Yes yes)) {
        throw new AssertionError("not opened: " + opened);
      }
      asking = yes.asking();
    }
    return java.util.Objects.requireNonNull(asking);
  }

  Taken answer(String token, Asking asking, Reason reason, @Nullable LocalDate back) {
    return answer(token, asking, reason, back, UUID.randomUUID().toString());
  }

  Taken answer(String token, Asking asking, Reason reason, @Nullable LocalDate back, String press) {
    return program
        .bean(AnsweringByLink.class)
        .answer(
            token,
            asking.proof(),
            new Answer(
                asking.children().stream()
                    .map(AnsweringByLink.Known::id)
                    .collect(java.util.stream.Collectors.toSet()),
                reason,
                "hot and tired",
                back,
                press),
            WHERE);
  }

  CaseFile newest(PupilId child) {
    return program.bean(CaseFiles.class).newestOf("first-day-contact", child).orElseThrow();
  }

  String state(PupilId child) {
    CaseFile file = newest(child);
    return file.isOpen() ? "open" : String.valueOf(file.outcome());
  }

  List<String> tasks(PupilId child) {
    return program.bean(CaseFiles.class).openOf(child).stream()
        .flatMap(file -> program.bean(OpenTasks.class).of(file.id()).stream())
        .map(OpenTask::task)
        .filter(task -> !task.equals("resolve-undelivered-letter"))
        .sorted()
        .toList();
  }

  List<String> told(PupilId child) {
    return program.bean(Timeline.class).of(newest(child).id()).stream().map(Entry::words).toList();
  }

  /** What stands among the messages that nobody has dealt with. */
  List<String> messagesOfToday() {
    return program
        .bean(Entries.class)
        .wanted(
            new Entries.Wanted(null, EntryKind.MESSAGE, "", true),
            school,
            100,
            Scope.ofTheSystem(school))
        .stream()
        .map(entry -> entry.said().teller().words() + ": " + entry.said().what().words())
        .toList();
  }

  String mark(PupilId child, String day, Session session) {
    return program
        .bean(Marks.class)
        .of(child, LocalDate.parse(day), session, Scope.ofTheSystem(school))
        .map(Mark::code)
        .orElse("-");
  }

  int locked() {
    return program
        .jdbc()
        .sql(
            "select count(*) from case_file where process = 'locked-reply' and school_id = :school")
        .param("school", school.value())
        .query(Integer.class)
        .single();
  }

  int answers(MessageId link) {
    return program.bean(Replies.class).count(link);
  }

  Set<String> everythingStored(String word) {
    return new StoredWords(program.jdbc()).holding(word);
  }

  static Actor clerk() {
    return CLERK;
  }
}
