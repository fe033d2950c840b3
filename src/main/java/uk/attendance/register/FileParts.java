package uk.attendance.register;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.file.SchoolFile;

/**
 * The bytes of register files, kept in the database so that any node can read them: compressed and
 * in parts below a megabyte, which is as much as one value holds in H2.
 */
@Repository
class FileParts {

  private static final int PART = 512 * 1024;

  private final JdbcClient jdbc;

  FileParts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void store(ImportId id, SchoolFile.Source file) {
    try (InputStream in = file.open();
        OutputStream out = new Quick(new Parts(id))) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not store the file of import " + id, e);
    }
  }

  SchoolFile.Source source(ImportId id) {
    return () -> new GZIPInputStream(new Joined(id), 1 << 16);
  }

  private static final class Quick extends GZIPOutputStream {

    private Quick(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private final class Parts extends OutputStream {

    private final ImportId id;
    private final ByteArrayOutputStream part = new ByteArrayOutputStream(PART);
    private int number;

    private Parts(ImportId id) {
      this.id = id;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      int written = 0;
      while (written < length) {
        int n = Math.min(length - written, PART - part.size());
        part.write(bytes, offset + written, n);
        written += n;
        if (part.size() == PART) {
          save();
        }
      }
    }

    @Override
    public void close() {
      if (part.size() > 0) {
        save();
      }
    }

    private void save() {
      jdbc.sql(
              "insert into register_file_part (import_id, part, content) values (:id, :part, :content)")
          .param("id", id.value())
          .param("part", number++)
          .param("content", part.toByteArray())
          .update();
      part.reset();
    }
  }

  /** Reads one part after the other; only one is in memory at a time. */
  private final class Joined extends InputStream {

    private final ImportId id;
    private InputStream part = InputStream.nullInputStream();
    private int next;

    private Joined(ImportId id) {
      this.id = id;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = part.read(bytes, offset, length);
      while (n < 0 && length > 0 && load()) {
        n = part.read(bytes, offset, length);
      }
      return n;
    }

    @Override
    public int available() throws IOException {
      return part.available();
    }

    private boolean load() {
      byte[] content =
          jdbc.sql("select content from register_file_part where import_id = :id and part = :part")
              .param("id", id.value())
              .param("part", next++)
              .query((row, n) -> row.getBytes("content"))
              .optional()
              .orElse(null);
      part = content == null ? InputStream.nullInputStream() : new ByteArrayInputStream(content);
      return content != null;
    }
  }
}
