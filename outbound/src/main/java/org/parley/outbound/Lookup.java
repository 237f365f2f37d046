package org.parley.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// The addresses of a name. May block; [GuardedHttp] calls it on threads of its own and gives up at
/// the deadline.
@FunctionalInterface
public interface Lookup {
  /// That of the operating system.
  Lookup SYSTEM = name -> List.of(InetAddress.getAllByName(name));

  /// @param name in ASCII, never an address in any spelling
  /// @return in the order in which to dial them
  /// @throws UnknownHostException when it has none
  List<InetAddress> addresses(String name) throws UnknownHostException;
}
