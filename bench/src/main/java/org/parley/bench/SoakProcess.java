package org.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.broker.EmbeddedBroker;

/// A `parley run` in a JVM of its own, with a heap that is watched.
final class SoakProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration STOP = Duration.ofSeconds(60);
  private static final Pattern PAUSE = Pattern.compile("Pause .* \\d+M->(\\d+)M\\((\\d+)M\\)");

  private final Path directory;
  private final Process process;

  /// @param directory for its data, its log and its feeds
  /// @param opml the feeds
  SoakProcess(Path directory, String opml, Duration interval, int heapMegabytes) {
    this.directory = directory;
    try {
      Path feeds = Files.writeString(directory.resolve("feeds.opml"), opml);
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              "-Xmx" + heapMegabytes + "m",
              "-XX:+UseSerialGC",
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow",
              "-Xlog:gc:file=" + directory.resolve("gc.log"),
              "-Dparley.home=" + System.getProperty("parley.home", "."),
              "-cp",
              System.getProperty("java.class.path"),
              "org.parley.app.Main",
              "run",
              "--no-seeds",
              "--port",
              "0",
              "--data-dir",
              data().toString(),
              "--feeds",
              feeds.toString()));
      for (String setting :
          List.of(
              "feeds.interval=" + interval.toSeconds() + "s",
              "feeds.allow=loopback",
              "console.port=off")) {
        command.addAll(List.of("--set", setting));
      }
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("run.log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("parley run cannot be started", e);
    }
  }

  private Path data() {
    return directory.resolve("data");
  }

  /// Waits until it is ready.
  ///
  /// @return the address of its broker
  String awaitReady() {
    long deadline = System.nanoTime() + START.toNanos();
    while (!log().contains("ready;")) {
      if (!process.isAlive() || System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("parley run does not start:\n" + log());
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    return EmbeddedBroker.addressIn(data())
        .orElseThrow(() -> new IllegalStateException("no broker's address in " + data()));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// What it said.
  String log() {
    return read("run.log");
  }

  /// The most heap that was in use after any collection, in MB.
  int peakHeap() {
    int peak = 0;
    Matcher pauses = PAUSE.matcher(read("gc.log"));
    while (pauses.find()) {
      peak = Math.max(peak, Integer.parseInt(pauses.group(1)));
    }
    return peak;
  }

  private String read(String file) {
    try {
      Path path = directory.resolve(file);
      return Files.exists(path) ? Files.readString(path) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /// Asks it to stop, as an operator would.
  ///
  /// @return its exit code
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("parley run has not stopped within " + STOP);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
