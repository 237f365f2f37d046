package org.parley.app.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.ExitCode;
import org.parley.testkit.WebhookReceiver;

/// A disk that becomes full: one clear line, and nothing is lost.
class FullDiskTest {
  private static final int MEGABYTE = 1024 * 1024;

  /// Of the disk that becomes full: what a start asks for, and as much again.
  private static final int DISK_MEGABYTES = 512;

  @TempDir Path folder;

  @Test
  void aDiskThatIsFullStopsItAndNothingIsLost() throws Exception {
    var deliveries = new Deliveries();
    List<Instant> ends = new ArrayList<>();
    try (var receiver = WebhookReceiver.answering(deliveries)) {
      Installation parley = Installation.in(folder, receiver.uri("/hook"));
      Path disk = Files.createDirectory(parley.dataDir());
      assumeTrue(
          ended("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m", "none", disk + ""),
          "no disk of a size of its own can be mounted here: that needs root");
      try (var feeder = Feeder.unhurt(parley, folder, 1)) {
        Path junk = disk.resolve("junk");
        try (ParleyProcess run = parley.run()) {
          deliveries.await(5, run, feeder);
          fill(junk);
          run.awaitEnd();
          ends.add(Deliveries.CLOCK.instant());
          assertThat(run.exitCode()).as("%s", run).isEqualTo(ExitCode.UNAVAILABLE.number());
          assertThat(run.messages().getLast())
              .as("%s", run)
              .startsWith("parley: the broker gave up: ")
              .contains(disk.toString(), "0 MB free on its disk");
        }
        try (ParleyProcess run = parley.run()) {
          assertThat(run.awaitEnd()).as("%s", run).isEqualTo(ExitCode.CANNOT_START.number());
          assertThat(run.messages())
              .as("%s", run)
              .singleElement()
              .asString()
              .contains("the disk of the data directory " + disk + " is too full", "make room");
        }
        Files.delete(junk);
        try (ParleyProcess run = parley.run()) {
          run.awaitLine("ready;");
          new Books(parley, folder.resolve("undisturbed")).check(feeder.finish(), deliveries, ends);
        }
      } finally {
        assertThat(ended("umount", "--lazy", disk + "")).as("unmounted").isTrue();
      }
    }
  }

  /// Takes all the room there is.
  private static void fill(Path junk) throws IOException {
    byte[] megabyte = new byte[MEGABYTE];
    try (var out = Files.newOutputStream(junk)) {
      for (int i = 0; i < DISK_MEGABYTES; i++) {
        out.write(megabyte);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private static boolean ended(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process.waitFor(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS)
        && process.exitValue() == 0;
  }
}
