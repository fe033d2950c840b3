package uk.attendance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The check of gaps and overlaps against trying every value. */
class TablePropertiesTest {

  private static final int LEAST = -3;
  private static final int MOST = 14;
  private static final Place NOWHERE = new Place("table.dmn", 1);

  @Property(tries = 300)
  void findsGapsAndOverlapsExactlyWhereThereAreSome(@ForAll("rows") List<List<String>> rows) {
    DecisionTable table = table(rows);
    boolean gap = false;
    boolean overlap = false;
    for (int days = LEAST; days <= MOST; days++) {
      for (boolean told : new boolean[] {true, false}) {
        BigDecimal number = BigDecimal.valueOf(days);
        boolean toldThem = told;
        long matching =
            table.rows().stream()
                .filter(
                    row -> row.cells().get(0).holds(number) && row.cells().get(1).holds(toldThem))
                .count();
        gap |= matching == 0;
        overlap |= matching > 1;
      }
    }

    PackErrors errors = new PackErrors();
    TableCheck.check(table, errors);

    assertThat(errors.lines().stream().anyMatch(line -> line.contains("gap:"))).isEqualTo(gap);
    assertThat(errors.lines().stream().anyMatch(line -> line.contains("overlap:")))
        .isEqualTo(overlap);
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 10);
    Arbitrary<String> days =
        Arbitraries.oneOf(
            Arbitraries.just("-"),
            number.map(String::valueOf),
            Combinators.combine(Arbitraries.of("<", "<=", ">", ">="), number)
                .as((a, b) -> a + " " + b),
            Combinators.combine(number, number)
                .as((a, b) -> "[" + Math.min(a, b) + ".." + Math.max(a, b) + "]"),
            Combinators.combine(number, number).as((a, b) -> a + "," + b));
    Arbitrary<String> told = Arbitraries.of("-", "true", "false");
    return Combinators.combine(days, told).as(List::of).list().ofMinSize(1).ofMaxSize(5);
  }

  private static DecisionTable table(List<List<String>> rows) {
    Cell any = new Cell("-", List.of());
    List<DecisionTable.Row> read = new ArrayList<>();
    for (List<String> row : rows) {
      read.add(
          new DecisionTable.Row(
              "row-" + read.size(),
              new RuleId("NF-R3"),
              "words",
              List.of(
                  Cell.parse(row.get(0), ColumnType.INTEGER),
                  Cell.parse(row.get(1), ColumnType.BOOLEAN)),
              List.of("x"),
              NOWHERE));
    }
    return new DecisionTable(
        "table",
        "Which",
        "national",
        DecisionTable.HitPolicy.UNIQUE,
        List.of(
            new DecisionTable.Input("Days", "days", ColumnType.INTEGER, any, NOWHERE),
            new DecisionTable.Input("Told", "told", ColumnType.BOOLEAN, any, NOWHERE)),
        List.of(new DecisionTable.Output("Code", "code", ColumnType.STRING, any, NOWHERE)),
        read,
        "",
        NOWHERE);
  }
}
