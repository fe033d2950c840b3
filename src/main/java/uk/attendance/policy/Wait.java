package uk.attendance.policy;

/**
 * How long until something is due. 0 school days is the same day.
 *
 * @param moment what it is counted from
 * @param before whether it is counted backwards from that moment
 */
public record Wait(int amount, Unit unit, Moment moment, boolean before) implements Value {

  public Wait {
    if (!unit.isTime()) {
      throw new IllegalArgumentException(
          "a wait of " + amount + " " + unit.key() + "; needed: a unit of time");
    }
    if (amount < 0) {
      throw new IllegalArgumentException(
          "a wait of " + amount + " " + unit.key() + "; needed: 0 or more");
    }
    if (before && moment == Moment.TASK_OPENED) {
      throw new IllegalArgumentException("a wait cannot end before its own task opens");
    }
  }

  public Wait(int amount, Unit unit) {
    this(amount, unit, Moment.TASK_OPENED, false);
  }

  @Override
  public String inWords() {
    if (amount == 0) {
      return moment == Moment.TASK_OPENED ? "the same day" : "the day of " + moment.words();
    }
    String length = unit.words(amount);
    if (moment == Moment.TASK_OPENED) {
      return length;
    }
    return length + (before ? " before " : " after ") + moment.words();
  }
}
