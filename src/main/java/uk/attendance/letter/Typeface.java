package uk.attendance.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/** Which letters our typeface has. */
final class Typeface {

  private static final List<CmapLookup> HAS = List.of(read("latin"), read("latin-ext"));

  private Typeface() {}

  static String path(String part, int weight) {
    return "fonts/atkinson-hyperlegible-next-%s-%d.ttf".formatted(part, weight);
  }

  /** A letter that the typeface lacks loses its marks, rather than becoming a sign of its own. */
  static String writable(String words) {
    String composed = Normalizer.normalize(words, Normalizer.Form.NFC);
    StringBuilder writable = new StringBuilder(composed.length());
    composed
        .codePoints()
        .forEach(
            letter -> {
              if (letter < ' ' || has(letter)) {
                writable.appendCodePoint(letter);
              } else {
                Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                    .codePoints()
                    .filter(part -> !isMark(part))
                    .forEach(writable::appendCodePoint);
              }
            });
    return writable.toString();
  }

  private static boolean has(int letter) {
    return HAS.stream().anyMatch(font -> font.getGlyphId(letter) != 0);
  }

  private static boolean isMark(int letter) {
    return Character.getType(letter) == Character.NON_SPACING_MARK;
  }

  private static CmapLookup read(String part) {
    try (TrueTypeFont font =
        new TTFParser()
            .parse(
                new RandomAccessReadBuffer(
                    new ClassPathResource(path(part, 400)).getContentAsByteArray()))) {
      return font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the typeface of letters", e);
    }
  }
}
