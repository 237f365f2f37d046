package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages of `docs/` that a command prints, as the process prints them.
class PrintedPagesTest {
  @ParameterizedTest
  @CsvSource({"config reference, configuration.md", "topics acls --reference, acls.md"})
  void theCommandPrintsTheWholePage(String command, String page) throws IOException {
    Path docs = Path.of(System.getProperty("parley.root")).resolve("docs");
    assertThat(CommandLineRun.of(command.split(" ")).out())
        .isEqualTo(Files.readAllLines(docs.resolve(page)));
  }
}
