package uk.attendance.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.attendance.letter.Handover;
import uk.attendance.letter.Outgoing;
import uk.attendance.school.SchoolId;

class TextFolderTest {

  private static final Outgoing TEXT =
      new Outgoing(
          new SchoolId("oak"),
          "<5f1c3a4e-0000-4000-8000-000000000001@attendance>",
          "Oak Primary School",
          null,
          "Mrs Zoë Okafor",
          "+447700900111",
          "Sam: not in school",
          "Sam was not in school.\n",
          "",
          null);

  @Test
  void aTextIsOneFileHoweverOftenItIsHandedOver(@TempDir Path data) throws IOException {
    TextFolder folder = new TextFolder(data);

    assertThat(folder.handOver(TEXT).outcome()).isEqualTo(Handover.Outcome.TAKEN);
    assertThat(folder.handOver(TEXT).outcome()).isEqualTo(Handover.Outcome.TAKEN);

    try (var files = Files.list(data.resolve("texts"))) {
      assertThat(files)
          .singleElement()
          .satisfies(
              file ->
                  assertThat(file)
                      .hasContent("To: +447700900111, Mrs Zoë Okafor\n\nSam was not in school.\n"));
    }
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNoLoss(@TempDir Path data) throws IOException {
    Files.writeString(data.resolve("texts"), "in the way");

    assertThat(new TextFolder(data).handOver(TEXT).outcome()).isEqualTo(Handover.Outcome.NOT_NOW);
  }
}
