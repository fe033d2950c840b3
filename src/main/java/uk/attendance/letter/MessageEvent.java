package uk.attendance.letter;

import java.time.Instant;

/** One step of a message's way. */
public record MessageEvent(
    Instant at, MessageState state, String words, String actor, String title) {}
