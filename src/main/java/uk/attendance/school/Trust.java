package uk.attendance.school;

/** Several academies under one board. */
public record Trust(TrustId id, String name) {}
