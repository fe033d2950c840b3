package uk.attendance.quickentry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.attendance.pupil.PupilId;

/** An entry that makes no sense as it stands. Nothing of it was kept. */
public class EntryRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String sentence;
  private final transient @Nullable PupilId pupil;

  /**
   * @param field id of the field it is about
   * @param sentence for the person who entered it, without a name
   * @param pupil the one of several it is about; null where it is about all
   */
  EntryRefused(String field, String sentence, @Nullable PupilId pupil) {
    super("recording an entry, field %s, pupil %s: %s".formatted(field, pupil, sentence));
    this.field = field;
    this.sentence = sentence;
    this.pupil = pupil;
  }

  EntryRefused(String field, String sentence) {
    this(field, sentence, null);
  }

  public String field() {
    return field;
  }

  public String sentence() {
    return sentence;
  }

  public Optional<PupilId> pupil() {
    return Optional.ofNullable(pupil);
  }
}
