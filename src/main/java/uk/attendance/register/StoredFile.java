package uk.attendance.register;

import java.util.Iterator;
import uk.attendance.file.SchoolFile;

/** A register file opened for reading, its layout known. */
record StoredFile(SchoolFile rows, RegisterLayout layout)
    implements Iterable<SchoolFile.Row>, AutoCloseable {

  @Override
  public Iterator<SchoolFile.Row> iterator() {
    return rows.iterator();
  }

  @Override
  public void close() {
    rows.close();
  }
}
