package uk.attendance.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a school's letters say about the school.
 *
 * @param telephone of the office; without it no letter can say how to answer
 * @param email of the office: sender of mail, and where answers go
 * @param authorityEmail where the local authority takes notifications
 */
public record Letterhead(
    @Nullable String telephone,
    @Nullable String email,
    List<String> address,
    @Nullable String authorityEmail) {

  public static final Letterhead EMPTY = new Letterhead(null, null, List.of(), null);

  public Letterhead {
    address = List.copyOf(address);
  }
}
