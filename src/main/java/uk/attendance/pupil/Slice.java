package uk.attendance.pupil;

import java.util.List;

/** One page of a list that is paged by key, and whether more follows. */
public record Slice<T>(List<T> rows, boolean more) {

  public Slice {
    rows = List.copyOf(rows);
  }

  /** Of rows read with a limit one higher than the page's. */
  public static <T> Slice<T> of(List<T> rows, int limit) {
    return rows.size() > limit
        ? new Slice<>(rows.subList(0, limit), true)
        : new Slice<>(rows, false);
  }
}
