package uk.attendance.firstday;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.RunningCases;
import uk.attendance.firstday.Spell.Now;
import uk.attendance.letter.OrderingLetters;
import uk.attendance.register.Author;

/**
 * An answer is taken back: marks are as they were, letters that wait are withdrawn, and the case
 * goes on from what is known without it, opened again where the answer had closed it.
 */
@Component
class TakingBack {

  private final SettledMarks settled;
  private final Explanations explanations;
  private final OrderingLetters letters;
  private final CaseFiles cases;
  private final RunningCases running;
  private final ReadingSpells spells;
  private final RegisterClose registerClose;

  TakingBack(
      SettledMarks settled,
      Explanations explanations,
      OrderingLetters letters,
      CaseFiles cases,
      RunningCases running,
      ReadingSpells spells,
      RegisterClose registerClose) {
    this.settled = settled;
    this.explanations = explanations;
    this.letters = letters;
    this.cases = cases;
    this.running = running;
    this.spells = spells;
    this.registerClose = registerClose;
  }

  void takeBack(CaseFile answered, Actor by) {
    CaseFile file = cases.get(answered.id());
    settled.takeBack(file, new Author(by.name(), by.title()));
    explanations.forget(file.id());
    letters.withdraw(file, "the answer that it follows from was taken back");
    Spell spell = spells.of(file);
    if (file.isOpen()) {
      registerClose.goOn(file);
    } else if (spell.now() == Now.AWAY || !spell.unexplained().isEmpty()) {
      Map<String, Object> facts = new HashMap<>(OpeningCases.start());
      facts.putAll(registerClose.facts(file, spell));
      facts.put("explained", spell.now() != Now.AWAY);
      running.reopen(file.id(), facts, by);
    } else if (FirstDay.isInforming(file)) {
      Map<String, Object> facts = new HashMap<>(OpeningCases.start());
      facts.putAll(registerClose.facts(file, spell));
      facts.put("explained", true);
      running.reopen(file.id(), facts, by);
    }
  }
}
