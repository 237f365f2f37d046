package org.parley.app.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.parley.app.Main;

/// A `parley` in a process of its own, so that a test can kill it. Remembers each line it says on
/// either stream. Waits end after two minutes with an [AssertionError] that shows them.
final class ParleyProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String command;
  private final Process process;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<String> lines = new ArrayList<>();
  private final Thread listener;
  private boolean silent;

  private ParleyProcess(String command, Process process) {
    this.command = command;
    this.process = process;
    listener = Thread.ofVirtual().name("output of " + command).start(this::listen);
  }

  /// Starts `parley` with these arguments.
  ///
  /// @param directory to run in
  static ParleyProcess start(Path directory, List<String> arguments) {
    return start(directory, Main.class, arguments);
  }

  /// Starts the `main` of any class of the test class path.
  static ParleyProcess start(Path directory, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>(java());
    command.add(main.getName());
    command.addAll(arguments);
    try {
      return new ParleyProcess(
          String.join(" ", arguments),
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command, e);
    }
  }

  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Xmx512m",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        // As users have it, not as tests do.
        "-Dlogback.configurationFile=logback.xml",
        "-Dparley.home=" + System.getProperty("parley.root"),
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
  }

  private void listen() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        said(line);
      }
    } catch (IOException e) {
      // A killed process's pipe may break in the middle of a line.
      said("(its output broke off: " + e.getMessage() + ")");
    } finally {
      ended();
    }
  }

  private void said(String line) {
    lock.lock();
    try {
      lines.add(line);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void ended() {
    lock.lock();
    try {
      silent = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Everything it said so far.
  List<String> lines() {
    lock.lock();
    try {
      return List.copyOf(lines);
    } finally {
      lock.unlock();
    }
  }

  /// What it has to tell a person: without the lines that show its course.
  List<String> messages() {
    return lines().stream().filter(line -> !line.startsWith("…")).toList();
  }

  /// Waits until it says a line with `text` in it, which may be behind it already.
  String awaitLine(String text) {
    Predicate<String> wanted = line -> line.contains(text);
    lock.lock();
    try {
      long left = PATIENCE.toNanos();
      while (lines.stream().noneMatch(wanted)) {
        if (left <= 0 || silent) {
          throw new AssertionError("no '" + text + "' from " + this);
        }
        left = changed.awaitNanos(left);
      }
      return lines.stream().filter(wanted).findFirst().orElseThrow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for '" + text + "'", e);
    } finally {
      lock.unlock();
    }
  }

  /// Whether it ends, by itself, within `limit`.
  boolean endsWithin(Duration limit) {
    try {
      return process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + this, e);
    }
  }

  /// Waits for its end.
  ///
  /// @return the exit code
  int awaitEnd() {
    if (!endsWithin(PATIENCE)) {
      throw new AssertionError("does not end: " + this);
    }
    try {
      listener.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while reading the last of " + this, e);
    }
    return process.exitValue();
  }

  /// Of a process that has ended.
  int exitCode() {
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// SIGKILL.
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /// SIGTERM; [#awaitEnd()] waits for what comes of it.
  void terminate() {
    // Unlike [Process#destroy], this leaves its output to be read.
    process.toHandle().destroy();
  }

  /// Kills it if it lives.
  @Override
  public void close() {
    kill();
  }

  @Override
  public String toString() {
    return command + (isAlive() ? "" : " (ended)") + "\n  " + String.join("\n  ", lines());
  }
}
