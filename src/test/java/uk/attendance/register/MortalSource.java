package uk.attendance.register;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A node's way to the database that ends at a given step, as if the node had been killed there:
 * before a statement, before a commit, or after a commit whose answer never arrives. From then on
 * nothing gets through, and what was open is rolled back, as the server does with a lost
 * connection.
 */
final class MortalSource extends DelegatingDataSource {

  private final int lastStep;
  private int steps;

  MortalSource(DataSource source, int lastStep) {
    super(source);
    this.lastStep = lastStep;
  }

  static MortalSource immortal(DataSource source) {
    return new MortalSource(source, Integer.MAX_VALUE);
  }

  int steps() {
    return steps;
  }

  boolean isDead() {
    return steps > lastStep;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (isDead()) {
      throw new SQLException("killed");
    }
    return watched(Connection.class, super.getConnection());
  }

  private void step() throws SQLException {
    steps++;
    if (isDead()) {
      throw new SQLException("killed");
    }
  }

  private <T> T watched(Class<T> type, T real) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          String name = method.getName();
          if (name.startsWith("execute") || name.equals("commit")) {
            step();
          }
          try {
            Object result = method.invoke(real, arguments);
            if (name.equals("commit")) {
              step();
            }
            return result instanceof Statement statement
                ? watched(statementType(statement), statement)
                : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return type.cast(
        Proxy.newProxyInstance(
            MortalSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @SuppressWarnings("unchecked")
  private static <T> Class<T> statementType(Statement statement) {
    return (Class<T>)
        (statement instanceof java.sql.PreparedStatement
            ? java.sql.PreparedStatement.class
            : Statement.class);
  }
}
