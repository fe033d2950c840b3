package uk.attendance.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A register file of one made-up school: so many pupils on so many days, two sessions each, about
 * as often absent as pupils are.
 *
 * @param lines without the header
 */
record MadeUpFile(List<Line> lines) {

  private static final long SEED = 20250901;

  record Line(int pupil, LocalDate day, String session, String code, String minutesLate) {

    private String csv() {
      return "%05d,%s,%s,%s,%s".formatted(pupil, day, session, code, minutesLate);
    }
  }

  static MadeUpFile of(int pupils, List<LocalDate> days) {
    Random random = new Random(SEED);
    List<Line> lines = new ArrayList<>(pupils * days.size() * 2);
    for (LocalDate day : days) {
      for (int pupil = 0; pupil < pupils; pupil++) {
        lines.add(line(pupil, day, "AM", random.nextInt(1000)));
        lines.add(line(pupil, day, "PM", random.nextInt(1000)));
      }
    }
    return new MadeUpFile(lines);
  }

  private static Line line(int pupil, LocalDate day, String session, int chance) {
    if (chance < 20) {
      return new Line(pupil, day, session, "L", Integer.toString(1 + chance));
    }
    String code = chance < 55 ? "I" : chance < 70 ? "N" : chance < 80 ? "M" : "";
    String present = session.equals("AM") ? "/" : "\\";
    return new Line(pupil, day, session, code.isEmpty() ? present : code, "");
  }

  /** The same marks in other bytes. */
  MadeUpFile backwards() {
    List<Line> reversed = new ArrayList<>(lines);
    Collections.reverse(reversed);
    return new MadeUpFile(reversed);
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder("admission_no,date,session,code,minutes_late\n");
    lines.forEach(line -> text.append(line.csv()).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
