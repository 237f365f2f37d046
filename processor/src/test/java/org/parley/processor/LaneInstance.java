package org.parley.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.parley.contract.LatencyListener;
import org.parley.contract.topic.World;

/// A processor in a process of its own, so that a test can kill it.
final class LaneInstance implements AutoCloseable {
  private final Process process;

  private LaneInstance(Process process) {
    this.process = process;
  }

  /// @param threads how many lanes it may work on at a time
  static LaneInstance start(String servers, World world, Path stateDir, int threads) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            LaneInstance.class.getName(),
            servers,
            world.prefix(),
            stateDir.toString(),
            Integer.toString(threads));
    try {
      return new LaneInstance(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command, e);
    }
  }

  /// Ends it at once, like a crash.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  static void main(String[] arguments) throws InterruptedException {
    Path stateDir = Path.of(arguments[2]);
    var settings =
        new ProcessorSettings(
            World.live(arguments[1]),
            arguments[0],
            stateDir,
            stateDir.getFileName().toString(),
            Integer.parseInt(arguments[3]),
            ProcessorSettings.SESSION.dividedBy(5),
            Map.of());
    try (var processor = new NewsProcessor(settings, new WordReading(), LatencyListener.NONE)) {
      processor.start();
      new CountDownLatch(1).await();
    }
  }
}
