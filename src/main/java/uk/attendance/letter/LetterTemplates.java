package uk.attendance.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;

/** The letters there are words for, read and checked once at the start. */
@Component
public class LetterTemplates {

  static final String FOLDER = "letters/";
  private static final String FRAME = "frame";
  private static final String HEAD_ENDS = "\n---\n";
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern NAME = Pattern.compile("(?<![\\w#.'])[a-z]\\w*(?![\\w(])");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");
  private static final Pattern MEMBER = Pattern.compile("#\\w+(\\.\\w+)*");
  private static final Set<String> NO_FIELDS = Set.of("null", "not", "and", "or", "line", "words");

  private final Map<String, LetterTemplate> templates;

  public LetterTemplates(PolicyPacks packs) {
    Map<String, LetterTemplate> read = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (Resource file : files()) {
      String name = String.valueOf(file.getFilename());
      String key = name.substring(0, name.lastIndexOf('.'));
      if (!key.equals(FRAME)) {
        try {
          LetterTemplate template = parse(key, text(file));
          read.put(key, template);
          faults.addAll(faults(template, packs));
        } catch (IllegalArgumentException | YAMLException e) {
          faults.add("letter '%s': %s".formatted(key, e.getMessage()));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new LettersRefused(faults);
    }
    this.templates = Map.copyOf(read);
  }

  /** Empty where no words were written for the letter yet. */
  public Optional<LetterTemplate> find(String letter) {
    return Optional.ofNullable(templates.get(letter));
  }

  /** By key. */
  public Collection<LetterTemplate> all() {
    return new TreeMap<>(templates).values();
  }

  static LetterTemplate parse(String key, String file) {
    int end = file.indexOf(HEAD_ENDS);
    if (end < 0) {
      throw new IllegalArgumentException("has no head that ends with a line of three hyphens");
    }
    Map<String, Object> head =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(file.substring(0, end));
    if (!(head.get("subject") instanceof String subject)) {
      throw new IllegalArgumentException("names no subject");
    }
    Map<String, LetterTemplate.Field> fields = new LinkedHashMap<>();
    if (head.get("fields") instanceof Map<?, ?> named) {
      named.forEach(
          (name, type) ->
              fields.put(String.valueOf(name), LetterTemplate.Field.parse(String.valueOf(type))));
    }
    return new LetterTemplate(
        key,
        subject,
        "siblings".equals(head.get("together")),
        !Boolean.FALSE.equals(head.get("frame")),
        fields,
        file.substring(end + HEAD_ENDS.length()).strip());
  }

  private static List<String> faults(LetterTemplate template, PolicyPacks packs) {
    List<String> faults = new ArrayList<>();
    ClassPathResource html = new ClassPathResource(FOLDER + template.key() + ".html");
    if (!html.exists()) {
      return List.of("letter '%s' has no html".formatted(template.key()));
    }
    Set<String> known = new TreeSet<>(CommonFields.names(template.siblingsTogether()));
    known.addAll(template.fields().keySet());
    for (String words : List.of(template.subject(), template.text(), text(html))) {
      used(words).stream()
          .filter(name -> !known.contains(name))
          .forEach(
              name ->
                  faults.add(
                      "letter '%s' uses the field '%s', which nobody fills"
                          .formatted(template.key(), name)));
    }
    for (PolicyPack pack : packs.all()) {
      if (!pack.letters().containsKey(template.key())) {
        faults.add("letter '%s' is unknown to %s".formatted(template.key(), pack.version()));
      } else if (Audience.of(pack.letter(template.key()).to()).isEmpty()) {
        faults.add(
            "letter '%s' of %s is for '%s': nobody knows who that is"
                .formatted(template.key(), pack.version(), pack.letter(template.key()).to()));
      }
    }
    return faults;
  }

  /** The merge fields that words use. */
  static Set<String> used(String words) {
    Set<String> used = new TreeSet<>();
    EXPRESSION
        .matcher(words)
        .results()
        .map(found -> found.group(1))
        .map(inside -> MEMBER.matcher(QUOTED.matcher(inside).replaceAll("")).replaceAll(""))
        .forEach(
            inside ->
                NAME.matcher(inside)
                    .results()
                    .map(found -> found.group())
                    .filter(name -> !NO_FIELDS.contains(name))
                    .forEach(used::add));
    return used;
  }

  private static Resource[] files() {
    try {
      return new PathMatchingResourcePatternResolver()
          .getResources("classpath:" + FOLDER + "*.txt");
    } catch (IOException e) {
      throw new UncheckedIOException("reading the letters", e);
    }
  }

  private static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("reading letter " + file.getFilename(), e);
    }
  }
}
