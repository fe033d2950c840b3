package uk.attendance.demo;

import java.util.List;

/** A made-up address: no postcode area begins with X. */
record MadeUpAddress(String street, String town, String postcode) {

  private static final List<String> STREETS =
      List.of(
          "Bramblefield Road",
          "Teasel Close",
          "Old Tannery Lane",
          "Lapwing Way",
          "Quince Street",
          "Hartsmoor Avenue",
          "Miller’s Rise",
          "Saffron Court",
          "Kestrel Drive",
          "Mulberry Terrace",
          "Coppice Row",
          "Damson Gardens",
          "Foxglove Crescent",
          "Weavers Yard");

  static MadeUpAddress in(MadeUpSchool school, Chance chance) {
    String letters = "ABDEFGHJLNPQRSTUWXYZ";
    return new MadeUpAddress(
        chance.of("number").between(1, 148) + " " + chance.of("street").oneOf(STREETS),
        school.town(),
        "%s %d%c%c"
            .formatted(
                school.postcode(),
                chance.of("sector").between(1, 9),
                letters.charAt(chance.of("unit").below(letters.length())),
                letters.charAt(chance.of("last").below(letters.length()))));
  }
}
