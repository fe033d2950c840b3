package uk.attendance.policy;

/** A pack, or a version of one, that does not exist was asked for. */
public class UnknownPack extends RuntimeException {

  UnknownPack(String message) {
    super(message);
  }
}
