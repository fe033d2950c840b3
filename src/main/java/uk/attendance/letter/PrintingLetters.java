package uk.attendance.letter;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import uk.attendance.secret.Digest;

/**
 * Makes the PDF of a letter: tagged for screen readers (PDF/UA), in our own typeface, and the same
 * bytes whenever it is made, since its date and id come from the record. Nothing outside the
 * document is read, neither from the network nor from a disk.
 */
@Component
class PrintingLetters {

  private static final String FAMILY = "Atkinson Hyperlegible Next";
  private static final String PRODUCER = "Attendance";

  static {
    XRLog.setLoggingEnabled(false); // it tells how long each step took
  }

  private final Messages messages;
  private final Outbox outbox;

  PrintingLetters(Messages messages, Outbox outbox) {
    this.messages = messages;
    this.outbox = outbox;
  }

  /** Keeps the PDF with the message. */
  void print(Message message) {
    Wording.Written written = messages.written(message.id()).orElseThrow();
    byte[] pdf = pdf(written.html(), message.mailId(), message.orderedAt());
    outbox.keep(message.id(), pdf, Digest.of(pdf));
  }

  /**
   * @param id from which the document's own id is drawn
   * @param at its date
   */
  static byte[] pdf(String html, String id, Instant at) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.withProducer(PRODUCER);
    builder.useUriResolver((base, uri) -> null);
    for (String protocol : List.of("http", "https", "file", "jar", "data", "ftp")) {
      builder.useProtocolsStreamImplementation(new NothingOutside(), protocol);
    }
    for (int weight : List.of(400, 700)) {
      builder.useFont(font("latin", weight), FAMILY, weight, FontStyle.NORMAL, true);
      builder.useFont(
          font("latin-ext", weight), FAMILY + " Extended", weight, FontStyle.NORMAL, true);
    }
    builder.withHtmlContent(Typeface.writable(html), null);
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      builder.usePDDocument(document);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        renderer.createPDFWithoutClosing();
      }
      date(document, at);
      identify(document, id);
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("making the PDF of a letter", e);
    }
  }

  static void date(PDDocument document, Instant at) {
    Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    date.setTimeInMillis(at.toEpochMilli());
    PDDocumentInformation information = document.getDocumentInformation();
    information.setCreationDate(date);
    information.setModificationDate(date);
  }

  static void identify(PDDocument document, String id) {
    COSString name = new COSString(Arrays.copyOf(Digest.bytes(id), 16));
    COSArray both = new COSArray();
    both.add(name);
    both.add(name);
    document.getDocument().getTrailer().setItem(COSName.ID, both);
  }

  private static FSSupplier<InputStream> font(String part, int weight) {
    String path = Typeface.path(part, weight);
    return () -> {
      try {
        return new ClassPathResource(path).getInputStream();
      } catch (IOException e) {
        throw new UncheckedIOException("reading the typeface " + path, e);
      }
    };
  }

  /** What a letter might name outside itself is not there. */
  private static final class NothingOutside implements FSStreamFactory {

    @Override
    public FSStream getUrl(String url) {
      throw new IllegalStateException("a letter asked for something outside itself");
    }
  }
}
