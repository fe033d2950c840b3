package uk.attendance.policy.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.attendance.policy.Academy;
import uk.attendance.policy.CodeSet;
import uk.attendance.policy.Letter;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.Practice;
import uk.attendance.policy.RegisterCode;
import uk.attendance.policy.RegisterTimes;
import uk.attendance.policy.RoleTitles;
import uk.attendance.policy.SessionTimes;
import uk.attendance.policy.Setting;
import uk.attendance.policy.Value;

/** A pack as people read it. */
record PackPage(PolicyPack pack, boolean national, List<Part> parts, List<TableView> tables) {

  static PackPage of(PolicyPack pack, boolean national) {
    return new PackPage(
        pack,
        national,
        Arrays.stream(Chapter.values())
            .map(chapter -> Part.of(chapter, pack))
            .filter(part -> !part.isEmpty())
            .toList(),
        pack.tables().values().stream().map(table -> TableView.of(table, pack)).toList());
  }

  /** Letters this pack sends, then those it does not. */
  public List<Letter> letters() {
    return pack.letters().values().stream()
        .sorted(Comparator.comparing((Letter letter) -> !letter.used()))
        .toList();
  }

  public List<RoleTitles> roles() {
    return List.copyOf(pack.roles().values());
  }

  public List<CodeSet> codeSets() {
    return List.copyOf(pack.codeSets().values());
  }

  public List<RegisterCode> codes() {
    return pack.codes().all();
  }

  /** The registers of the school, or of each academy. */
  public List<TimesRow> times() {
    if (pack.academies().isEmpty()) {
      return TimesRow.of("", pack.registerTimes(null));
    }
    return pack.academies().values().stream()
        .flatMap(academy -> TimesRow.of(academy.name() + ", ", academy.times()).stream())
        .toList();
  }

  public String academiesWithAdvisoryLetter() {
    return String.join(
        ", ",
        pack.academies().values().stream()
            .filter(academy -> academy.advisoryLetter().as(Value.YesNo.class).yes())
            .map(Academy::name)
            .toList());
  }

  /** "Attendance officer" for {@code attendance-officer}. */
  public String roleWords(String role) {
    return role.equals("dsl") ? "Safeguarding lead" : label(role);
  }

  public String labelOf(String key) {
    return label(key);
  }

  /** When a code may stand in a register. */
  public String datesOf(RegisterCode code) {
    String dates = dates(code.from(), code.until());
    return dates.isEmpty() ? "always" : dates;
  }

  /** The times of one register. */
  record TimesRow(String register, SessionTimes times) {

    static List<TimesRow> of(String academy, RegisterTimes times) {
      String morning = academy.isEmpty() ? "Morning" : academy + "morning";
      String afternoon = academy.isEmpty() ? "Afternoon" : academy + "afternoon";
      return List.of(
          new TimesRow(morning, times.morning()), new TimesRow(afternoon, times.afternoon()));
    }
  }

  /**
   * One chapter.
   *
   * @param own values the policy names itself
   * @param inherited values of the national framework that hold here too
   */
  record Part(
      Chapter chapter, List<Practice> practices, List<ValueRow> own, List<ValueRow> inherited) {

    static Part of(Chapter chapter, PolicyPack pack) {
      Map<String, List<Setting>> said = pack.own().all();
      List<ValueRow> own = new ArrayList<>();
      List<ValueRow> inherited = new ArrayList<>();
      pack.settings()
          .all()
          .forEach(
              (key, values) -> {
                if (chapter.hasSection(key)) {
                  (said.containsKey(key) ? own : inherited)
                      .addAll(values.stream().map(ValueRow::of).toList());
                }
              });
      return new Part(
          chapter,
          pack.practices().stream()
              .filter(practice -> chapter.hasRule(practice.rule().value()))
              .toList(),
          own,
          inherited);
    }

    public String title() {
      return chapter.title();
    }

    public String anchor() {
      return chapter.anchor();
    }

    boolean isEmpty() {
      return practices.isEmpty() && own.isEmpty() && inherited.isEmpty();
    }
  }

  /**
   * One value.
   *
   * @param chosen true where no rule says it and it had to be chosen
   */
  record ValueRow(
      String label,
      String value,
      @Nullable String note,
      String dates,
      String rule,
      boolean chosen) {

    static ValueRow of(Setting setting) {
      return new ValueRow(
          PackPage.label(setting.key().substring(setting.key().indexOf('.') + 1)),
          setting.value().inWords(),
          setting.words(),
          PackPage.dates(setting.from(), setting.until()),
          setting.rule().value(),
          setting.notInPolicy());
    }
  }

  /** {@code parent-reports-by} as "Parent reports by". */
  static String label(String key) {
    String words = key.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  static String dates(@Nullable LocalDate from, @Nullable LocalDate until) {
    return String.join(
        " ",
        Stream.of(
                from == null ? "" : "from " + Dates.words(from),
                until == null ? "" : "until " + Dates.words(until))
            .filter(words -> !words.isEmpty())
            .toList());
  }
}
