package uk.attendance.demo;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import uk.attendance.file.SchoolFile;

/**
 * Where a family's names come from, so that first and last names fit together ({@code
 * demo/heritages.csv}). No combination is meant to be anybody.
 *
 * @param share weight among all families
 * @param festival "eid", "julian" or empty: days on which the family keeps its children at home
 */
record Heritage(
    int share,
    String festival,
    List<String> languages,
    List<String> girls,
    List<String> boys,
    List<String> women,
    List<String> men,
    List<String> surnames) {

  private static final List<Heritage> ALL = read();

  static Heritage by(Chance chance) {
    return ALL.get(chance.weighted(ALL.stream().mapToDouble(Heritage::share).toArray()));
  }

  private static List<Heritage> read() {
    List<Heritage> heritages = new ArrayList<>();
    try (SchoolFile file =
        SchoolFile.open(new ClassPathResource("demo/heritages.csv")::getInputStream)) {
      for (SchoolFile.Row row : file) {
        heritages.add(
            new Heritage(
                Integer.parseInt(row.get("share")),
                row.get("festival"),
                words(row.get("languages")),
                words(row.get("girls")),
                words(row.get("boys")),
                words(row.get("women")),
                words(row.get("men")),
                words(row.get("surnames"))));
      }
    }
    return List.copyOf(heritages);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
