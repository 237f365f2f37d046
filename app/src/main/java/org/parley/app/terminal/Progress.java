package org.parley.app.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// Says on standard error what is being done, and for how long, so that no one looks at a silent
/// screen for more than two seconds. One step at a time; close it when the last one is done.
public final class Progress implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Terminal terminal;
  private final AtomicReference<String> step = new AtomicReference<>("");
  private final Thread ticker;
  private volatile long since = System.nanoTime();
  private volatile boolean open = true;

  public Progress(Terminal terminal) {
    this.terminal = terminal;
    this.ticker = Thread.ofVirtual().name("progress").start(this::tick);
  }

  /// Names what is being done now.
  public void step(String what) {
    step.set(what);
    since = System.nanoTime();
  }

  /// Says more precisely what is being done, since the time that is already counted.
  public void reword(String what) {
    step.set(what);
  }

  /// Says something that stays on the screen.
  public void say(String line) {
    terminal.say(line);
  }

  private void tick() {
    while (open) {
      LockSupport.parkNanos(PATIENCE.toNanos());
      long seconds = Duration.ofNanos(System.nanoTime() - since).toSeconds();
      String now = step.get();
      if (open && !now.isEmpty() && seconds >= PATIENCE.toSeconds()) {
        say(terminal.dim(String.format(Locale.ROOT, "… %s (%d s)", now, seconds)));
      }
    }
  }

  @Override
  public void close() {
    open = false;
    ticker.interrupt();
  }
}
