package uk.attendance.quickentry.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.quickentry.Entry;
import uk.attendance.quickentry.Entry.Done;
import uk.attendance.quickentry.Entry.Said;
import uk.attendance.quickentry.Entry.What;
import uk.attendance.quickentry.EntryKind;
import uk.attendance.quickentry.Evidence;
import uk.attendance.quickentry.Reason;
import uk.attendance.quickentry.Way;
import uk.attendance.quickentry.web.EntryView.Child;
import uk.attendance.quickentry.web.EntryView.Fact;
import uk.attendance.register.Author;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/** Says entries in words. */
@Component
class EntryViews {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Pupils pupils;

  EntryViews(Pupils pupils) {
    this.pupils = pupils;
  }

  EntryView of(Entry entry, Scope scope) {
    return of(List.of(entry), scope).get(0);
  }

  List<EntryView> of(Collection<Entry> entries, Scope scope) {
    List<PupilId> ids =
        entries.stream()
            .flatMap(entry -> entry.about().stream())
            .map(Entry.About::pupil)
            .distinct()
            .toList();
    Map<PupilId, Pupil> known =
        pupils.byIds(ids, scope).stream().collect(Collectors.toMap(Pupil::id, Function.identity()));
    return entries.stream().map(entry -> view(entry, known)).toList();
  }

  private static EntryView view(Entry entry, Map<PupilId, Pupil> known) {
    Said said = entry.said();
    Done done = entry.done();
    return new EntryView(
        entry.id().value(),
        entry.kind(),
        time(said.when().at()),
        DayWords.from(said.when().first(), said.when().last()),
        entry.about().stream()
            .filter(about -> known.containsKey(about.pupil()))
            .map(
                about -> {
                  Pupil pupil = known.get(about.pupil());
                  return new Child(
                      about.pupil().value(),
                      pupil.name(),
                      place(pupil),
                      about.code() == null ? "" : about.code(),
                      about.outcome());
                })
            .toList(),
        line(said),
        facts(said),
        who(entry.by(), entry.at()),
        said.what().coded(),
        entry.kind() == EntryKind.MESSAGE && done == null,
        done == null ? null : who(done.by(), done.at()));
  }

  static String place(Pupil pupil) {
    return pupil.className() == null
        ? pupil.year().words()
        : pupil.year().words() + ", " + pupil.className();
  }

  private static String line(Said said) {
    What what = said.what();
    Reason reason = what.reason();
    LocalDate back = what.expectedReturn();
    Integer minutes = what.minutesLate();
    Stream<String> parts =
        switch (said.kind()) {
          case REPORT ->
              Stream.of(
                  reason == null ? "no reason said" : reason.words(),
                  what.words(),
                  back == null ? "" : "back " + DayWords.withoutYear(back));
          case LATE ->
              Stream.of(what.words(), minutes == null ? "" : minutes + " minutes after the start");
          case APPOINTMENT -> Stream.of(what.words(), times(said));
          case SENT_HOME -> Stream.of(what.words(), "decided by " + what.decidedBy());
          case MESSAGE -> Stream.of("for " + what.person(), what.words());
        };
    return parts.filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
  }

  private static String times(Said said) {
    LocalTime out = said.when().at();
    LocalTime back = said.when().until();
    return (out == null ? "from the start" : "out " + time(out))
        + (back == null ? ", not back that day" : ", back " + time(back));
  }

  private static List<Fact> facts(Said said) {
    EntryKind kind = said.kind();
    What what = said.what();
    List<Fact> facts = new ArrayList<>();
    Way way = said.teller().way();
    add(facts, kind == EntryKind.MESSAGE ? "From" : teller(kind), said.teller().words());
    if (way != null) {
      add(facts, "How", way.words() + at(said));
    }
    LocalDate back = what.expectedReturn();
    Evidence evidence = what.evidence();
    Reason reason = what.reason();
    Integer minutes = what.minutesLate();
    switch (kind) {
      case REPORT -> {
        add(facts, "Reason", reason == null ? "not said" : reason.words());
        add(facts, "In their words", what.words());
        add(facts, "Expected back", back == null ? null : DayWords.full(back));
      }
      case LATE -> {
        add(facts, "Arrived", time(said.when().at()));
        add(facts, "Minutes after the start", minutes == null ? null : minutes.toString());
        add(facts, "Reason", what.words());
        add(facts, "Counts as", reason == null ? null : reason.words());
        add(facts, "Came with", what.person());
      }
      case APPOINTMENT -> {
        add(facts, "Times", times(said));
        add(facts, "What for", what.words());
      }
      case SENT_HOME -> {
        add(facts, "Left", time(said.when().at()));
        add(facts, "What was wrong", what.words());
        add(facts, "Decided by", what.decidedBy());
        add(facts, "Collected by", what.person());
      }
      case MESSAGE -> {
        add(facts, "For", what.person());
        add(facts, "Message", what.words());
      }
    }
    add(facts, "Card or letter", evidence == null ? null : evidence.words());
    return facts;
  }

  private static String teller(EntryKind kind) {
    return kind == EntryKind.SENT_HOME ? "Permission" : "Told by";
  }

  private static String at(Said said) {
    LocalTime at = said.when().at();
    return at == null ? "" : ", " + time(at);
  }

  private static void add(List<Fact> facts, String label, @Nullable String words) {
    if (words != null && !words.isBlank()) {
      facts.add(new Fact(label, words));
    }
  }

  private static String who(Author author, Instant at) {
    LocalDateTime moment = LocalDateTime.ofInstant(at, SchoolCalendar.ZONE);
    return "%s, %s, %s, %s"
        .formatted(
            author.name(),
            author.title(),
            DayWords.full(moment.toLocalDate()),
            TIME.format(moment));
  }

  static String time(@Nullable LocalTime time) {
    return time == null ? "" : TIME.format(time);
  }
}
