package uk.attendance.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

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
    assertThat(PrintingLetters.sha256(letter(AT, "Sam")))
        .isEqualTo(PrintingLetters.sha256(letter(AT, "Sam")))
        .isNotEqualTo(PrintingLetters.sha256(letter(AT.plusSeconds(1), "Sam")));
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
