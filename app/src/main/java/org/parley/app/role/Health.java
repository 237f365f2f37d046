package org.parley.app.role;

/// How a role is at this moment.
///
/// @param detail one line for an operator
public record Health(State state, String detail) {
  public enum State {
    /// On its way: joining its group, restoring, or taking over partitions.
    STARTING,
    /// Has its partitions, or none because others have them all.
    RUNNING,
    /// Stopped in good order, or never started.
    STOPPED,
    /// Stopped for good because of an error.
    FAILED
  }
}
