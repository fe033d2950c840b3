package uk.attendance.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import uk.attendance.secret.Digest;

class PrintingLettersTest {

  private static final Instant AT = Instant.parse("2025-11-03T09:30:00Z");

  @Test
  void holdsTheWordsAndTheAddressOnAPageOfA4() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(letter(AT, "Sam"))) {
      String words = words(pdf);

      assertThat(words)
          .contains("Oak Primary School", "Mrs Grace Okafor", "2 Mill Street")
          .contains("Monday 3 November 2025, morning and afternoon", "Friday 7 November 2025");
      assertThat(pdf.getNumberOfPages()).isOne();
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
    }
  }

  @Test
  void isTaggedAndSaysItsLanguageAndTitle() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(letter(AT, "Sam"))) {
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Why was Sam not in school?");
    }
  }

  @Test
  void bringsItsOwnTypeface() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(letter(AT, "Zoë Łukasz"))) {
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
          assertThat(page.getResources().getFont(name).getName()).contains("Atkinson");
        }
      }
      assertThat(words(pdf)).contains("Zoë Łukasz");
    }
  }

  @Test
  void isTheSameBytesWheneverItIsMade() {
    assertThat(Digest.of(letter(AT, "Sam")))
        .isEqualTo(Digest.of(letter(AT, "Sam")))
        .isNotEqualTo(Digest.of(letter(AT.plusSeconds(1), "Sam")));
  }

  /**
   * As GOV.UK Notify's letter specification has it, in millimetres: the address alone in the
   * window, the school beside it, the words below, nothing on the margins.
   */
  @Test
  void keepsToTheWindowOfTheEnvelopeAndToTheMargins() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(letter(AT, "Sam"))) {
      Places places = new Places();
      places.setEndPage(1);
      places.getText(pdf);

      assertThat(places.of("Mrs Grace Okafor").top()).isGreaterThan(39.5);
      assertThat(places.of("OA1 2BB").bottom()).isLessThan(66.3);
      assertThat(places.lines)
          .isNotEmpty()
          .allSatisfy(
              line -> {
                assertThat(line.left()).isGreaterThan(15);
                assertThat(line.right()).isLessThan(195);
                boolean window =
                    line.left() > 24.6
                        && line.right() < 120
                        && line.top() > 39.5
                        && line.bottom() < 66.3;
                boolean school = line.left() >= 125 && line.top() > 6.5 && line.bottom() < 95;
                assertThat(window || school || line.top() > 95).as(line.words()).isTrue();
              });
    }
  }

  private record Line(String words, double left, double right, double top, double bottom) {}

  private static final class Places extends PDFTextStripper {

    private static final double MM = 72 / 25.4;
    private final List<Line> lines = new ArrayList<>();

    @Override
    protected void writeString(String words, List<TextPosition> letters) throws IOException {
      TextPosition first = letters.get(0);
      TextPosition last = letters.get(letters.size() - 1);
      lines.add(
          new Line(
              words,
              first.getXDirAdj() / MM,
              (last.getXDirAdj() + last.getWidthDirAdj()) / MM,
              (first.getYDirAdj() - first.getHeightDir()) / MM,
              first.getYDirAdj() / MM));
      super.writeString(words, letters);
    }

    private Line of(String words) {
      return lines.stream()
          .filter(line -> line.words().contains(words) && line.left() < 120)
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void readsNothingOutsideItself() {
    String html =
        SomeLetter.written("first-day-letter")
            .html()
            .replace("</body>", "<p>x <img src=\"file:///etc/passwd\" alt=\"x\"/></p></body>");

    assertThat(PrintingLetters.pdf(html, "<id@attendance>", AT)).isNotEmpty();
  }

  @Test
  void aLetterThatTheTypefaceLacksLosesItsMarkAndNeverBecomesASign() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(letter(AT, "Ọlá Ōe"))) {
      assertThat(words(pdf)).contains("Olá Oe").doesNotContain("#");
    }
  }

  private static String words(PDDocument pdf) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    return stripper.getText(pdf);
  }

  private static byte[] letter(Instant at, String name) {
    return PrintingLetters.pdf(
        SomeLetter.written("first-day-letter", name).html(), "<id@attendance>", at);
  }
}
