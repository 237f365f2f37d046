package org.parley.app.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Whether the port that the embedded broker is to listen on can be had.
final class PortCheck {
  private static final String NAME = "port";

  private PortCheck() {}

  /// @param running whether a Parley runs on the data directory already
  static Verdict look(int port, boolean running) {
    return verdict(port, running, running || port == 0 || isFree(port));
  }

  static Verdict verdict(int port, boolean running, boolean free) {
    if (running) {
      return Verdict.ok(NAME, "a broker runs already");
    }
    if (port == 0) {
      return Verdict.ok(NAME, "the broker takes any free one");
    }
    return free
        ? Verdict.ok(NAME, port + " is free for the broker")
        : Verdict.fail(
            NAME,
            port + " on 127.0.0.1 is taken by another program, so `parley run` cannot start",
            "end that program, or set broker.port (0 takes a free one)");
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException _) {
      // That it cannot be bound is the answer.
      return false;
    }
  }
}
