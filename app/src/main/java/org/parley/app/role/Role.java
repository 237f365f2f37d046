package org.parley.app.role;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.parley.app.Failure;
import org.parley.app.access.Actor;
import org.parley.contract.topic.Topic;

/// A part of Parley that runs until it is stopped. Roles know one another through topics only, so
/// each may run alone, and several times on one cluster: those of one kind share the work, and one
/// that is gone has its share taken over.
///
/// A data directory is one instance: a role takes a lock there when it starts. Thread-safe.
public interface Role {
  /// As in `parley NAME`, and in messages.
  String name();

  /// Whose rights it needs on a secured cluster.
  Actor actor();

  /// The topics that must be there before it starts; those of watches aside.
  List<Topic<?>> topics();

  /// Begins; returns as soon as it is on its way.
  ///
  /// @throws Failure when it cannot: another instance has the data directory, a key is missing
  void start();

  /// Waits until it does its work.
  ///
  /// @throws Failure when it does not by then, or failed
  void awaitRunning(Duration limit) throws InterruptedException;

  Health health();

  /// Done when the role has stopped for good because of an error. Surroundings that are merely away
  /// are waited for instead.
  CompletionStage<Failure> failure();

  /// Takes on nothing more, completes what is under way, and ends. Idempotent; also for a role that
  /// never started.
  ///
  /// @return whether everything was completed within `limit`; the rest is done again by whoever
  ///   takes over
  boolean close(Duration limit);
}
