package uk.attendance.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWordsTest {

  @Test
  void namesStayAsTelephonesCanShowThem() {
    assertThat(TextWords.forTelephones("Siân, Zoë, José, Łukasz, Nguyễn and Đorđe’s – “sister”…\n"))
        .isEqualTo("Siân, Zoë, José, Lukasz, Nguyen and Dorde's - \"sister\"...");
  }

  @Test
  void whatTelephonesShowStays() {
    String shown = "£5 @ 9:00? {a} [b] € Ŵyn ÿ\nñ";
    assertThat(TextWords.forTelephones(shown)).isEqualTo(shown);
  }
}
