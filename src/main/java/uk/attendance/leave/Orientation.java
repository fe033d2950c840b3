package uk.attendance.leave;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Which way up a telephone was held when it took a JPEG: the EXIF tag of that name, 1 to 8.
 *
 * @param value 1 where nothing says otherwise
 */
record Orientation(int value) {

  private static final Orientation UPRIGHT = new Orientation(1);
  private static final int START_OF_PICTURE = 0xFFD8;
  private static final int START_OF_SCAN = 0xFFDA;
  private static final int APPLICATION_1 = 0xFFE1;
  private static final int TAG = 0x0112;
  private static final String EXIF = "Exif\0\0";

  static Orientation of(byte[] content) {
    try {
      return find(ByteBuffer.wrap(content));
    } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
      return UPRIGHT;
    }
  }

  private static Orientation find(ByteBuffer file) {
    if ((file.getShort(0) & 0xFFFF) != START_OF_PICTURE) {
      return UPRIGHT;
    }
    for (int at = 2; at + 10 < file.capacity(); ) {
      int marker = file.getShort(at) & 0xFFFF;
      int length = file.getShort(at + 2) & 0xFFFF;
      if (marker == START_OF_SCAN || length < 2) {
        return UPRIGHT;
      }
      if (marker == APPLICATION_1 && text(file, at + 4, EXIF.length()).equals(EXIF)) {
        return inTiff(file.slice(at + 10, file.capacity() - at - 10));
      }
      at += 2 + length;
    }
    return UPRIGHT;
  }

  private static Orientation inTiff(ByteBuffer tiff) {
    tiff.order(text(tiff, 0, 2).equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
        int value = tiff.getShort(entry + 8);
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  private static String text(ByteBuffer bytes, int at, int length) {
    byte[] part = new byte[length];
    bytes.get(at, part);
    return new String(part, StandardCharsets.ISO_8859_1);
  }

  boolean swapsSides() {
    return value >= 5;
  }

  /** What turns a picture of this size upright. */
  AffineTransform turn(int width, int height) {
    return switch (value) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
