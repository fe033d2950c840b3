package uk.attendance.scenario;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.file.Csv;

/**
 * What {@code bin/scenario} runs: every file it is given, one after the other, a line for each
 * failure, and at the end how many passed. The exit code is 1 when any failed.
 */
@Component
@Profile("scenario")
class RunningScenarios implements ExitCodeGenerator {

  static final String LEDGER = "ledger";

  private final TellingStories telling;
  private final ApplicationArguments arguments;
  private int failed;

  RunningScenarios(TellingStories telling, ApplicationArguments arguments) {
    this.telling = telling;
    this.arguments = arguments;
  }

  /** After the models are deployed. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(100)
  void run() {
    List<String> files = arguments.getNonOptionArgs();
    if (!files.isEmpty()) {
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      run(files, arguments.containsOption(LEDGER), out);
    }
  }

  void run(List<String> files, boolean ledger, PrintStream out) {
    if (ledger) {
      out.print(new Csv(LedgerRow.COLUMNS).text());
    }
    int passed = 0;
    for (String file : files) {
      Told told = telling.tell(file, Path.of(file));
      if (ledger) {
        Csv rows = new Csv();
        told.ledger().forEach(row -> row.addTo(rows));
        out.print(rows.text());
      }
      told.failures().forEach(out::println);
      passed += told.passed() ? 1 : 0;
      failed += told.passed() ? 0 : 1;
    }
    out.println("%d passed, %d failed".formatted(passed, failed));
  }

  @Override
  public int getExitCode() {
    return failed == 0 ? 0 : 1;
  }
}
