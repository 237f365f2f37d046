package org.parley.console;

import java.net.InetAddress;

/// Where the console listens.
///
/// @param bind address of the interface; a loopback address takes requests of this machine only,
///   and those only that name it as this machine
/// @param port 0 for a free one
/// @param orFree whether a free port will do when that one is taken
public record ConsoleSettings(InetAddress bind, int port, boolean orFree) {
  /// The port unless told otherwise: the one that Prometheus' users expect.
  public static final int PORT = 9464;

  public ConsoleSettings {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
    }
  }

  /// On a free port of 127.0.0.1.
  public static ConsoleSettings free() {
    return new ConsoleSettings(InetAddress.ofLiteral("127.0.0.1"), 0, false);
  }
}
