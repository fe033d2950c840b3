package uk.attendance.letter.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import uk.attendance.letter.LetterTemplate;
import uk.attendance.letter.Wording;

/**
 * Writes letters with engines of their own: no bean, no request and nothing of the web reaches a
 * letter, only its merge fields. Everything is escaped in HTML; plain text is taken as it is.
 */
@Component
public class ThymeleafWording implements Wording {

  private final SpringTemplateEngine html = new SpringTemplateEngine();
  private final SpringTemplateEngine text = new SpringTemplateEngine();
  private final String textFrame;

  public ThymeleafWording() {
    ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
    files.setPrefix("letters/");
    files.setSuffix(".html");
    files.setTemplateMode(TemplateMode.HTML);
    files.setCharacterEncoding("UTF-8");
    html.setTemplateResolver(files);
    StringTemplateResolver strings = new StringTemplateResolver();
    strings.setTemplateMode(TemplateMode.TEXT);
    strings.setCacheable(true);
    text.setTemplateResolver(strings);
    try {
      textFrame =
          new ClassPathResource("letters/frame.txt").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading letters/frame.txt", e);
    }
  }

  @Override
  public Written write(LetterTemplate template, Map<String, Object> values) {
    Context context = new Context(Locale.UK, new HashMap<>(values));
    String subject = text.process(template.subject(), context).strip();
    context.setVariable("subject", subject);
    String words = text.process(template.text(), context).strip();
    String plain = words;
    if (template.framed()) {
      context.setVariable("words", words);
      plain = text.process(textFrame, context).strip();
      context.removeVariable("words");
    }
    return new Written(subject, plain + "\n", html.process(template.key(), context));
  }
}
