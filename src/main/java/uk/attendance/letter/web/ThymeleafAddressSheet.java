package uk.attendance.letter.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import uk.attendance.letter.AddressSheet;
import uk.attendance.letter.LetterInRun;
import uk.attendance.letter.PrintRun;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/**
 * Writes the address sheet with an engine of its own, like the letters below it: it knows the lines
 * of the sheet and nothing of the day on which it is printed again.
 */
@Component
public class ThymeleafAddressSheet implements AddressSheet {

  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  public ThymeleafAddressSheet() {
    ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
    files.setPrefix("templates/letter/");
    files.setSuffix(".html");
    files.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(files);
  }

  @Override
  public String html(PrintRun run, String school, List<LetterInRun> letters) {
    return engine.process(
        "address-sheet",
        new Context(
            Locale.UK,
            Map.of(
                "run",
                run,
                "school",
                school,
                "day",
                DayWords.full(SchoolCalendar.dayOf(run.madeAt())),
                "lines",
                SheetLine.of(letters))));
  }
}
