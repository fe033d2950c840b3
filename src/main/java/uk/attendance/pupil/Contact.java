package uk.attendance.pupil;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A contact of one pupil, with the rules that hold between the two. Ask the questions here before
 * every call, text, letter and copy: they all answer no under a no-contact order.
 *
 * @param externalId the management information system's own id
 * @param address the lines that are filled, without the postcode
 */
public record Contact(
    ContactId id,
    PupilId pupil,
    String externalId,
    @Nullable String title,
    String firstName,
    String lastName,
    String relationship,
    @Nullable PhoneNumber mobile,
    @Nullable PhoneNumber phone,
    @Nullable String email,
    List<String> address,
    @Nullable String postcode,
    ContactRules rules) {

  public Contact {
    address = List.copyOf(address);
  }

  public String name() {
    return firstName + " " + lastName;
  }

  /** As an envelope has it: "Mrs Grace Okafor". */
  public String formalName() {
    return Stream.of(title, firstName, lastName)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  public boolean mayBeRung() {
    return rules.mayBeContacted() && !numbers().isEmpty();
  }

  public boolean mayBeTexted() {
    return textNumber().isPresent();
  }

  public boolean mayBeEmailed() {
    return rules.mayBeContacted() && email != null;
  }

  public boolean mayBeWrittenTo() {
    return rules.mayBeContacted() && !address.isEmpty();
  }

  public boolean mayBeReachedBy(Channel channel) {
    return switch (channel) {
      case SMS -> mayBeTexted();
      case EMAIL -> mayBeEmailed();
      case POST -> mayBeWrittenTo();
      case PHONE -> mayBeRung();
    };
  }

  /** The number to text, if this contact may be texted at all. */
  public Optional<String> textNumber() {
    return rules.mayBeContacted() && !rules.doNotText() && mobile != null
        ? mobile.forTexting()
        : Optional.empty();
  }

  /** Numbers to ring, the mobile first; none under a no-contact order. */
  public List<PhoneNumber> numbers() {
    return rules.mayBeContacted()
        ? Stream.of(Optional.ofNullable(mobile), Optional.ofNullable(phone))
            .flatMap(Optional::stream)
            .toList()
        : List.of();
  }
}
