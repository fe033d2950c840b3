package uk.attendance.demo;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import uk.attendance.file.SchoolFile;

/** The schools of the demonstration, in the order of {@code demo/schools.csv}. */
final class MadeUpSchools {

  private static final List<MadeUpSchool> ALL = read();

  private MadeUpSchools() {}

  static List<MadeUpSchool> all() {
    return ALL;
  }

  static MadeUpSchool of(String id) {
    return ALL.stream()
        .filter(school -> school.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no made-up school has the id '" + id + "'"));
  }

  private static List<MadeUpSchool> read() {
    List<MadeUpSchool> schools = new ArrayList<>();
    try (SchoolFile file =
        SchoolFile.open(new ClassPathResource("demo/schools.csv")::getInputStream)) {
      for (SchoolFile.Row row : file) {
        schools.add(
            new MadeUpSchool(
                row.get("id"),
                row.get("name"),
                orNull(row.get("trust")),
                orNull(row.get("trust_name")),
                row.get("pack"),
                orNull(row.get("academy")),
                row.get("local_authority"),
                MonthDay.parse("--" + row.get("starts")),
                Integer.parseInt(row.get("october")),
                MonthDay.parse("--" + row.get("ends")),
                Integer.parseInt(row.get("pupils")),
                Arrays.stream(row.get("classes").split(";")).map(MadeUpSchool.Group::read).toList(),
                row.get("layout").equals("wide"),
                row.get("special").equals("yes"),
                row.get("town"),
                row.get("postcode")));
      }
    }
    return List.copyOf(schools);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
