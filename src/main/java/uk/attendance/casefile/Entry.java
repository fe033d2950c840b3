package uk.attendance.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a case's timeline.
 *
 * @param position 1, 2, 3 ... without a gap
 * @param element of the diagram: a task, event, decision, message or flow
 * @param words empty once erased after their years
 * @param reference id of a task, letter, submission or attachment
 * @param actor who did it
 * @param title that person's position
 */
public record Entry(
    CaseId caseId,
    int position,
    Instant at,
    EntryKind kind,
    @Nullable String element,
    String words,
    @Nullable Why why,
    @Nullable String reference,
    String actor,
    String title) {}
