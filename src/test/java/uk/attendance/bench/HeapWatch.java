package uk.attendance.bench;

import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Collects garbage fully and reads the heap when a tenth and when nine tenths of a file's rows have
 * been written to the staging table. Off, it costs nothing but a wrapper around the data source.
 */
final class HeapWatch implements BeanPostProcessor {

  private DataSource real;
  private boolean on;
  private long rows;
  private long seen;
  private long early;
  private long late;

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof DataSource source && real == null) {
      real = source;
      return new Watched(source);
    }
    return bean;
  }

  DataSource real() {
    return real;
  }

  void watch(long expected) {
    on = true;
    rows = expected;
    seen = 0;
  }

  double ratio() {
    return (double) late / early;
  }

  String inWords() {
    return String.format(Locale.UK, "%.1f MB, then %.1f MB", early / 1048576.0, late / 1048576.0);
  }

  private void staged(int batch) {
    long before = seen;
    seen += batch;
    if (before < rows / 10 && seen >= rows / 10) {
      early = used();
    }
    if (before < rows * 9 / 10 && seen >= rows * 9 / 10) {
      late = used();
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private final class Watched extends DelegatingDataSource {

    private Watched(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      return on ? watched(connection) : connection;
    }
  }

  private Connection watched(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            HeapWatch.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              Object result = call(method, connection, arguments);
              boolean staging =
                  result instanceof PreparedStatement
                      && arguments[0] instanceof String sql
                      && sql.contains("insert into staged_mark");
              return staging ? watched((PreparedStatement) result) : result;
            });
  }

  private PreparedStatement watched(PreparedStatement statement) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            HeapWatch.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, arguments) -> {
              Object result = call(method, statement, arguments);
              if (method.getName().equals("executeBatch")) {
                staged(((int[]) result).length);
              }
              return result;
            });
  }

  private static Object call(java.lang.reflect.Method method, Object on, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
