package uk.attendance.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The contacts of a family, in the order in which they are rung. Numbers come from the ranges that
 * Ofcom keeps free for drama, addresses end in example.org.
 */
final class MadeUpContacts {

  private final MadeUpSchool school;
  private final MadeUpFamily family;
  private final Chance chance;
  private final MadeUpAddress home;
  private final List<MadeUpContact> contacts = new ArrayList<>();

  private MadeUpContacts(MadeUpSchool school, MadeUpFamily family) {
    this.school = school;
    this.family = family;
    this.chance = family.chance();
    this.home = MadeUpAddress.in(school, chance.of("address"));
  }

  /**
   * @param lookedAfter a child in care: a foster carer and the parents, who do not live with it
   */
  static List<MadeUpContact> of(MadeUpSchool school, MadeUpFamily family, boolean lookedAfter) {
    MadeUpContacts made = new MadeUpContacts(school, family);
    if (lookedAfter) {
      made.inCare();
    } else {
      made.atHome();
    }
    return made.contacts;
  }

  private void inCare() {
    add("Foster carer", true, false, true, false);
    add("Mother", true, true, false, false);
    if (chance.of("father known").in(0.5)) {
      add("Father", false, true, false, true);
    }
  }

  private void atHome() {
    boolean order = chance.of("order").in(0.12);
    boolean mother = chance.of("lives with mother").in(0.85);
    switch (family.home()) {
      case BOTH_PARENTS -> {
        add("Mother", true, true, true, false);
        add("Father", false, true, true, false);
        relative(0.4);
      }
      case ONE_PARENT_OTHER_NEAR -> {
        add(mother ? "Mother" : "Father", mother, true, true, false);
        add(mother ? "Father" : "Mother", !mother, !order, false, order);
        relative(0.5);
      }
      case ONE_PARENT -> {
        add(mother ? "Mother" : "Father", mother, true, true, false);
        relative(0.45);
      }
      case TWO_MOTHERS -> {
        add("Mother", true, true, true, false);
        add("Mother", true, true, true, false);
      }
      case TWO_FATHERS -> {
        add("Father", false, true, true, false);
        add("Father", false, true, true, false);
      }
      case GRANDPARENT -> {
        add("Grandmother", true, true, true, false);
        add("Mother", true, true, false, false);
      }
    }
  }

  private void relative(double share) {
    if (chance.of("relative").in(share)) {
      boolean woman = chance.of("relative is a woman").in(0.75);
      String who =
          woman
              ? chance.of("who").oneOf(List.of("Grandmother", "Aunt", "Family friend"))
              : chance.of("who").oneOf(List.of("Grandfather", "Uncle"));
      add(who, woman, false, false, false);
    }
  }

  private void add(
      String relationship, boolean woman, boolean responsible, boolean livesWith, boolean order) {
    int n = contacts.size();
    Chance own = chance.of("contact").of(n);
    Heritage heritage = family.heritage();
    String first = own.of("first").oneOf(woman ? heritage.women() : heritage.men());
    boolean otherName = own.of("other name").in(livesWith && responsible ? 0.15 : 0.4);
    String last = otherName ? own.of("last").oneOf(heritage.surnames()) : family.surname();
    int number = (family.number() * 3 + n + Math.floorMod(school.id().hashCode(), 1000)) % 1000;
    boolean noMobile = own.of("no mobile").in(0.03);
    contacts.add(
        new MadeUpContact(
            "%s-%d".formatted(family.id(), n + 1),
            woman ? own.of("title").oneOf(List.of("Mrs", "Ms", "Miss")) : "Mr",
            first,
            last,
            relationship,
            n + 1,
            responsible,
            livesWith,
            order,
            noMobile ? "" : "07700 900%03d".formatted(number),
            noMobile || own.of("landline").in(0.25) ? "01632 960%03d".formatted(number) : "",
            own.of("e-mail").in(0.88) ? email(first, last, number) : "",
            livesWith ? home : MadeUpAddress.in(school, own.of("address")),
            family.language(),
            noMobile
                ? "phone"
                : List.of("sms", "email", "phone", "post")
                    .get(own.of("channel").weighted(60, 27, 10, 3)),
            own.of("do not text").in(0.04)));
  }

  private static String email(String first, String last, int number) {
    return "%s.%s%d@example.org".formatted(first, last, number).toLowerCase(Locale.ROOT);
  }
}
