package uk.attendance.worklist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/**
 * A file that may be kept: of a type we take, by what it is and not by what it is called, under a
 * name that means nothing to any machine.
 */
public record CheckedFile(String name, String mediaType, byte[] content) {

  private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
  private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^\\p{L}\\p{N} ._()+-]+");
  private static final int LONGEST_NAME = 100;

  /**
   * @param name as the browser gave it
   * @throws AttachmentRefused when it is empty, too large, or of no type that we take
   */
  public static CheckedFile of(String name, byte[] content, AttachmentSettings settings) {
    if (content.length == 0) {
      throw new AttachmentRefused("The file is empty.");
    }
    if (content.length > settings.largest().toBytes()) {
      throw new AttachmentRefused(
          "The file is larger than %d MB; choose a smaller one."
              .formatted(settings.largest().toMegabytes()));
    }
    String type = type(content);
    if (!settings.types().contains(type)) {
      throw new AttachmentRefused(
          "The file is neither a PDF nor a picture (JPEG, PNG, WebP, HEIC), whatever its name says."
              + " Print it to PDF, or take a picture of it.");
    }
    return new CheckedFile(clean(name, type), type, content);
  }

  private static String type(byte[] content) {
    try (InputStream in = new ByteArrayInputStream(content)) {
      return TYPES.detect(in, new Metadata()).getBaseType().toString();
    } catch (IOException e) {
      throw new UncheckedIOException("looking at a file in memory", e);
    }
  }

  /** Without folders, control characters and odd signs, with the ending that its type has. */
  static String clean(String given, String type) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String ending = ending(type);
    String base =
        NOT_IN_A_NAME
            .matcher(last.replaceFirst("\\.[^.]{1,10}$", ""))
            .replaceAll("_")
            .replaceFirst("^[. ]+", "")
            .strip();
    if (base.isEmpty()) {
      base = "file";
    }
    return (base.length() > LONGEST_NAME ? base.substring(0, LONGEST_NAME) : base) + ending;
  }

  private static String ending(String type) {
    try {
      return TYPES.forName(type).getExtension();
    } catch (MimeTypeException e) {
      throw new IllegalStateException("media type " + type + " of our own list is none", e);
    }
  }
}
