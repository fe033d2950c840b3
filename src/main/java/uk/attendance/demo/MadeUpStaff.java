package uk.attendance.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.attendance.account.Role;

/**
 * The people who work at the made-up schools: one for each role that the place has. A trust has one
 * team for all its academies; an academy has its own principal, office and teachers.
 */
final class MadeUpStaff {

  /**
   * @param at a school's id or a trust's
   * @param taught the class of a teacher
   */
  record Member(
      String at, boolean trust, Role role, String name, String email, @Nullable String taught) {

    String nameAndTitle() {
      return name + ", " + role.words();
    }
  }

  private static final List<Role> OF_A_SCHOOL =
      List.of(
          Role.OFFICE,
          Role.ATTENDANCE_OFFICER,
          Role.ATTENDANCE_LEAD,
          Role.HEADTEACHER,
          Role.DSL,
          Role.GOVERNOR,
          Role.APPEALS_CLERK,
          Role.MANAGER,
          Role.ADMIN);
  private static final List<Role> OF_A_TRUST =
      List.of(Role.MANAGER, Role.ATTENDANCE_OFFICER, Role.GOVERNOR, Role.APPEALS_CLERK, Role.ADMIN);
  private static final List<Role> OF_AN_ACADEMY =
      List.of(Role.OFFICE, Role.ATTENDANCE_LEAD, Role.HEADTEACHER, Role.DSL);

  private MadeUpStaff() {}

  static List<Member> of(MadeUpSchool school) {
    List<Member> staff = new ArrayList<>();
    for (Role role : school.trust() == null ? OF_A_SCHOOL : OF_AN_ACADEMY) {
      staff.add(member(school.id(), false, role, role.key(), null));
    }
    for (MadeUpSchool.Group group : school.classes()) {
      String name = "teacher." + group.name().toLowerCase(Locale.ROOT);
      staff.add(member(school.id(), false, Role.TEACHER, name, group.name()));
    }
    return staff;
  }

  /** Who brings in the school's files. */
  static Member office(MadeUpSchool school) {
    return of(school).stream()
        .filter(member -> member.role() == Role.OFFICE)
        .findFirst()
        .orElseThrow();
  }

  /** The team of the school's trust; empty for a school without one. */
  static List<Member> ofTheTrustOf(MadeUpSchool school) {
    return school.trust() == null
        ? List.of()
        : OF_A_TRUST.stream()
            .map(
                role ->
                    member(Objects.requireNonNull(school.trust()), true, role, role.key(), null))
            .toList();
  }

  private static Member member(
      String at, boolean trust, Role role, String mailbox, @Nullable String taught) {
    Chance chance = new Chance(0).of("staff").of(at).of(mailbox);
    Heritage heritage = Heritage.by(chance.of("heritage"));
    String first =
        chance.of("first").oneOf(chance.of("woman").in(0.7) ? heritage.women() : heritage.men());
    return new Member(
        at,
        trust,
        role,
        first + " " + chance.of("last").oneOf(heritage.surnames()),
        "%s@%s.example.org".formatted(mailbox, at),
        taught);
  }
}
