package uk.attendance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.attendance.WholeProgram;

/** Twenty at the same fifty cases. */
class ManyHandsTest {

  @ParameterizedTest
  @EnumSource
  void everyTaskIsDoneOnceAndWhoComesSecondIsTold(WholeProgram program) throws Exception {
    ManyHands hands = new ManyHands(program, 50).allAtOnce(20, 20251103);

    assertThat(hands.failures()).isEmpty();
    assertThat(hands.doneTwice()).isEmpty();
    assertThat(hands.lost()).isZero();
    assertThat(hands.setAside()).isEmpty();
    assertThat(hands.broken()).isEmpty();
  }
}
