package org.parley.app.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.config.Config;
import org.parley.app.process.OneProcess;
import org.parley.app.role.Role;
import org.parley.console.Console;
import org.parley.console.ConsoleException;
import org.parley.console.ConsoleSettings;
import org.parley.console.Health;
import org.parley.console.Health.NotReady;

/// The console of a process that runs until a signal, or none where the configuration wants none.
/// It listens from the first moment, so that whoever waits for the process sees what it waits for.
/// Thread-safe.
public final class ProcessConsole implements AutoCloseable {
  private final @Nullable Console console;
  private final ConsoleAddress address;
  private final Figures figures = new Figures();
  private volatile @Nullable OneProcess process;
  private volatile @Nullable BrokerHealth broker;
  private final Consumer<String> say;
  private volatile boolean started;
  private boolean announced;

  private ProcessConsole(Config config, Consumer<String> say) {
    this.say = say;
    address = ConsoleAddress.in(config.dataDir());
    ConsoleSettings settings = config.console();
    console = settings == null ? null : listen(settings);
  }

  /// @param say told where it listens, when that is not where one would look
  /// @throws Failure when it cannot listen where the configuration says
  public static ProcessConsole start(Config config, Consumer<String> say) {
    return new ProcessConsole(config, say);
  }

  /// Leaves its address in the data directory, which is this process's from now on. Before that, it
  /// may be another's, and so may the address in it. Idempotent.
  public synchronized void announce() {
    if (console == null || announced) {
      return;
    }
    announced = true;
    address.write(console.address());
    if (console.isMoved()) {
      say.accept(
          "parley: port "
              + ConsoleSettings.PORT
              + " is taken; the console is on "
              + console.address()
              + " (console.port chooses)");
    }
  }

  private Console listen(ConsoleSettings settings) {
    try {
      return Console.start(settings, this::parts, figures::scrape);
    } catch (ConsoleException e) {
      throw new Failure(
          ExitCode.CANNOT_START,
          "the console "
              + e.getMessage()
              + "; choose another console.port, 0 for a free one or 'off' for no console",
          e);
    }
  }

  /// There is a broker to ask from now on, and roles come.
  public void opened(OneProcess opened) {
    if (console != null) {
      broker = BrokerHealth.watch(opened.cluster());
      process = opened;
    }
  }

  /// Where roles tell what they measure; a role that is asked by nobody may tell it all the same.
  public Figures figures() {
    return figures;
  }

  /// Every role has come, and each has its lock in the data directory.
  public void started() {
    announce();
    OneProcess running = process;
    if (running != null) {
      figures.watch(running.roles());
    }
    started = true;
  }

  private List<Health> parts() {
    List<Health> parts = new ArrayList<>();
    if (!started) {
      parts.add(new Health("start", () -> new NotReady("not all of this process has started")));
    }
    BrokerHealth asked = broker;
    if (asked != null) {
      parts.add(new Health("broker", asked::state));
    }
    OneProcess running = process;
    if (running != null) {
      running.roles().forEach(role -> parts.add(new Health(role.name(), () -> state(role))));
    }
    return parts;
  }

  private static Health.State state(Role role) {
    var health = role.health();
    return switch (health.state()) {
      case RUNNING -> Health.READY;
      case STARTING, STOPPED -> new NotReady(health.detail());
      case FAILED -> new Health.Failed(health.detail());
    };
  }

  @Override
  public void close() {
    if (console != null) {
      address.forget(console.address());
      console.close();
    }
    BrokerHealth asked = broker;
    if (asked != null) {
      asked.close();
    }
    figures.close();
  }
}
