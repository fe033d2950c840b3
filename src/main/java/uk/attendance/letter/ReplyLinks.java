package uk.attendance.letter;

import uk.attendance.school.SchoolId;

/**
 * Links by which a parent answers a message. The words that are kept hold a placeholder; the
 * address stands in them only while a carrier has them, so that neither the database nor the page
 * Letters ever holds a link that works.
 */
public interface ReplyLinks {

  /** Where the address goes. */
  String PLACEHOLDER = "[your own link]";

  /** Whether messages of the school bear one: there is an address at which answers arrive. */
  boolean areOffered(SchoolId school);

  /** The address for a message that is handed over now; the same each time. */
  String addressFor(Message message);
}
