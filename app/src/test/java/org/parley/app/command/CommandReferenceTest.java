package org.parley.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandReferenceTest {
  private static final Path PAGE =
      Path.of(System.getProperty("parley.root")).resolve("docs/commands.md");

  @Test
  void thePageIsFresh() throws IOException {
    if ("write".equals(System.getProperty("parley.golden"))) {
      Files.writeString(PAGE, CommandReference.markdown());
    }
    assertThat(Files.readString(PAGE))
        .as("mvn verify -Dparley.golden=write")
        .isEqualTo(CommandReference.markdown());
  }
}
