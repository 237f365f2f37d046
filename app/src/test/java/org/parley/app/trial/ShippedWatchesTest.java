package org.parley.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.app.book.WatchFiles;
import org.parley.processor.watch.WrittenWatch;

/// The watches that come with Parley do as their own tests say.
class ShippedWatchesTest {
  private static final Path WATCHES =
      Path.of(System.getProperty("parley.root")).resolve("seeds/watches");

  static List<Path> watches() throws IOException {
    try (Stream<Path> files = Files.walk(WATCHES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("watches")
  void passesItsOwnTests(Path file) {
    WrittenWatch written = WatchFiles.written(file);
    String name = file.toString();

    assertThat(written.warnings()).isEmpty();
    assertThat(written.expectations()).isNotEmpty();
    assertThat(ExpectationTrial.run(written))
        .allSatisfy(test -> assertThat(test.passed()).as(test.text(name)).isTrue());
  }
}
