package uk.attendance.leave;

import uk.attendance.pupil.ContactId;
import uk.attendance.school.SchoolId;

/** Makes links for tests of pages, as a mail would bring them. */
public final class MakingLinks {

  private MakingLinks() {}

  public static String forRequest(LeaveLinks links, SchoolId school, ContactId contact) {
    return links.forRequest(school, contact);
  }

  public static String forAppeal(
      LeaveLinks links, SchoolId school, ContactId contact, RequestId request) {
    return links.forAppeal(school, contact, request);
  }
}
