package uk.attendance.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.attendance.school.Schools;
import uk.attendance.secret.Digest;

/**
 * Makes one PDF of a print run: its address sheet, then its letters as they are kept, each on a
 * fresh sheet of paper, with their tags. The same bytes whenever it is made, since all of it comes
 * from the record.
 */
@Component
public class StackingLetters {

  private final PrintRuns runs;
  private final PrintRunTable table;
  private final AddressSheet sheet;
  private final Schools schools;

  StackingLetters(PrintRuns runs, PrintRunTable table, AddressSheet sheet, Schools schools) {
    this.runs = runs;
    this.table = table;
    this.sheet = sheet;
    this.schools = schools;
  }

  /**
   * The stack, exactly as it was printed first. A program that ended between making the run and its
   * PDF makes up for it here.
   */
  @Transactional
  public byte[] pdf(PrintRun run) {
    Optional<byte[]> kept = runs.pdf(run);
    return kept.isPresent() ? kept.get() : make(run);
  }

  private byte[] make(PrintRun run) {
    List<LetterInRun> letters = runs.letters(run);
    List<byte[]> papers = new ArrayList<>();
    for (LetterInRun letter : letters) {
      byte[] paper =
          runs.pdf(run, letter.number())
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "stacking run %s: letter %s has no PDF"
                              .formatted(run.id(), letter.message())));
      papers.add(paper);
      table.keepPages(run.id(), letter.number(), pages(paper));
    }
    String html = sheet.html(run, schools.get(run.school()).name(), runs.letters(run));
    String id = "print-run/" + run.id();
    byte[] stack =
        stack(
            PrintedPage.pdf(html, id, run.madeAt()),
            papers,
            run.bothSides(),
            document -> {
              PrintingLetters.date(document, run.madeAt());
              PrintingLetters.identify(document, id);
            });
    table.keep(run.id(), pages(stack), stack, Digest.of(stack));
    return stack;
  }

  /** Says when and what a document is. */
  interface Naming {

    void name(PDDocument document);
  }

  static byte[] stack(byte[] sheet, List<byte[]> letters, boolean bothSides, Naming naming) {
    List<PDDocument> open = new ArrayList<>();
    PDFMergerUtility merging = new PDFMergerUtility();
    try (PDDocument stack = Loader.loadPDF(sheet);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (byte[] letter : letters) {
        if (bothSides && stack.getNumberOfPages() % 2 == 1) {
          stack.addPage(new PDPage(stack.getPage(0).getMediaBox()));
        }
        PDDocument next = Loader.loadPDF(letter);
        open.add(next); // its pages are read when the stack is saved
        merging.appendDocument(stack, next);
      }
      naming.name(stack);
      stack.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("stacking %d letters".formatted(letters.size()), e);
    } finally {
      open.forEach(StackingLetters::close);
    }
  }

  private static int pages(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException("counting the pages of a letter", e);
    }
  }

  private static void close(PDDocument document) {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing a letter", e);
    }
  }
}
