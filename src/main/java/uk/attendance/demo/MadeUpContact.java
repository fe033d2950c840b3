package uk.attendance.demo;

/** A parent or other contact of a family, as a row of contacts.csv says it. */
record MadeUpContact(
    String id,
    String title,
    String firstName,
    String lastName,
    String relationship,
    int priority,
    boolean parentalResponsibility,
    boolean livesWith,
    boolean noContact,
    String mobile,
    String phone,
    String email,
    MadeUpAddress address,
    String language,
    String preferredChannel,
    boolean doNotText) {}
