package uk.attendance.fault;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A way to the database with points on it: {@code statement}, before a statement that holds the
 * words that follow; {@code commit} and {@code committed}, before and after the commit of a
 * transaction that ran one; {@code step}, before every statement and every commit and after it.
 */
final class PointedSource extends DelegatingDataSource {

  PointedSource(DataSource source) {
    super(source);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    return watched(Connection.class, real, new Talk(null));
  }

  /** What was said on one connection since its last commit. */
  private static final class Talk implements InvocationHandlerFactory {

    private final @Nullable String prepared;
    private final boolean[] seen;

    Talk(@Nullable String prepared) {
      this(prepared, new boolean[1]);
    }

    private Talk(@Nullable String prepared, boolean[] seen) {
      this.prepared = prepared;
      this.seen = seen;
    }

    @Override
    public InvocationHandler of(Object real) {
      return (proxy, method, arguments) -> {
        String name = method.getName();
        boolean executes = name.startsWith("execute");
        boolean commits = name.equals("commit");
        if (executes) {
          Points.pass("step");
          executing(text(arguments));
        }
        if (commits) {
          Points.pass("step");
          if (seen[0]) {
            pass("commit");
          }
        }
        Object result = invoke(real, method, arguments);
        if (commits) {
          Points.pass("step");
          if (seen[0]) {
            seen[0] = false;
            pass("committed");
          }
        }
        return result instanceof Statement statement
            ? watched(kind(statement), statement, new Talk(text(arguments), seen))
            : result;
      };
    }

    private @Nullable String text(Object @Nullable [] arguments) {
      return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
          ? sql
          : prepared;
    }

    private void executing(@Nullable String sql) {
      if (sql == null) {
        return;
      }
      String words = sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
      if (holds(words, "statement")) {
        pass("statement");
      }
      seen[0] |= holds(words, "commit") || holds(words, "committed");
    }

    private static boolean holds(String words, String kind) {
      String fragment = Points.sql(kind);
      return fragment != null && words.contains(fragment);
    }

    private static void pass(String kind) {
      String fragment = Points.sql(kind);
      if (fragment != null) {
        Points.pass(kind + " " + fragment);
      }
    }

    private static @Nullable Object invoke(
        Object real, Method method, Object @Nullable [] arguments) throws Throwable {
      try {
        return method.invoke(real, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    @SuppressWarnings("unchecked")
    private static Class<Statement> kind(Statement statement) {
      Class<?> kind =
          statement instanceof CallableStatement
              ? CallableStatement.class
              : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
      return (Class<Statement>) kind;
    }
  }

  private interface InvocationHandlerFactory {
    InvocationHandler of(Object real);
  }

  private static <T> T watched(Class<T> type, T real, InvocationHandlerFactory talk) {
    return type.cast(
        Proxy.newProxyInstance(
            PointedSource.class.getClassLoader(), new Class<?>[] {type}, talk.of(real)));
  }
}
