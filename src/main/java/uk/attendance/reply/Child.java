package uk.attendance.reply;

import uk.attendance.casefile.CaseId;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Pupil;

/**
 * A child that a link is about.
 *
 * @param caseId the case that wrote the message
 * @param contact whom the message went to, as the files name them today
 */
record Child(Pupil pupil, CaseId caseId, Contact contact) {}
