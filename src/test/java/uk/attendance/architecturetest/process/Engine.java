package uk.attendance.architecturetest.process;

/** Something that only a neighbour called process or web may use. */
public class Engine {}
