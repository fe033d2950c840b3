package uk.attendance.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds gaps and overlaps of a table, exactly for the cells that are allowed: each column falls
 * into finitely many kinds of value (its allowed texts, yes and no, or the numbers at, between and
 * beyond the limits that its cells name), and within one kind every cell answers alike.
 */
final class TableCheck {

  private static final int MOST_INPUTS_OF_UNIQUE = 5;
  private static final int GAPS_SHOWN = 3;
  private static final int ANY = -1;

  private final DecisionTable table;
  private final List<List<Kind>> columns;
  private final List<int[]> gaps = new ArrayList<>();
  private int moreGaps;

  private TableCheck(DecisionTable table) {
    this.table = table;
    this.columns = new ArrayList<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      columns.add(kinds(i));
    }
  }

  static void check(DecisionTable table, PackErrors errors) {
    switch (table.hitPolicy()) {
      case UNIQUE -> new TableCheck(table).unique(errors);
      case FIRST -> lastRowIsDefault(table, errors);
      case COLLECT -> {}
    }
  }

  private static void lastRowIsDefault(DecisionTable table, PackErrors errors) {
    List<DecisionTable.Row> rows = table.rows();
    if (rows.isEmpty() || !rows.get(rows.size() - 1).cells().stream().allMatch(Cell::isAny)) {
      errors.add(table.place(), "a FIRST table ends with a row for everything else (-)");
    }
  }

  private void unique(PackErrors errors) {
    if (table.inputs().size() > MOST_INPUTS_OF_UNIQUE) {
      errors.add(
          table.place(),
          "a UNIQUE table has %d inputs; needed: at most %d"
              .formatted(table.inputs().size(), MOST_INPUTS_OF_UNIQUE));
      return;
    }
    int[] anything = new int[columns.size()];
    Arrays.fill(anything, ANY);
    findGaps(0, allRows(), anything);
    for (int[] gap : gaps) {
      errors.add(table.place(), "gap: no row for " + words(gap));
    }
    if (moreGaps > 0) {
      errors.add(table.place(), "gap: and " + moreGaps + " more cases without a row");
    }
    findOverlaps(errors);
    findDeadRows(errors);
  }

  private void findDeadRows(PackErrors errors) {
    for (int row = 0; row < table.rows().size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        int number = row;
        if (columns.get(column).stream().noneMatch(kind -> kind.rows.get(number))) {
          errors.add(
              table.rows().get(row).place(),
              "row '%s' never applies: no allowed value of '%s' is %s"
                  .formatted(
                      table.rows().get(row).id(),
                      table.inputs().get(column).fact(),
                      table.rows().get(row).cells().get(column).text()));
        }
      }
    }
  }

  /** Goes through the kinds of every column until no row is left or all columns are through. */
  private void findGaps(int column, BitSet rows, int[] chosen) {
    if (rows.isEmpty()) {
      gap(chosen);
      return;
    }
    if (column == columns.size()) {
      return;
    }
    for (int kind = 0; kind < columns.get(column).size(); kind++) {
      BitSet left = (BitSet) rows.clone();
      left.and(columns.get(column).get(kind).rows);
      int[] further = chosen.clone();
      further[column] = kind;
      findGaps(column + 1, left, further);
    }
  }

  private void gap(int[] chosen) {
    if (gaps.stream().anyMatch(known -> holds(known, chosen))) {
      return;
    }
    if (gaps.size() == GAPS_SHOWN) {
      moreGaps++;
      return;
    }
    int[] wide = chosen.clone();
    for (int column = 0; column < wide.length; column++) {
      int[] wider = wide.clone();
      wider[column] = ANY;
      if (isGap(0, wider, allRows())) {
        wide = wider;
      }
    }
    gaps.add(wide);
  }

  private static boolean holds(int[] gap, int[] chosen) {
    for (int column = 0; column < gap.length; column++) {
      if (gap[column] != ANY && gap[column] != chosen[column]) {
        return false;
      }
    }
    return true;
  }

  private boolean isGap(int column, int[] chosen, BitSet rows) {
    if (rows.isEmpty() || column == columns.size()) {
      return rows.isEmpty();
    }
    List<Kind> kinds = columns.get(column);
    List<Kind> asked = chosen[column] == ANY ? kinds : List.of(kinds.get(chosen[column]));
    return asked.stream()
        .allMatch(
            kind -> {
              BitSet left = (BitSet) rows.clone();
              left.and(kind.rows);
              return isGap(column + 1, chosen, left);
            });
  }

  private String words(int[] gap) {
    List<String> words = new ArrayList<>();
    for (int column = 0; column < gap.length; column++) {
      if (gap[column] != ANY) {
        String fact = table.inputs().get(column).fact();
        words.add(fact + " = " + columns.get(column).get(gap[column]).words());
      }
    }
    return words.isEmpty() ? "anything" : String.join(", ", words);
  }

  private BitSet allRows() {
    BitSet all = new BitSet();
    all.set(0, table.rows().size());
    return all;
  }

  private void findOverlaps(PackErrors errors) {
    List<DecisionTable.Row> rows = table.rows();
    for (int second = 1; second < rows.size(); second++) {
      for (int first = 0; first < second; first++) {
        List<String> common = common(first, second);
        if (common.size() == columns.size()) {
          errors.add(
              rows.get(second).place(),
              "overlap: row '%s' and row '%s' (line %d) both apply for %s"
                  .formatted(
                      rows.get(second).id(),
                      rows.get(first).id(),
                      rows.get(first).place().line(),
                      String.join(", ", common)));
        }
      }
    }
  }

  /** For each column a kind of value that both rows take, as far as there are any. */
  private List<String> common(int first, int second) {
    List<String> common = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      String fact = table.inputs().get(column).fact();
      columns.get(column).stream()
          .filter(kind -> kind.rows.get(first) && kind.rows.get(second))
          .findFirst()
          .ifPresent(kind -> common.add(fact + " = " + kind.words()));
    }
    return common;
  }

  private List<Kind> kinds(int column) {
    DecisionTable.Input input = table.inputs().get(column);
    List<Kind> kinds = new ArrayList<>();
    for (Object value : values(column, input)) {
      if (!input.allowed().holds(value)) {
        continue;
      }
      BitSet rows = new BitSet();
      for (int row = 0; row < table.rows().size(); row++) {
        rows.set(row, table.rows().get(row).cells().get(column).holds(value));
      }
      kinds.add(new Kind(value, rows));
    }
    return kinds;
  }

  private List<Object> values(int column, DecisionTable.Input input) {
    return switch (input.type()) {
      case BOOLEAN -> List.of(true, false);
      case STRING ->
          input.allowed().tests().stream().map(test -> ((Cell.Equal) test).value()).toList();
      case INTEGER, DOUBLE -> numbers(column, input);
    };
  }

  private List<Object> numbers(int column, DecisionTable.Input input) {
    SortedSet<BigDecimal> limits = new TreeSet<>();
    addLimits(input.allowed(), limits);
    table.rows().forEach(row -> addLimits(row.cells().get(column), limits));
    if (limits.isEmpty()) {
      return List.of(BigDecimal.ZERO);
    }
    BigDecimal step = input.type() == ColumnType.INTEGER ? BigDecimal.ONE : null;
    SortedSet<BigDecimal> numbers = new TreeSet<>(limits);
    numbers.add(limits.first().subtract(BigDecimal.ONE));
    numbers.add(limits.last().add(BigDecimal.ONE));
    BigDecimal before = null;
    for (BigDecimal limit : limits) {
      if (before != null) {
        if (step == null) {
          numbers.add(before.add(limit).divide(BigDecimal.valueOf(2)));
        } else if (limit.subtract(before).compareTo(step) > 0) {
          numbers.add(before.add(step));
        }
      }
      before = limit;
    }
    return List.copyOf(numbers);
  }

  private static void addLimits(Cell cell, SortedSet<BigDecimal> limits) {
    for (Cell.Test test : cell.tests()) {
      if (test instanceof Cell.Range range) {
        if (range.low() != null) {
          limits.add(range.low());
        }
        if (range.high() != null) {
          limits.add(range.high());
        }
      }
    }
  }

  /** Values that no cell of the column tells apart, by one of them, and the rows that take them. */
  private record Kind(Object value, BitSet rows) {
    String words() {
      return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
  }
}
