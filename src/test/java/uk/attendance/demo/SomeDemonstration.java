package uk.attendance.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.ClockMoved;
import uk.attendance.Database;
import uk.attendance.letter.Letterheads;

/**
 * The demonstration on a database, without pages and engine: the product's own importers and
 * accounts, and the smallest of the schools.
 */
final class SomeDemonstration implements AutoCloseable {

  static final MadeUpSchool SMALL = MadeUpSchools.of("lady-byron");

  final List<ClockMoved> moves = new ArrayList<>();
  final JdbcClient jdbc;
  final Standings standing;
  final DemoClock clock;
  final MovingOn moving;
  private final AnnotationConfigApplicationContext context;

  @ImportAutoConfiguration({
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class
  })
  @EnableConfigurationProperties
  @ConfigurationPropertiesScan("uk.attendance")
  static class Wiring {}

  /** Opens it as a start of the program would, on a day of the real calendar. */
  SomeDemonstration(Database database, LocalDate today) {
    standing = new Standings(database.jdbc());
    clock =
        new DemoClock(
            standing
                .standing()
                .map(Standing::now)
                .orElseGet(() -> DemoClock.morningOf(SchoolMornings.newest(today))));
    context = wired(database);
    jdbc = context.getBean(JdbcClient.class);
    moving =
        new MovingOn(
            List.of(SMALL), standing, clock, context.getBean(LoadingSchool.class), context);
  }

  private AnnotationConfigApplicationContext wired(Database database) {
    AnnotationConfigApplicationContext wired = new AnnotationConfigApplicationContext();
    wired.getEnvironment().setActiveProfiles("demo");
    wired
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "cheap",
                java.util.Map.of(
                    "attendance.sign-in.argon2.memory", "1MB",
                    "attendance.sign-in.argon2.iterations", "1")));
    wired.register(Wiring.class);
    wired.getBeanFactory().registerSingleton("dataSource", database.source());
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(wired);
    for (String pages : List.of("web", "process")) {
      scanner.addExcludeFilter(
          new RegexPatternTypeFilter(
              java.util.regex.Pattern.compile("uk\\.attendance\\.\\w+\\." + pages + "\\..*")));
    }
    scanner.addExcludeFilter(
        new RegexPatternTypeFilter(
            java.util.regex.Pattern.compile(
                ".*(DemonstrationConfiguration|DemonstrationAccounts|StartingDemonstration|Test.*|Wiring)")));
    for (String feature : List.of("school", "account", "pupil", "register", "policy", "demo")) {
      scanner.scan("uk.attendance." + feature);
    }
    wired.registerBean(Letterheads.class);
    wired.registerBean("standings", Standings.class, () -> standing);
    wired.registerBean("clock", DemoClock.class, () -> clock);
    wired.addBeanFactoryPostProcessor(
        beans -> {
          for (String name : beans.getBeanDefinitionNames()) {
            beans.getBeanDefinition(name).setLazyInit(true);
          }
        });
    wired.addApplicationListener(
        (ApplicationListener<org.springframework.context.PayloadApplicationEvent<ClockMoved>>)
            event -> moves.add(event.getPayload()));
    wired.refresh();
    return wired;
  }

  int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }

  @Override
  public void close() {
    context.close();
  }
}
