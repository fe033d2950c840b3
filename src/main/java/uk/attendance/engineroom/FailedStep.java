package uk.attendance.engineroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.attendance.casefile.CaseId;
import uk.attendance.school.SchoolId;

/**
 * A step that the engine could not do.
 *
 * @param job the engine's id of it
 * @param caseId null for what belongs to no case
 * @param process the name of the diagram
 * @param step as the diagram names it
 * @param because what went wrong, never with a person's name
 * @param since when it failed for the last time by itself, or was due
 * @param tried how often, by itself
 * @param givenUp it is not tried again by itself
 */
public record FailedStep(
    String job,
    @Nullable CaseId caseId,
    @Nullable SchoolId school,
    String process,
    String step,
    String because,
    Instant since,
    int tried,
    boolean givenUp) {}
