package uk.attendance.notify;

import java.text.Normalizer;
import java.util.Map;

/**
 * Words as telephones show them. Notify takes the letters of GSM 03.38 and the accented vowels of
 * Welsh; of others it would make question marks, so they lose their marks here, as on paper.
 */
final class TextWords {

  /** Characters that Notify takes in one text. */
  static final int LONGEST = 918;

  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€";
  private static final String WELSH = "ÁÀÂËÊÈÍÌÎÏÓÒÔÚÙÛẂẀŴẄÝỲŶŸáâëêíîïóôúûẃẁŵẅýỳŷÿ";
  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("‘", "'"),
          Map.entry("’", "'"),
          Map.entry("“", "\""),
          Map.entry("”", "\""),
          Map.entry("–", "-"),
          Map.entry("—", "-"),
          Map.entry("…", "..."),
          Map.entry("\u00a0", " "),
          Map.entry("\u202f", " "),
          Map.entry("\u200b", ""),
          Map.entry("\t", " "),
          Map.entry("Ł", "L"),
          Map.entry("ł", "l"),
          Map.entry("Đ", "D"),
          Map.entry("đ", "d"),
          Map.entry("ı", "i"),
          Map.entry("Œ", "OE"),
          Map.entry("œ", "oe"));

  private TextWords() {}

  static String forTelephones(String words) {
    StringBuilder text = new StringBuilder();
    Normalizer.normalize(words, Normalizer.Form.NFC)
        .strip()
        .codePoints()
        .mapToObj(Character::toString)
        .map(letter -> isTaken(letter) ? letter : plain(letter))
        .forEach(text::append);
    return text.toString();
  }

  private static boolean isTaken(String letter) {
    return GSM.contains(letter) || WELSH.contains(letter);
  }

  private static String plain(String letter) {
    String plain = PLAIN.get(letter);
    return plain != null
        ? plain
        : Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
  }
}
