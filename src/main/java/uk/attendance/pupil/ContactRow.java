package uk.attendance.pupil;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact of a pupil as a file names one: who it is, and what they are to this pupil. */
record ContactRow(Person person, Link link) {

  /**
   * @param address four lines, empty where not filled
   */
  record Person(
      String externalId,
      @Nullable String title,
      String firstName,
      String lastName,
      @Nullable String mobile,
      @Nullable String phone,
      @Nullable String email,
      List<String> address,
      @Nullable String postcode,
      @Nullable String language,
      @Nullable String preferredChannel,
      boolean doNotText) {}

  record Link(
      PupilId pupil,
      String externalId,
      String relationship,
      int priority,
      boolean parentalResponsibility,
      boolean livesWith,
      boolean noContact) {}
}
