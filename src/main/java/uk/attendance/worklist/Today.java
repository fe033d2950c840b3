package uk.attendance.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.pupil.Pupil;
import uk.attendance.register.GroupFigures;
import uk.attendance.register.RegisterImport;
import uk.attendance.register.RegistersToday;

/**
 * What of today concerns one person at one school.
 *
 * @param lateReasons marks that have waited too long for a reason
 * @param waitingFiles register files that wait for a person's yes
 * @param year the school's figures this year, of the pupils in sight; null outside its calendar
 */
public record Today(
    RegistersToday.Today day,
    LateReasons lateReasons,
    List<RegisterImport> waitingFiles,
    @Nullable GroupFigures year) {

  public Today {
    waitingFiles = List.copyOf(waitingFiles);
  }

  /**
   * @param within school days within which a reason is to be found (NF-R3)
   */
  public record LateReasons(int within, List<Late> pupils) {

    public LateReasons {
      pupils = List.copyOf(pupils);
    }

    public int sessions() {
      return pupils.stream().mapToInt(Late::sessions).sum();
    }
  }

  /**
   * @param sessions of this pupil that await a reason for too long
   * @param oldest day of the oldest, in words
   */
  public record Late(Pupil pupil, int sessions, String oldest) {}
}
