package org.parley.ingest.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/// Tells a network that is out from feeds that are: when more than half of the hosts, at least
/// three and at most twenty, could not be reached one after the other and none answered in between,
/// it is the network. Then no feed is blamed, those of the row included, until a host answers.
/// Thread-safe.
public final class Outage {
  private static final int LEAST = 3;
  private static final int ENOUGH = 20;

  private final IntSupplier hosts;
  private final Map<String, Runnable> row = new LinkedHashMap<>();
  private boolean out;

  /// @param hosts how many are polled
  public Outage(IntSupplier hosts) {
    this.hosts = hosts;
  }

  /// What an unreachable host means.
  ///
  /// @param out whether the network is out
  /// @param began whether that has just become known
  /// @param forgive takes the blame from the feeds that were blamed before it was known
  public record Finding(boolean out, boolean began, List<Runnable> forgive) {
    public Finding {
      forgive = List.copyOf(forgive);
    }
  }

  /// A host that could not be reached.
  ///
  /// @param forgive takes the blame for this from the feed, should it turn out to be the network
  public synchronized Finding unreachable(String host, Runnable forgive) {
    if (out) {
      return new Finding(true, false, List.of());
    }
    row.put(host, forgive);
    int enough = Math.min(ENOUGH, Math.max(LEAST, hosts.getAsInt() / 2 + 1));
    if (row.size() < enough) {
      return new Finding(false, false, List.of());
    }
    out = true;
    var finding = new Finding(true, true, List.copyOf(row.values()));
    row.clear();
    return finding;
  }

  /// A host answered, whatever it said.
  ///
  /// @return whether the network was out until now
  public synchronized boolean answered() {
    boolean was = out;
    out = false;
    row.clear();
    return was;
  }

  public synchronized boolean isOut() {
    return out;
  }
}
