package uk.attendance.pupil;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.file.SchoolFile;
import uk.attendance.school.SchoolId;

/** Reads {@code pupils.csv} against the pupils already known. */
@Component
class PupilsFile {

  private final Pupils pupils;
  private final Clock clock;

  PupilsFile(Pupils pupils, Clock clock) {
    this.pupils = pupils;
    this.clock = clock;
  }

  Reading<PupilRow> read(SchoolId school, SchoolFile.Source source) {
    Map<String, List<Long>> lines = linesByAdmissionNo(source);
    Map<String, Pupil> known =
        pupils.everOf(school, Scope.ofTheSystem(school)).stream()
            .collect(Collectors.toMap(Pupil::admissionNo, Function.identity()));
    try (SchoolFile file = open(source)) {
      Reading<PupilRow> reading = new Reading<>(file.header());
      int leavers = 0;
      for (SchoolFile.Row row : file) {
        reading.rows++;
        Pupil before = known.get(row.get("admission_no"));
        Cells cells = new Cells(file, row);
        Optional<PupilRow> read = read(cells, before == null ? null : PupilRow.of(before));
        onlyOnce(cells, row, lines);
        if (read.isEmpty() || !cells.isSound()) {
          reading.rejects.add(cells.rejected());
        } else if (before == null) {
          reading.added.add(read.get());
        } else if (read.get().equals(PupilRow.of(before))) {
          reading.unchanged++;
        } else {
          reading.changed.add(read.get());
          leavers += before.leavingDate() == null && read.get().leavingDate() != null ? 1 : 0;
        }
      }
      reading.remarkIf(
          leavers, "1 pupil has a leaving date now.", "%d pupils have a leaving date now.");
      known.values().stream()
          .filter(pupil -> pupil.isOnRoll(today()) && !lines.containsKey(pupil.admissionNo()))
          .map(Pupil::id)
          .forEach(reading.notInFile::add);
      return reading;
    }
  }

  private static SchoolFile open(SchoolFile.Source source) {
    return SchoolFile.open(source)
        .require("admission_no", "first_name", "last_name", "dob", "year", "entry_date");
  }

  private static Map<String, List<Long>> linesByAdmissionNo(SchoolFile.Source source) {
    Map<String, List<Long>> lines = new HashMap<>();
    try (SchoolFile file = open(source)) {
      for (SchoolFile.Row row : file) {
        lines
            .computeIfAbsent(row.get("admission_no"), number -> new ArrayList<>(1))
            .add(row.line());
      }
    }
    return lines;
  }

  private static void onlyOnce(Cells cells, SchoolFile.Row row, Map<String, List<Long>> lines) {
    String admissionNo = row.get("admission_no");
    List<Long> all = lines.getOrDefault(admissionNo, List.of());
    if (!admissionNo.isEmpty() && all.size() > 1) {
      cells.problem(
          "Admission number %s stands on lines %s: one row per pupil is needed, none was taken."
              .formatted(
                  admissionNo,
                  all.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
  }

  private Optional<PupilRow> read(Cells cells, @Nullable PupilRow known) {
    String admissionNo = cells.required("admission_no", 20);
    String upn = cells.optional("upn", 20, known == null ? null : known.upn());
    String firstName = cells.required("first_name", 80);
    String lastName = cells.required("last_name", 80);
    String preferred =
        cells.optional("preferred_name", 80, known == null ? null : known.preferredName());
    Optional<LocalDate> dob = cells.requiredDay("dob");
    Optional<YearGroup> year = year(cells);
    String className = cells.optional("class", 60, known == null ? null : known.className());
    Optional<LocalDate> entry = cells.requiredDay("entry_date");
    LocalDate leaving =
        cells.optionalDay("leaving_date", known == null ? null : known.leavingDate());
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (Flag flag : Flag.values()) {
      if (cells.yes(flag.column(), known != null && known.flags().contains(flag))) {
        flags.add(flag);
      }
    }
    String family = cells.optional("family", 40, known == null ? null : known.family());
    if (dob.isPresent() && dob.get().isAfter(today())) {
      cells.problem("The date of birth %s lies in the future.".formatted(dob.get()));
    }
    if (entry.isPresent() && leaving != null && leaving.isBefore(entry.get())) {
      cells.problem(
          "The leaving date %s lies before the entry date %s.".formatted(leaving, entry.get()));
    }
    return dob.isEmpty() || year.isEmpty() || entry.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PupilRow(
                admissionNo,
                upn,
                firstName,
                lastName,
                preferred == null || preferred.equals(firstName) ? null : preferred,
                dob.get(),
                year.get(),
                className,
                entry.get(),
                leaving,
                flags,
                family));
  }

  private static Optional<YearGroup> year(Cells cells) {
    String text = cells.required("year", 20);
    Optional<YearGroup> year = YearGroup.read(text);
    if (year.isEmpty() && !text.isEmpty()) {
      cells.problem("Column year holds “%s”: N, R or 1 to 13 is needed.".formatted(text));
    }
    return year;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
