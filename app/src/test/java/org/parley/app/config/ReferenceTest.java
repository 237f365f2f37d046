package org.parley.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.app.ExitCode;
import org.parley.app.access.AccessReference;

/// The pages under `docs/` that repeat what the code says.
class ReferenceTest {
  private static final Path DOCS = Path.of(System.getProperty("parley.root")).resolve("docs");

  @Test
  void theConfigurationReferenceIsFresh() throws IOException {
    Path page = DOCS.resolve("configuration.md");
    if ("write".equals(System.getProperty("parley.golden"))) {
      Files.writeString(page, ConfigReference.markdown());
    }
    assertThat(Files.readString(page))
        .as("./parley config reference > docs/configuration.md")
        .isEqualTo(ConfigReference.markdown());
  }

  @Test
  void theReferenceOfRightsIsFresh() throws IOException {
    Path page = DOCS.resolve("acls.md");
    if ("write".equals(System.getProperty("parley.golden"))) {
      Files.writeString(page, AccessReference.markdown());
    }
    assertThat(Files.readString(page))
        .as("./parley topics acls --reference > docs/acls.md")
        .isEqualTo(AccessReference.markdown());
  }

  @Test
  void everyExitCodeIsExplained() throws IOException {
    String page = Files.readString(DOCS.resolve("exit-codes.md"));
    assertThat(Stream.of(ExitCode.values()))
        .allSatisfy(code ->
            assertThat(page).contains("| " + code.number() + " | " + code.meaning() + " |"));
  }
}
