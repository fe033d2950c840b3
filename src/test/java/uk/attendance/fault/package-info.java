/**
 * Nothing is lost and nothing is sent twice, whatever breaks: the program in processes of its own
 * that are killed, stopped and cut off, between a mail server, a text service and a database that
 * misbehave. In short form among the tests, at length by {@code bin/faults}.
 */
@NullMarked
package uk.attendance.fault;

import org.jspecify.annotations.NullMarked;
