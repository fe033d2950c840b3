package uk.attendance.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.attendance.worklist.AttachmentRefused;

/** A picture sent by a parent is drawn anew, upright, and nothing else of its file is kept. */
class CleanPictureTest {

  /** Red where the sky is, blue below. */
  private static byte[] picture(String type, int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, (y < height / 2 ? Color.RED : Color.BLUE).getRGB());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, type, out);
    return out.toByteArray();
  }

  /** The same JPEG with the tag of a telephone that was held in some way. */
  private static byte[] held(byte[] jpeg, int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.putShort((short) 0xFFE1).putShort((short) 34);
    exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
    exif.put("MM".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 42).putInt(8);
    exif.putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + exif.position());
    file.put(jpeg, 0, 2).put(exif.array(), 0, exif.position()).put(jpeg, 2, jpeg.length - 2);
    return file.array();
  }

  private static BufferedImage read(byte[] picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture));
  }

  @Test
  void keepsNothingOfTheFileButItsDots() throws IOException {
    byte[] given = picture("png", 40, 20);
    byte[] withMore = Arrays.copyOf(given, given.length + 100);
    System.arraycopy("<script>alert(1)</script>".getBytes(), 0, withMore, given.length, 25);

    byte[] clean = CleanPicture.jpeg(withMore);

    assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("script");
    assertThat(read(clean).getWidth()).isEqualTo(40);
    assertThat(read(clean).getHeight()).isEqualTo(20);
  }

  @Test
  void shrinksWhatIsLargerThanAPageNeeds() throws IOException {
    assertThat(read(CleanPicture.jpeg(picture("jpeg", 2400, 100))).getWidth()).isEqualTo(2400);
    assertThat(read(CleanPicture.jpeg(picture("jpeg", 2401, 100))).getWidth()).isEqualTo(1201);
  }

  @ParameterizedTest(name = "orientation {0}: {1} x {2}, red at {3}, {4}")
  @CsvSource({
    "1, 40, 20, 20, 2",
    "2, 40, 20, 20, 2",
    "3, 40, 20, 20, 17",
    "4, 40, 20, 20, 17",
    "5, 20, 40, 2, 20",
    "6, 20, 40, 17, 20",
    "7, 20, 40, 17, 20",
    "8, 20, 40, 2, 20",
    "9, 40, 20, 20, 2",
  })
  void turnsAPictureUpright(int orientation, int width, int height, int redX, int redY)
      throws IOException {
    BufferedImage upright = read(CleanPicture.jpeg(held(picture("jpeg", 40, 20), orientation)));

    assertThat(upright.getWidth()).isEqualTo(width);
    assertThat(upright.getHeight()).isEqualTo(height);
    Color there = new Color(upright.getRGB(redX, redY));
    assertThat(there.getRed()).isGreaterThan(200);
    assertThat(there.getBlue()).isLessThan(60);
  }

  @Test
  void refusesWhatOnlyBeginsLikeAPicture() throws IOException {
    byte[] broken = Arrays.copyOf(picture("png", 400, 400), 60);

    assertThatThrownBy(() -> CleanPicture.jpeg(broken)).isInstanceOf(AttachmentRefused.class);
    assertThatThrownBy(() -> CleanPicture.jpeg(new byte[] {1, 2, 3}))
        .isInstanceOf(AttachmentRefused.class);
  }
}
