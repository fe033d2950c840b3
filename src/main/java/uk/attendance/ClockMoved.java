package uk.attendance;

import java.time.Instant;

/** The one clock was set by hand (in the demonstration, never in production). */
public record ClockMoved(Instant now) {}
