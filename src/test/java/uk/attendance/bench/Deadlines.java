package uk.attendance.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cases that wait for a deadline, made in the database like one that was opened: all rows of the
 * engine and of ours.
 */
final class Deadlines {

  /** Columns that name rows of the same case; what they name is different in each. */
  private static final Set<String> IDS =
      Set.of(
          "id_",
          "execution_id_",
          "proc_inst_id_",
          "process_instance_id_",
          "root_proc_inst_id_",
          "parent_id_",
          "task_id_",
          "act_inst_id_",
          "parent_act_inst_id_",
          "activity_instance_id_",
          "var_scope_",
          "task_id",
          "instance_id");

  /** Parents before children. */
  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("case_file", "id = %d");
    TABLES.put("case_entry", "case_id = %d");
    TABLES.put("case_deadline", "case_id = %d");
    TABLES.put("worklist", "case_id = %d");
    TABLES.put("act_ru_execution", "proc_inst_id_ = '%s'");
    TABLES.put("act_ru_task", "proc_inst_id_ = '%s'");
    TABLES.put("act_ru_variable", "proc_inst_id_ = '%s'");
    TABLES.put(
        "act_ru_identitylink",
        "task_id_ in (select id_ from act_ru_task where proc_inst_id_ = '%s')");
    TABLES.put("act_hi_procinst", "proc_inst_id_ = '%s'");
    TABLES.put("act_hi_actinst", "proc_inst_id_ = '%s'");
    TABLES.put("act_hi_taskinst", "proc_inst_id_ = '%s'");
    TABLES.put("act_ru_job", "process_instance_id_ = '%s'");
  }

  private final Program program;
  private int made;
  private long first;

  Deadlines(Program program) {
    this.program = program;
  }

  /** So many, all of them due. */
  void make(int count) {
    long template = program.count("select min(id) from case_file where cause = 'bench'");
    String instance =
        program
            .jdbc()
            .sql("select instance_id from case_file where id = :id")
            .param("id", template)
            .query(String.class)
            .single();
    long from = made + 1L;
    made += count;
    first = template + from;
    // the one that is copied stays open
    program
        .jdbc()
        .sql("update act_ru_job set duedate_ = timestamp '2099-06-01' where id_ not like '%:%'")
        .update();
    TABLES.forEach(
        (table, of) ->
            program
                .jdbc()
                .sql(
                    "insert into %s (%s) select %s from %s t cross join generate_series(%d, %d) n where %s"
                        .formatted(
                            table,
                            String.join(", ", columns(table)),
                            columns(table).stream()
                                .map(column -> value(table, column))
                                .collect(Collectors.joining(", ")),
                            table,
                            from,
                            made,
                            of.contains("%d") ? of.formatted(template) : of.formatted(instance)))
                .update());
    program.jdbc().sql("vacuum analyze").update();
    program
        .jdbc()
        .sql("update act_ru_job set duedate_ = timestamp '2025-11-03 09:00' where id_ like '%:%'")
        .update();
  }

  private static String value(String table, String column) {
    if (column.equals("case_id") || (table.equals("case_file") && column.equals("id"))) {
      return column + " + n";
    }
    if (table.equals("act_ru_variable") && column.equals("long_")) {
      return "case when name_ = 'caseId' then long_ + n else long_ end";
    }
    if (table.equals("act_ru_variable") && column.equals("text_")) {
      return "case when name_ = 'caseId' then (long_ + n)::text else text_ end";
    }
    if (column.equals("open_key")) {
      return "open_key || '/' || n";
    }
    return IDS.contains(column) ? column + " || ':' || n" : column;
  }

  private List<String> columns(String table) {
    return program
        .jdbc()
        .sql(
            """
            select column_name from information_schema.columns
            where table_name = :table and table_schema = 'public'
              and not (column_name = 'id' and table_name <> 'case_file') order by ordinal_position
            """)
        .param("table", table)
        .query(String.class)
        .list();
  }

  long left() {
    return program.count("select count(*) from act_ru_job where id_ like '%:%'");
  }

  /** Each of them closed its case, once. */
  void check(int count) {
    long closed =
        program.count(
            "select count(*) from case_file where closed_at is not null and id >= " + first);
    long written =
        program.count(
            "select count(*) from case_entry where kind = 'CLOSED' and case_id >= " + first);
    if (closed != count || written != count) {
      throw new IllegalStateException(
          "%,d deadlines: %,d cases closed, %,d entries of it".formatted(count, closed, written));
    }
  }

  /** Timers that wait for a day to come. */
  void future(int count) {
    String others =
        columns("act_ru_job").stream()
            .filter(column -> !column.equals("id_") && !column.equals("duedate_"))
            .collect(Collectors.joining(", "));
    program
        .jdbc()
        .sql(
            """
            insert into act_ru_job (id_, duedate_, %1$s)
            select 'future' || n, timestamp '2025-12-01 00:00' + (n %% 200) * interval '1 day', %1$s
            from act_ru_job t cross join generate_series(1, %2$d) n where t.id_ not like 'future%%'
            """
                .formatted(others, count))
        .update();
    program.jdbc().sql("vacuum analyze act_ru_job").update();
  }

  void forgetFuture() {
    program.jdbc().sql("delete from act_ru_job where id_ like 'future%'").update();
    program.jdbc().sql("vacuum full act_ru_job").update();
  }
}
