package org.parley.alerts.ledger;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How far the ledger's tasks in this process are, and the switch that stops them from starting
/// anything more. Thread-safe.
public final class Progress {
  private final Map<Object, Standing> tasks = new ConcurrentHashMap<>();
  private final Map<Object, Map<String, Load>> loads = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile boolean maySend = true;

  /// Where one task stands.
  ///
  /// @param waiting endpoints for which deliveries wait
  /// @param out attempts handed to the courier
  /// @param ending deliveries whose end waits for a commit
  record Standing(int waiting, int out, int ending) {
    /// Before the first round: nobody knows yet.
    static final Standing UNKNOWN = new Standing(1, 0, 0);
  }

  /// From now on nothing is sent that is not on its way already.
  public void stopSending() {
    maySend = false;
  }

  /// Whether every attempt that was made is recorded, and the log has the record.
  public boolean isSettled() {
    return tasks.values().stream().allMatch(task -> task.out() == 0 && task.ending() == 0);
  }

  /// Whether nothing is pending.
  public boolean isEmpty() {
    return isSettled() && tasks.values().stream().allMatch(task -> task.waiting() == 0);
  }

  /// Waits for something to change, at most as long as said.
  ///
  /// @return false when interrupted; the flag is set again
  public boolean awaitChange(long nanos) {
    lock.lock();
    try {
      changed.awaitNanos(nanos);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /// Whether new attempts may start.
  public boolean maySend() {
    return maySend;
  }

  void joined(Object task) {
    put(task, Standing.UNKNOWN);
  }

  void says(Object task, Standing standing) {
    put(task, standing);
  }

  void says(Object task, Map<String, Load> load) {
    loads.put(task, load);
  }

  /// What lies before each endpoint of this process's tasks that has anything before it.
  public Map<String, Load> loads() {
    Map<String, Load> all = new TreeMap<>();
    loads.values().forEach(all::putAll);
    return all;
  }

  void left(Object task) {
    tasks.remove(task);
    loads.remove(task);
    signal();
  }

  private void put(Object task, Standing standing) {
    if (!standing.equals(tasks.put(task, standing))) {
      signal();
    }
  }

  private void signal() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
