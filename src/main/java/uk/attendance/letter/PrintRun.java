package uk.attendance.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.SchoolId;

/**
 * Letters on paper that are printed and posted together.
 *
 * @param bothSides whether it is printed on both sides of the paper
 * @param pages of the whole stack; null until its PDF is made, just after the run
 * @param letters how many it was made of
 * @param posted how many of them are in the post
 * @param toPost how many lie printed and are not posted yet
 */
public record PrintRun(
    PrintRunId id,
    SchoolId school,
    Instant madeAt,
    String madeBy,
    String madeTitle,
    boolean bothSides,
    @Nullable Integer pages,
    int letters,
    int posted,
    int toPost) {}
