package uk.attendance.policy.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.attendance.policy.Cell;
import uk.attendance.policy.DecisionTable;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.RegisterCode;

/** A decision table as a person reads it. */
record TableView(
    String key,
    String title,
    String how,
    boolean ofTheNation,
    List<String> questions,
    List<String> answers,
    List<RowView> rows) {

  static TableView of(DecisionTable table, PolicyPack pack) {
    return new TableView(
        table.key(),
        table.title(),
        table.hitPolicy().words(),
        !table.ofPack().equals(pack.id()),
        asked(table).map(i -> table.inputs().get(i).label()).toList(),
        table.outputs().stream().map(DecisionTable.Output::label).toList(),
        table.rows().stream().map(row -> RowView.of(row, table, pack)).toList());
  }

  /** The columns that any row asks about; packs share a table's inputs and need not use all. */
  private static Stream<Integer> asked(DecisionTable table) {
    return IntStream.range(0, table.inputs().size())
        .filter(i -> table.rows().stream().anyMatch(row -> !row.cells().get(i).isAny()))
        .boxed();
  }

  /** One row; an empty cell asks for nothing. */
  record RowView(String id, List<String> cells, List<String> answers, String rule, String words) {

    static RowView of(DecisionTable.Row row, DecisionTable table, PolicyPack pack) {
      return new RowView(
          row.id(),
          asked(table).map(i -> row.cells().get(i)).map(RowView::words).toList(),
          answers(row, table, pack),
          row.rule().value(),
          row.words());
    }

    private static String words(Cell cell) {
      return cell.isAny() ? "" : cell.inWords();
    }

    private static List<String> answers(
        DecisionTable.Row row, DecisionTable table, PolicyPack pack) {
      return IntStream.range(0, row.answers().size())
          .mapToObj(i -> answer(String.valueOf(row.answers().get(i)), table.outputs().get(i), pack))
          .toList();
    }

    private static String answer(String answer, DecisionTable.Output output, PolicyPack pack) {
      Optional<RegisterCode> code =
          output.name().equals("code")
              ? pack.codes().all().stream().filter(one -> one.code().equals(answer)).findFirst()
              : Optional.empty();
      if (code.isPresent()) {
        return answer + " – " + code.get().meaning();
      }
      return output.name().equals("code")
              && pack.settings().all().containsKey("deadlines." + answer)
          ? "A person decides"
          : PackPage.label(answer);
    }
  }
}
