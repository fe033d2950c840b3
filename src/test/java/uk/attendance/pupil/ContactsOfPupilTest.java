package uk.attendance.pupil;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** NF-A1. */
class ContactsOfPupilTest {

  private static final ContactRules MOTHER =
      new ContactRules(1, true, true, false, false, "Igbo", null);
  private static final ContactRules STEPFATHER =
      new ContactRules(2, false, true, false, true, null, Channel.EMAIL);
  private static final ContactRules FATHER =
      new ContactRules(3, true, false, true, false, "Twi", null);
  private static final ContactRules AUNT =
      new ContactRules(4, false, false, false, false, "Ewe", null);

  private final Contact mother = contact(1, "07700 900141", MOTHER);
  private final Contact stepfather = contact(2, "07700 900142", STEPFATHER);
  private final Contact father = contact(3, "07700 900143", FATHER);
  private final Contact aunt = contact(4, null, AUNT);
  private final ContactsOfPupil contacts =
      new ContactsOfPupil(List.of(aunt, father, stepfather, mother));

  @Test
  void parentsHaveParentalResponsibilityOrLiveWithThePupil() {
    assertThat(contacts.parents()).containsExactly(mother, stepfather);
  }

  @Test
  void legalParentsHaveParentalResponsibility() {
    assertThat(contacts.legalParents()).containsExactly(mother);
  }

  @Test
  void ringsInOrderOfPriorityThoseWhoHaveANumber() {
    assertThat(contacts.emergencyContacts()).containsExactly(mother, stepfather);
  }

  @Test
  void namesLanguagesOfParentsOnly() {
    assertThat(contacts.languages()).containsExactly("Igbo");
  }

  @ParameterizedTest
  @EnumSource
  void blocksEveryChannelUnderANoContactOrder(Channel channel) {
    assertThat(mother.mayBeReachedBy(channel)).isTrue();
    assertThat(father.mayBeReachedBy(channel)).isFalse();
    assertThat(father.numbers()).isEmpty();
    assertThat(contacts.doNotContact()).containsExactly(father);
  }

  @Test
  void doesNotTextWhoAskedNotToBeTextedButRings() {
    assertThat(stepfather.mayBeTexted()).isFalse();
    assertThat(stepfather.mayBeRung()).isTrue();
  }

  private static Contact contact(long id, @Nullable String mobile, ContactRules rules) {
    return new Contact(
        new ContactId(id),
        new PupilId(7),
        "C" + id,
        null,
        "Grace",
        "Okafor",
        "relative",
        mobile == null ? null : new PhoneNumber(mobile),
        null,
        "someone@example.org",
        List.of("1 High Street"),
        "AB1 2CD",
        rules);
  }
}
