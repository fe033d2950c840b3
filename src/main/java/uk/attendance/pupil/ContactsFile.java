package uk.attendance.pupil;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.file.SchoolFile;
import uk.attendance.school.SchoolId;

/** Reads {@code contacts.csv} against the pupils and contacts already known. */
@Component
class ContactsFile {

  /** Ends the remark on orders that a file lifts. */
  static final String LIFTED = "lifted.";

  private final Pupils pupils;
  private final ContactTable table;
  private final Clock clock;

  ContactsFile(Pupils pupils, ContactTable table, Clock clock) {
    this.pupils = pupils;
    this.table = table;
    this.clock = clock;
  }

  /**
   * What is known and what this file said so far.
   *
   * @param blocked links whose row was refused but which the file puts under a no-contact order
   */
  private record Seen(
      Map<String, Pupil> pupils,
      Map<String, ContactRow.Person> persons,
      Map<Pair, ContactRow.Link> links,
      Map<String, ContactRow.Person> personsOfFile,
      Map<String, Long> linesOfPersons,
      Map<Pair, Long> linesOfPairs,
      Set<PupilId> pupilsOfFile) {}

  private record Pair(@Nullable PupilId pupil, String externalId) {}

  ContactReading read(SchoolId school, SchoolFile.Source source) {
    Seen seen = seen(school);
    try (SchoolFile file =
        SchoolFile.open(source)
            .require(
                "admission_no",
                "contact_id",
                "first_name",
                "last_name",
                "relationship",
                "priority")) {
      Reading<ContactRow> reading = new Reading<>(file.header());
      List<ContactRow.Link> blocked = new ArrayList<>();
      int ordered = 0;
      int lifted = 0;
      for (SchoolFile.Row row : file) {
        reading.rows++;
        Cells cells = new Cells(file, row);
        Pupil pupil = pupil(cells, seen);
        Pair pair = new Pair(pupil == null ? null : pupil.id(), row.get("contact_id"));
        ContactRow.Link before = seen.links.get(pair);
        ContactRow read = read(cells, row, pupil, pair, seen);
        boolean noContact = read.link().noContact();
        if (before != null && before.noContact() != noContact && cells.isSound()) {
          lifted += noContact ? 0 : 1;
          ordered += noContact ? 1 : 0;
        }
        if (!cells.isSound()) {
          if (before != null && noContact && !before.noContact()) {
            blocked.add(read.link());
            cells.problem("Its no-contact order was taken all the same.");
          }
          reading.rejects.add(cells.rejected());
        } else if (before == null) {
          ordered += noContact ? 1 : 0;
          reading.added.add(read);
        } else if (before.equals(read.link())
            && read.person().equals(seen.persons.get(pair.externalId()))) {
          reading.unchanged++;
        } else {
          reading.changed.add(read);
        }
      }
      reading.remarkIf(ordered, "1 no-contact order is new.", "%d no-contact orders are new.");
      reading.remarkIf(
          lifted, "1 no-contact order is " + LIFTED, "%d no-contact orders are " + LIFTED);
      seen.pupils.values().stream()
          .filter(pupil -> pupil.isOnRoll(LocalDate.now(clock)))
          .map(Pupil::id)
          .filter(id -> !seen.pupilsOfFile.contains(id))
          .forEach(reading.notInFile::add);
      return new ContactReading(reading, blocked);
    }
  }

  record ContactReading(Reading<ContactRow> reading, List<ContactRow.Link> blocked) {}

  private Seen seen(SchoolId school) {
    return new Seen(
        pupils.everOf(school, Scope.ofTheSystem(school)).stream()
            .collect(Collectors.toMap(Pupil::admissionNo, Function.identity())),
        table.persons(school),
        table.links(school).stream()
            .collect(
                Collectors.toMap(
                    link -> new Pair(link.pupil(), link.externalId()), Function.identity())),
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>(),
        new HashSet<>());
  }

  private static @Nullable Pupil pupil(Cells cells, Seen seen) {
    String admissionNo = cells.required("admission_no", 20);
    Pupil pupil = seen.pupils.get(admissionNo);
    if (pupil == null && !admissionNo.isEmpty()) {
      cells.problem("No pupil has the admission number %s.".formatted(admissionNo));
    }
    return pupil;
  }

  private static ContactRow read(
      Cells cells, SchoolFile.Row row, @Nullable Pupil pupil, Pair pair, Seen seen) {
    ContactCells reader = new ContactCells(cells);
    ContactRow.Person person = reader.person(seen.persons.get(pair.externalId()));
    ContactRow.Link link =
        reader.link(
            pupil == null ? new PupilId(0) : pupil.id(), pair.externalId(), seen.links.get(pair));
    if (pupil != null) {
      seen.pupilsOfFile.add(pupil.id());
      Long line = seen.linesOfPairs.putIfAbsent(pair, row.line());
      if (line != null) {
        cells.problem(
            "Contact %s of this pupil already stands on line %d."
                .formatted(pair.externalId(), line));
      }
    }
    if (cells.isSound()) {
      ContactRow.Person first = seen.personsOfFile.putIfAbsent(pair.externalId(), person);
      seen.linesOfPersons.putIfAbsent(pair.externalId(), row.line());
      if (first != null && !first.equals(person)) {
        cells.problem(
            "Contact %s has other details on line %d: one person needs the same details on every row."
                .formatted(pair.externalId(), seen.linesOfPersons.get(pair.externalId())));
      }
    }
    return new ContactRow(person, link);
  }
}
