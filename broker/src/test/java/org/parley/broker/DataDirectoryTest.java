package org.parley.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.broker.EmbeddedBroker.Settings;

class DataDirectoryTest {
  @TempDir Path temporary;
  private Path directory;

  @BeforeEach
  void place() {
    directory = temporary.resolve("data");
  }

  @Test
  void isMadeWhenMissing() throws Exception {
    try (var open = DataDirectory.open(directory.resolve("a/b"), 0)) {
      assertThat(open.logs().resolve("meta.properties")).isRegularFile();
    }
  }

  @Test
  void isFormattedOnce() throws Exception {
    DataDirectory.open(directory, 0).close();
    Map<String, String> first = contents(directory);

    DataDirectory.open(directory, 0).close();

    assertThat(contents(directory)).isEqualTo(first);
  }

  @Test
  void isFormattedAfreshWhenFormattingWasInterrupted() throws Exception {
    Files.createDirectories(directory.resolve("kafka.new"));
    Files.writeString(directory.resolve("kafka.new/bootstrap.checkpoint"), "half");

    try (var open = DataDirectory.open(directory, 0)) {
      assertThat(open.logs().resolve("meta.properties")).isRegularFile();
      assertThat(directory.resolve("kafka.new")).doesNotExist();
    }
  }

  @Test
  void letsOneBrokerInAndTellsTheOtherWhereItIs() throws Exception {
    try (var open = DataDirectory.open(directory, 0)) {
      open.announce("127.0.0.1:4711");

      assertRefused(Settings.in(directory))
          .hasMessage(
              "another Parley runs on the data directory %s (its broker is at 127.0.0.1:4711); stop it, or choose another --data-dir",
              directory);
      assertThat(EmbeddedBroker.addressIn(directory)).hasValue("127.0.0.1:4711");
    }
  }

  @Test
  void aSymbolicLinkToItIsTheSameDirectory() throws Exception {
    try (var open = DataDirectory.open(directory, 0)) {
      Path link = Files.createSymbolicLink(temporary.resolve("link"), directory);
      open.announce("127.0.0.1:4711");

      assertRefused(Settings.in(link)).hasMessageContaining("another Parley runs");
      assertThat(EmbeddedBroker.addressIn(link)).hasValue("127.0.0.1:4711");
    }
  }

  @Test
  void hasAnAddressWhileItsBrokerServes() {
    assertThat(EmbeddedBroker.addressIn(directory)).isEmpty();

    try (var broker = EmbeddedBroker.start(Settings.in(directory))) {
      assertThat(EmbeddedBroker.addressIn(directory)).hasValue(broker.bootstrapServers());
      // Asking must not loosen the lock.
      assertRefused(Settings.in(directory)).hasMessageContaining(broker.bootstrapServers());
    }

    assertThat(EmbeddedBroker.addressIn(directory)).isEmpty();
    assertThat(directory.resolve("broker.address")).doesNotExist();
  }

  @Test
  void anAddressWithoutABrokerIsStale() throws Exception {
    DataDirectory.open(directory, 0).close();
    Files.writeString(directory.resolve("broker.address"), "127.0.0.1:4711\n");

    assertThat(EmbeddedBroker.addressIn(directory)).isEmpty();
    DataDirectory.open(directory, 0).close();
    assertThat(directory.resolve("broker.address")).doesNotExist();
  }

  @Test
  void saysHowMuchRoomIsMissing() {
    assertRefused(Settings.in(directory).withLeastFree(Long.MAX_VALUE))
        .hasMessageStartingWith("the disk of the data directory " + directory + " is too full: ")
        .hasMessageContaining(" MB free, " + (Long.MAX_VALUE >> 20) + " MB needed; make room");
    assertThat(directory.resolve("kafka")).doesNotExist();
    assertThat(EmbeddedBroker.addressIn(directory)).isEmpty();
  }

  @Test
  void refusesAFile() throws Exception {
    Files.writeString(directory, "mine");

    assertRefused(Settings.in(directory))
        .hasMessage(
            "cannot use the data directory %s: %s is not a directory; choose another --data-dir",
            directory, directory);
    assertThat(directory).hasContent("mine");
  }

  @Test
  void leavesForeignFilesAlone() throws Exception {
    Files.createDirectories(directory.resolve("kafka"));
    Files.writeString(directory.resolve("kafka/thesis.txt"), "mine");

    assertRefused(Settings.in(directory))
        .hasMessage(
            "%s holds something other than Parley's data; choose another --data-dir",
            directory.resolve("kafka"));
    assertThat(contents(directory.resolve("kafka"))).containsOnly(Map.entry("thesis.txt", "mine"));
  }

  @Test
  void leavesTheDataOfANewerVersionAlone() throws Exception {
    DataDirectory.open(directory, 0).close();
    Path level = directory.resolve("kafka/parley.level");
    Files.writeString(level, "metadata.version=9999\n");
    Files.writeString(directory.resolve("broker.address"), "127.0.0.1:1\n");
    Map<String, String> before = contents(directory);

    assertRefused(Settings.in(directory))
        .hasMessageContaining("was written by a newer Parley (metadata version 9999")
        .hasMessageContaining(directory.toString());
    assertThat(contents(directory)).isEqualTo(before);
  }

  @Test
  void startsOnALevelOfAnOlderVersion() throws Exception {
    DataDirectory.open(directory, 0).close();
    Files.writeString(directory.resolve("kafka/parley.level"), "metadata.version=1\n");

    EmbeddedBroker.start(Settings.in(directory)).close();
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Settings settings) {
    return assertThatThrownBy(() -> EmbeddedBroker.start(settings).close())
        .isInstanceOf(BrokerException.class);
  }

  private static Map<String, String> contents(Path root) throws Exception {
    var contents = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            root.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }
}
