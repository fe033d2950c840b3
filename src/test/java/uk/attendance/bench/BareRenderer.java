package uk.attendance.bench;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** OpenHTMLtoPDF alone: the same page in the same typeface, tagged too, and nothing kept. */
final class BareRenderer {

  private static final String FAMILY = "Atkinson Hyperlegible Next";

  private BareRenderer() {}

  static int render(String html) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    for (int weight : List.of(400, 700)) {
      builder.useFont(() -> font("latin", weight), FAMILY, weight, FontStyle.NORMAL, true);
      builder.useFont(
          () -> font("latin-ext", weight), FAMILY + " Extended", weight, FontStyle.NORMAL, true);
    }
    builder.withHtmlContent(html, null);
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      builder.toStream(out);
      builder.run();
      return out.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream font(String part, int weight) {
    return BareRenderer.class.getResourceAsStream(
        "/fonts/atkinson-hyperlegible-next-%s-%d.ttf".formatted(part, weight));
  }
}
