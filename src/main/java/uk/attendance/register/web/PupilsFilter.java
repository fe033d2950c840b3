package uk.attendance.register.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.PupilList.Order;
import uk.attendance.register.Standing;
import uk.attendance.school.ClassId;

/**
 * How the list of pupils is narrowed and sorted; all of it stands in the address, so that one comes
 * back to the same place and can share it. What makes no sense narrows nothing.
 *
 * @param q words of name, admission number or class
 * @param show a standing, "persistent"; empty for all
 * @param leavers whether pupils are shown who have left or not yet come
 * @param sort "attendance", or by name
 * @param after the last pupil of the page before
 */
record PupilsFilter(
    @Nullable String q,
    @Nullable Long inClassId,
    @Nullable String show,
    @Nullable Boolean leavers,
    @Nullable String sort,
    @Nullable Long after) {

  public String words() {
    return q == null ? "" : q.strip();
  }

  @Nullable ClassId inClass() {
    return inClassId == null ? null : new ClassId(inClassId);
  }

  public boolean withLeavers() {
    return Boolean.TRUE.equals(leavers);
  }

  @Nullable Standing standing() {
    for (Standing standing : Standing.values()) {
      if (key(standing).equals(show)) {
        return standing;
      }
    }
    return null;
  }

  Order order() {
    return "attendance".equals(sort) ? Order.ATTENDANCE : Order.NAME;
  }

  @Nullable PupilId afterPupil() {
    return after == null ? null : new PupilId(after);
  }

  public boolean narrows() {
    return !words().isEmpty() || inClassId != null || standing() != null;
  }

  static String key(Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The address of this list from its first page in an order. */
  public String sortedBy(String order) {
    return query(null, "attendance".equals(order) ? Order.ATTENDANCE : Order.NAME);
  }

  String query(@Nullable Long after, Order order) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/pupils");
    if (!words().isEmpty()) {
      address.queryParam("q", "{q}");
    }
    if (inClassId != null) {
      address.queryParam("inClassId", inClassId);
    }
    if (standing() != null) {
      address.queryParam("show", show);
    }
    if (withLeavers()) {
      address.queryParam("leavers", true);
    }
    if (order == Order.ATTENDANCE) {
      address.queryParam("sort", "attendance");
    }
    if (after != null) {
      address.queryParam("after", after);
    }
    return address.encode().buildAndExpand(java.util.Map.of("q", words())).toUriString();
  }
}
