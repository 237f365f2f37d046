package org.parley.console;

import java.util.function.Supplier;

/// One part of the process that can be asked how it is: the broker, a role.
///
/// @param name in answers: `broker`, `processor`
/// @param state asked anew for every request, from any thread; it must answer at once, so what
///   takes time is found out beforehand. What it throws counts as [NotReady]
public record Health(String name, Supplier<State> state) {
  /// How a part is.
  public sealed interface State {}

  /// It does its work.
  public record Ready() implements State {}

  /// It does not at the moment, and will by itself when what it waits for is there.
  ///
  /// @param reason in words for an operator
  public record NotReady(String reason) implements State {}

  /// It has stopped for good; only a new process helps.
  ///
  /// @param reason in words for an operator
  public record Failed(String reason) implements State {}

  public static final State READY = new Ready();

  public Health {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a part must have a name");
    }
  }

  /// Asks the part.
  State now() {
    try {
      return state.get();
    } catch (RuntimeException e) {
      return new NotReady("cannot be asked: " + e);
    }
  }
}
