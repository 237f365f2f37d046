package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCopiesCommandTest {
  @TempDir Path folder;

  @Test
  void printsTheTableWithoutErrorsBeingAskedFor() throws IOException {
    Path file = folder.resolve("copies.tsv");
    Files.writeString(file, "a\t1\tplain\tOne text.\nb\t1\tcopy\tOne text.\n");

    CommandLineRun run = CommandLineRun.of("evaluate", "copies", file.toString(), "--seeds", "1");

    assertThat(run.exitCode()).as(run.everything()).isZero();
    assertThat(run.out()).anyMatch(line -> line.startsWith("mean"));
  }
}
