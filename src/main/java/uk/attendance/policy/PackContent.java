package uk.attendance.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.attendance.secret.Digest;

/** A pack whole: its files and the national ones, as one text that is kept. */
record PackContent(String text) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static PackContent of(PackFiles files, String pack) {
    SortedMap<String, SortedMap<String, String>> folders = new TreeMap<>();
    for (String folder : new String[] {PackFiles.NATIONAL, pack}) {
      folders.put(folder, new TreeMap<>(files.of(folder)));
    }
    try {
      return new PackContent(JSON.writeValueAsString(folders));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing the content of pack '" + pack + "'", e);
    }
  }

  /** SHA-256 in hexadecimal. */
  String hash() {
    return Digest.of(text);
  }

  PackFiles files() {
    try {
      return new PackFiles(JSON.readValue(text, new TypeReference<>() {}), "{}");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored policy pack is no longer readable", e);
    }
  }
}
