package uk.attendance.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what the program sends to its database, by the words of the statement: a batch is one.
 * Off, it is not there at all, so that what is measured is the program alone.
 */
final class Statements implements BeanPostProcessor {

  private final boolean on;
  private final Map<String, long[]> sent = new ConcurrentHashMap<>();
  private Map<String, long[]> rows = Map.of();
  private @Nullable DataSource uncounted;

  Statements(boolean on) {
    this.on = on;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!on || !(bean instanceof DataSource source)) {
      return bean;
    }
    uncounted = source;
    return new Counted(source);
  }

  void forget() {
    sent.clear();
    rows = on ? rows() : Map.of();
  }

  /** The most frequent first, each with its count and time per unit of work. */
  void say(String title, long units) {
    if (!on) {
      return;
    }
    long[] all = new long[2];
    sent.values()
        .forEach(
            counted -> {
              all[0] += counted[0];
              all[1] += counted[1];
            });
    Figures.say(
        "%s: %.2f statements each, %.3f ms in the database",
        title, (double) all[0] / units, all[1] / 1e6 / units);
    sent.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> -entry.getValue()[1]))
        .limit(45)
        .forEach(
            entry ->
                Figures.say(
                    "  %7.3f each  %7.4f ms  %s",
                    (double) entry.getValue()[0] / units,
                    entry.getValue()[1] / 1e6 / units,
                    entry.getKey()));
    sayRows(units);
  }

  private void sayRows(long units) {
    Map<String, long[]> before = rows;
    rows()
        .forEach(
            (table, now) -> {
              long[] then = before.getOrDefault(table, new long[3]);
              if (now[0] + now[1] + now[2] > then[0] + then[1] + then[2]) {
                Figures.say(
                    "  rows of %-24s %6.2f inserted %6.2f updated %6.2f deleted, each",
                    table,
                    (double) (now[0] - then[0]) / units,
                    (double) (now[1] - then[1]) / units,
                    (double) (now[2] - then[2]) / units);
              }
            });
  }

  /** As the server tells after a moment: what each table has had inserted, updated, deleted. */
  private Map<String, long[]> rows() {
    Map<String, long[]> found = new TreeMap<>();
    JdbcClient jdbc = JdbcClient.create(Objects.requireNonNull(uncounted));
    jdbc.sql("select pg_sleep(1.5)").query(String.class).list();
    jdbc.sql("select relname, n_tup_ins, n_tup_upd, n_tup_del from pg_stat_user_tables")
        .query(
            row -> {
              found.put(
                  row.getString(1), new long[] {row.getLong(2), row.getLong(3), row.getLong(4)});
            });
    return found;
  }

  private void count(String sql, long nanos) {
    String words = sql.replaceAll("\\s+", " ").strip();
    long[] counted =
        sent.computeIfAbsent(words.substring(0, Math.min(150, words.length())), key -> new long[2]);
    synchronized (counted) {
      counted[0]++;
      counted[1] += nanos;
    }
  }

  private final class Counted extends DelegatingDataSource {

    private Counted(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      return counted(super.getConnection());
    }
  }

  private Connection counted(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Statements.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit")) {
                return timed("commit", method, connection, arguments);
              }
              Object result = call(method, connection, arguments);
              return result instanceof PreparedStatement statement
                  ? counted(statement, (String) arguments[0])
                  : result;
            });
  }

  private PreparedStatement counted(PreparedStatement statement, String sql) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            Statements.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, arguments) ->
                method.getName().startsWith("execute")
                    ? timed(sql, method, statement, arguments)
                    : call(method, statement, arguments));
  }

  private Object timed(String sql, Method method, Object on, Object[] arguments) throws Throwable {
    long start = System.nanoTime();
    try {
      return call(method, on, arguments);
    } finally {
      count(sql, System.nanoTime() - start);
    }
  }

  private static Object call(Method method, Object on, Object[] arguments) throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
