package uk.attendance.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Finds out how a file is encoded by reading it once: UTF-8 where every byte allows it, else
 * Windows-1252, which is what British management information systems write. Binary files and UTF-16
 * are refused by name.
 */
final class Encoding {

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Encoding() {}

  static Charset of(InputStream in) throws IOException {
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    byte[] chunk = new byte[1 << 16];
    ByteBuffer pending = ByteBuffer.allocate(chunk.length + 8);
    CharBuffer sink = CharBuffer.allocate(chunk.length + 8);
    boolean stillUtf8 = true;
    boolean first = true;
    for (int n = in.readNBytes(chunk, 0, chunk.length);
        n > 0;
        n = in.readNBytes(chunk, 0, chunk.length)) {
      if (first) {
        refuseUtf16(chunk, n);
        first = false;
      }
      refuseBinary(chunk, n);
      if (stillUtf8) {
        pending.put(chunk, 0, n).flip();
        sink.clear();
        CoderResult result = utf8.decode(pending, sink, n < chunk.length);
        stillUtf8 = !result.isError();
        pending.compact();
      }
    }
    if (stillUtf8 && pending.position() > 0) {
      stillUtf8 = false;
    }
    return stillUtf8 ? StandardCharsets.UTF_8 : WINDOWS_1252;
  }

  private static void refuseUtf16(byte[] chunk, int n) {
    if (n >= 2
        && ((chunk[0] == (byte) 0xFF && chunk[1] == (byte) 0xFE)
            || (chunk[0] == (byte) 0xFE && chunk[1] == (byte) 0xFF))) {
      throw new UnreadableFile(
          "The file is encoded as UTF-16 (“Unicode text”). Save it as CSV UTF-8 and bring it in again.");
    }
  }

  private static void refuseBinary(byte[] chunk, int n) {
    for (int i = 0; i < n; i++) {
      byte b = chunk[i];
      if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != 0x1A && b != '\f') {
        throw new UnreadableFile(
            "The file is not text: it looks like a spreadsheet, picture or program. "
                + "Export the report as CSV and bring it in again.");
      }
    }
  }
}
