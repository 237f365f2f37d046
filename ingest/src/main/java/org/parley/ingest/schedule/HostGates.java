package org.parley.ingest.schedule;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// One request to a host at a time, and so many at a time over all: whoever wants to ask a host
/// waits its turn there, first come first served, and only then for a place among all. So a slow
/// host holds up only who wants to ask it. Thread-safe; made for virtual threads.
public final class HostGates {
  private final Semaphore places;
  private final Map<String, Gate> gates = new HashMap<>();

  /// @param most requests at one time
  public HostGates(int most) {
    places = new Semaphore(most, true);
  }

  private static final class Gate {
    final Semaphore turn = new Semaphore(1, true);
    int users;
  }

  /// A turn at a host. It ends in two steps: the host is free for the next once it has answered,
  /// the place when what it answered is dealt with. Both are idempotent; for one thread.
  public final class Turn implements AutoCloseable {
    private final String host;
    private final Gate gate;
    private boolean atHost = true;
    private boolean open = true;

    private Turn(String host, Gate gate) {
      this.host = host;
      this.gate = gate;
    }

    /// The host has answered.
    public void leaveHost() {
      if (atHost) {
        atHost = false;
        gate.turn.release();
        left(host, gate);
      }
    }

    @Override
    public void close() {
      leaveHost();
      if (open) {
        open = false;
        places.release();
      }
    }
  }

  /// Waits for a turn.
  ///
  /// @param host by name, as in the URL
  public Turn enter(String host) throws InterruptedException {
    Gate gate = come(host);
    boolean mine = false;
    try {
      gate.turn.acquire();
      mine = true;
      places.acquire();
      return new Turn(host, gate);
    } catch (InterruptedException e) {
      if (mine) {
        gate.turn.release();
      }
      left(host, gate);
      throw e;
    }
  }

  private synchronized Gate come(String host) {
    Gate gate = gates.computeIfAbsent(host, _ -> new Gate());
    gate.users++;
    return gate;
  }

  private synchronized void left(String host, Gate gate) {
    gate.users--;
    if (gate.users == 0) {
      gates.remove(host);
    }
  }
}
