package uk.attendance.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every case's timeline fits link by link and ends where the case remembers it. */
@Component
class EveryCaseIsChained implements Invariant {

  private final JdbcClient jdbc;
  private final TimelineTable table;

  EveryCaseIsChained(JdbcClient jdbc, TimelineTable table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  @Override
  public String id() {
    return "I6";
  }

  @Override
  public String sentence() {
    return "the chain of every case's timeline verifies, and none of it is missing";
  }

  @Override
  public List<String> broken() {
    List<String> broken = new ArrayList<>();
    for (long id : jdbc.sql("select id from case_file order by id").query(Long.class).list()) {
      verify(new CaseId(id)).ifPresent(broken::add);
    }
    return broken;
  }

  private Optional<String> verify(CaseId id) {
    try {
      return TimelineChain.verify(id, table.of(id), table.head(id));
    } catch (IllegalArgumentException e) {
      return Optional.of(
          "case %s has an entry that cannot be read: %s".formatted(id, e.getMessage()));
    }
  }
}
