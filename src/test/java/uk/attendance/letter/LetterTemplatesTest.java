package uk.attendance.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every letter as it would go out, held against what was approved. */
class LetterTemplatesTest {

  private static final Path APPROVED = Path.of("src/test/resources/letters-as-sent");
  private static final Path FOUND = Path.of("target/letters-as-sent");

  static Stream<String> letters() {
    return PostRoom.TEMPLATES.all().stream().map(LetterTemplate::key);
  }

  @ParameterizedTest
  @MethodSource("letters")
  void readsAsApproved(String letter) throws IOException {
    Wording.Written written = SomeLetter.written(letter);
    Files.createDirectories(FOUND);
    String plain = "Subject: " + written.subject() + "\n\n" + written.text();
    Files.writeString(FOUND.resolve(letter + ".txt"), plain);
    Files.writeString(FOUND.resolve(letter + ".html"), written.html());

    assertThat(FOUND.resolve(letter + ".txt"))
        .hasSameTextualContentAs(APPROVED.resolve(letter + ".txt"));
    assertThat(FOUND.resolve(letter + ".html"))
        .hasSameTextualContentAs(APPROVED.resolve(letter + ".html"));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void wantsEachOfItsFactsAndNoOther(String letter) {
    LetterTemplate template = PostRoom.TEMPLATES.find(letter).orElseThrow();
    Map<String, Object> facts = SomeLetter.FACTS.get(letter);

    assertThat(template.faults(facts)).isEmpty();
    template
        .fields()
        .forEach(
            (name, field) -> {
              Map<String, Object> without = new HashMap<>(facts);
              without.remove(name);
              assertThat(template.faults(without))
                  .isEqualTo(
                      field.optional() ? List.of() : List.of("'%s' is missing".formatted(name)));
            });
    assertThat(template.faults(Map.of("colour", "blue")))
        .contains("'colour' is not known to this letter");
  }

  @ParameterizedTest
  @MethodSource("letters")
  void factsAreKeptAndReadBack(String letter) {
    LetterTemplate template = PostRoom.TEMPLATES.find(letter).orElseThrow();
    Map<String, Object> facts = SomeLetter.FACTS.get(letter);

    assertThat(FactsJson.read(template, FactsJson.write(template, facts))).isEqualTo(facts);
  }

  @ParameterizedTest
  @MethodSource("letters")
  void aNameCannotBringMarkupOrFieldsIntoALetter(String letter) {
    String html = SomeLetter.written(letter, "<b>[(${telephone})]</b>").html();

    assertThat(html).doesNotContain("<b>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"first-day-text", "first-day-letter", "unexplained-second"})
  void whatAsksForAnAnswerSaysWhereToGiveIt(String letter) {
    assertThat(SomeLetter.written(letter).text())
        .containsOnlyOnce("https://attendance.example.org/r/Ab3dEf6hIj9lMn2pQr5tUv")
        .contains("ring 01632 960001");
    assertThat(SomeLetter.written(letter).html())
        .containsOnlyOnce("href=\"https://attendance.example.org/r/Ab3dEf6hIj9lMn2pQr5tUv\"");
    assertThat(SomeLetter.written(letter, "Sam", null).text()).doesNotContain("http", "null");
    assertThat(SomeLetter.written(letter, "Sam", null).html()).doesNotContain("href");
  }

  @Test
  void theTextWithALinkIsTwoPartsAtMost() {
    assertThat(SomeLetter.written("first-day-text").text().strip())
        .isEqualTo(
            "Oak Primary School: Sam was not in school on the morning of Monday 3 November 2025 and we"
                + " do not know why yet. Please tell us:"
                + " https://attendance.example.org/r/Ab3dEf6hIj9lMn2pQr5tUv or ring 01632 960001. Thank you.")
        .hasSizeLessThan(306);
  }

  @Test
  void theTextWithoutOneFitsOneMessage() {
    assertThat(SomeLetter.written("first-day-text", "Sam", null).text().strip())
        .isEqualTo(
            "Oak Primary School: Sam was not in school on the morning of Monday 3 November 2025 and we"
                + " do not know why yet. Please ring 01632 960001 as soon as you can. Thank you.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no head|has no head",
        "fields: {}~---~x|names no subject",
        "subject: x~fields: {day: weekday}~---~x|is no type of a letter's field",
      })
  void aHeadThatIsWrongIsRefused(String file, String says) {
    assertThatThrownBy(() -> LetterTemplates.parse("some-letter", file.replace('~', '\n')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }

  @Test
  void findsTheFieldsThatWordsUse() {
    assertThat(
            LetterTemplates.used(
                "[(${pupil})] [# th:if=\"${not #lists.isEmpty(visits)}\"] |${a.b == 'text' ? c : null}|"))
        .containsExactly("a", "c", "pupil", "visits");
  }
}
