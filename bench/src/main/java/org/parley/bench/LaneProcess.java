package org.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A [LaneSide] in a JVM of its own, with the heap that it may have.
final class LaneProcess {
  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final String HEAP = "-Xmx1g";

  /// By itself the serial collector gives a third of the heap to what is young, and the rest is too
  /// little for a million articles.
  private static final String YOUNG = "-XX:MaxNewSize=128m";

  /// Options of the JVM, for who wants to look into it.
  private static final String OPTIONS = "parley.bench.lane.java";

  private LaneProcess() {}

  /// Runs it from start to end.
  ///
  /// @param side which, see [LaneSide]
  /// @param directory empty, for its state and its log
  /// @param warm how many it decides before it is timed
  /// @param timed how many then
  /// @return its report
  static Map<String, Double> run(
      String side, String servers, String prefix, Path directory, int warm, int timed)
      throws InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            HEAP,
            YOUNG,
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    String options = System.getProperty(OPTIONS, "");
    if (!options.isBlank()) {
      command.addAll(List.of(options.split(" ")));
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            LaneSide.class.getName(),
            side,
            servers,
            prefix,
            directory.toString(),
            Integer.toString(warm),
            Integer.toString(timed)));
    try {
      await(command, directory.resolve("log"));
      return report(directory.resolve("report"));
    } catch (IOException e) {
      throw new UncheckedIOException("the lane's process cannot be run", e);
    }
  }

  private static void await(List<String> command, Path log)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(
            "the lane's process "
                + (ended ? "ended with " + process.exitValue() : "has not ended in " + LIMIT)
                + ":\n"
                + Files.readString(log));
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static Map<String, Double> report(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split(" "))
        .collect(Collectors.toMap(pair -> pair[0], pair -> Double.valueOf(pair[1])));
  }
}
