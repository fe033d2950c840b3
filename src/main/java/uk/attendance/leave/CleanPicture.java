package uk.attendance.leave;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import uk.attendance.worklist.AttachmentRefused;

/**
 * A picture drawn anew from its dots: whatever else its file held (where it was taken, a script
 * behind its end) is left behind. Turned upright first, since what said which way is up goes too.
 */
final class CleanPicture {

  /** Enough to read a letter of A4 by; more only fills the database. */
  private static final int LONGEST_SIDE = 2400;

  /** A few bytes may unfold into more dots than the machine has memory for. */
  private static final long MOST_DOTS = 100_000_000;

  private static final String UNREADABLE =
      "The picture cannot be read. Take it again, or print it to PDF.";

  private CleanPicture() {}

  /**
   * @throws AttachmentRefused when the picture is none, or unfolds into too many dots
   */
  static byte[] jpeg(byte[] content) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new AttachmentRefused(UNREADABLE);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return write(upright(read(reader), Orientation.of(content)));
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
      throw new AttachmentRefused(UNREADABLE);
    }
  }

  private static BufferedImage read(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MOST_DOTS) {
      throw new AttachmentRefused("The picture is too large; choose a smaller one.");
    }
    ImageReadParam every = reader.getDefaultReadParam();
    int nth = (Math.max(width, height) + LONGEST_SIDE - 1) / LONGEST_SIDE;
    every.setSourceSubsampling(nth, nth, 0, 0);
    return reader.read(0, every);
  }

  private static BufferedImage upright(BufferedImage picture, Orientation turned) {
    AffineTransform turn = turned.turn(picture.getWidth(), picture.getHeight());
    boolean lies = turned.swapsSides();
    BufferedImage drawn =
        new BufferedImage(
            lies ? picture.getHeight() : picture.getWidth(),
            lies ? picture.getWidth() : picture.getHeight(),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = drawn.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
    canvas.drawImage(
        picture, new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR), 0, 0);
    canvas.dispose();
    return drawn;
  }

  private static byte[] write(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(picture, "jpeg", out)) {
      throw new IOException("no writer for JPEG");
    }
    return out.toByteArray();
  }
}
