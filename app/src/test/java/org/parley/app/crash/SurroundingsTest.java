package org.parley.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.ExitCode;
import org.parley.contract.Ids;

/// A data directory that is another's, or a newer version's: one clear line, and nothing is harmed.
class SurroundingsTest {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/hook");
  @TempDir Path folder;

  private static void refuses(ParleyProcess run, String... words) {
    assertThat(run.awaitEnd()).as("%s", run).isEqualTo(ExitCode.CANNOT_START.number());
    assertThat(run.messages()).as("%s", run).singleElement().asString().contains(words);
  }

  @Test
  void aSecondInstanceIsToldAndTheFirstGoesOn() throws Exception {
    Installation parley = Installation.in(folder, NOWHERE);
    try (ParleyProcess first = parley.run()) {
      first.awaitLine("ready;");
      try (ParleyProcess second = parley.run("--port", "0")) {
        refuses(second, "another Parley runs on the data directory", parley.dataDir().toString());
      }
      try (ParleyProcess health = parley.ended("health")) {
        assertThat(health.exitCode()).as("%s", health).isZero();
      }
      assertThat(first.isAlive()).as("%s", first).isTrue();
      first.terminate();
      assertThat(first.awaitEnd()).as("%s", first).isEqualTo(ExitCode.DONE.number());
    }
    isLeftAloneWhenANewerVersionWroteIt(parley);
  }

  private static void isLeftAloneWhenANewerVersionWroteIt(Installation parley) throws IOException {
    Files.writeString(parley.dataDir().resolve("parley.layout"), "99\n");
    Map<String, String> before = contents(parley.dataDir());
    try (ParleyProcess old = parley.run()) {
      refuses(old, "was written by a newer Parley (layout 99", parley.dataDir().toString());
    }
    assertThat(contents(parley.dataDir())).isEqualTo(before);
  }

  private static Map<String, String> contents(Path directory) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file.toString(), Ids.sha256(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
