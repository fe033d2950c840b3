package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.BeforeCommit;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.PolicyPack;
import uk.attendance.register.Author;
import uk.attendance.register.Mark;
import uk.attendance.register.SettlingMarks.Half;

/** The teacher says that the child is in school after all: the marks of the day say so too. */
@Component
class CorrectingPresence {

  private final ReadingSpells spells;
  private final SettledMarks settled;
  private final RegisterClose registerClose;
  private final CaseFiles cases;
  private final BeforeCommit beforeCommit;
  private final FirstDayRules rules;

  CorrectingPresence(
      ReadingSpells spells,
      SettledMarks settled,
      RegisterClose registerClose,
      CaseFiles cases,
      BeforeCommit beforeCommit,
      FirstDayRules rules) {
    this.spells = spells;
    this.settled = settled;
    this.registerClose = registerClose;
    this.cases = cases;
    this.beforeCommit = beforeCommit;
    this.rules = rules;
  }

  /**
   * @return what the steps of the day then see: a spell that is over asks for nothing more; the
   *     register is looked at as it now is before the transaction ends
   */
  Map<String, Object> present(CaseFile file, Author by) {
    List<Mark> unexplained = spells.unexplained(file);
    LocalDate newest =
        unexplained.isEmpty() ? rules.today() : unexplained.get(unexplained.size() - 1).day();
    Map<Half, String> sessions = new LinkedHashMap<>();
    unexplained.stream()
        .filter(mark -> mark.day().equals(newest))
        .forEach(mark -> sessions.put(new Half(mark.day(), mark.session()), mark.code()));
    PolicyPack pack = rules.pack(file.pack());
    String present = pack.codes().ofKind(CodeKind.PRESENT, newest).get(0).code();
    settled.settle(file, sessions, present, "The teacher says that the child is in school.", by);
    beforeCommit.run(() -> lookAgain(file.id()));
    return Map.of("explained", false, "schoolDay", 1);
  }

  private void lookAgain(CaseId id) {
    cases.find(id).filter(CaseFile::isOpen).ifPresent(registerClose::goOn);
  }
}
