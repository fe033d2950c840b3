/** The demonstration as a person meets it: a real browser on the real program, axe on each page. */
package uk.attendance.browser;
