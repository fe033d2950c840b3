package uk.attendance.form.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.attendance.form.web.Node.Block;

/** Text of lines as headings, lists and paragraphs. */
final class Blocks {

  private Blocks() {}

  static List<Block> of(String text) {
    List<Block> blocks = new ArrayList<>();
    for (String block : text.strip().split("\n\\s*\n")) {
      List<String> paragraph = new ArrayList<>();
      List<String> list = new ArrayList<>();
      for (String line : Arrays.stream(block.split("\n")).map(String::strip).toList()) {
        if (line.startsWith("#")) {
          blocks.add(new Block("heading", List.of(line.replaceFirst("^#+\\s*", ""))));
        } else if (line.startsWith("- ")) {
          list.add(line.substring(2).strip());
        } else {
          paragraph.add(line);
        }
      }
      if (!paragraph.isEmpty()) {
        blocks.add(new Block("paragraph", List.of(String.join(" ", paragraph))));
      }
      if (!list.isEmpty()) {
        blocks.add(new Block("list", list));
      }
    }
    return blocks;
  }
}
