package org.parley.app.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Whether the ports that `parley run` is to listen on can be had.
final class PortCheck {
  static final String NAME = "port";

  private PortCheck() {}

  /// Something that listens.
  ///
  /// @param what as people call it
  /// @param key of the configuration that sets its port
  /// @param port 0 for any free one
  /// @param orFree whether a free port will do when that one is taken
  record Listener(String what, String key, InetAddress bind, int port, boolean orFree) {}

  static Verdict look(Listener listener) {
    return verdict(listener, listener.port() == 0 || isFree(listener));
  }

  static Verdict running() {
    return Verdict.ok(NAME, "not looked at: a Parley runs on this data directory already");
  }

  static Verdict verdict(Listener listener, boolean free) {
    if (listener.port() == 0) {
      return Verdict.ok(NAME, "the " + listener.what() + " takes any free one");
    }
    if (free) {
      return Verdict.ok(NAME, listener.port() + " is free for the " + listener.what());
    }
    String taken =
        listener.port()
            + " on "
            + listener.bind().getHostAddress()
            + " is taken by another program";
    return listener.orFree()
        ? Verdict.ok(NAME, taken + ", so the " + listener.what() + " takes a free one")
        : Verdict.fail(
            NAME,
            taken + ", so `parley run` cannot start its " + listener.what(),
            "end that program, or set " + listener.key() + " (0 takes a free one)");
  }

  private static boolean isFree(Listener listener) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(listener.bind(), listener.port()));
      return true;
    } catch (IOException _) {
      // That it cannot be bound is the answer.
      return false;
    }
  }
}
