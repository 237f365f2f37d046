package org.parley.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// An address written where a host's name could stand, in any spelling that some client reads:
/// `127.0.0.1`, `127.1`, `2130706433`, `0x7f.0.0.1`, `0177.0.0.1`, `::1`, `::ffff:127.0.0.1`.
/// Numbers are read as the WHATWG URL standard does; the JDK reads `0177` as 177, and others as
/// 127.
///
/// @param address that it means
/// @param mapped whether an IPv4 address was written as an IPv6 one
/// @see <a href="https://url.spec.whatwg.org/#concept-ipv4-parser">WHATWG URL, IPv4 parser</a>
record Literal(InetAddress address, boolean mapped) {

  /// The address, or nothing when `host` is a name.
  ///
  /// @throws RefusedException when it looks like an address and is none
  static Optional<Literal> parse(String host) throws RefusedException {
    if (host.contains(":")) {
      return Optional.of(six(host));
    }
    String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String last = bare.substring(bare.lastIndexOf('.') + 1);
    return isNumber(last) ? Optional.of(new Literal(four(bare), false)) : Optional.empty();
  }

  private static Literal six(String host) throws RefusedException {
    if (host.contains("%")) {
      throw new RefusedException("'" + host + "' names a network interface; leave the % part off");
    }
    try {
      InetAddress address = InetAddress.ofLiteral(host);
      return new Literal(address, address instanceof Inet4Address);
    } catch (IllegalArgumentException e) {
      throw new RefusedException("'" + host + "' is not an IPv6 address");
    }
  }

  private static boolean isNumber(String label) {
    return !label.isEmpty()
        && (label.chars().allMatch(c -> c >= '0' && c <= '9') || label.matches("0x[0-9a-f]*"));
  }

  private static InetAddress four(String host) throws RefusedException {
    String[] parts = host.split("\\.", -1);
    if (parts.length > 4) {
      throw notFour(host);
    }
    long value = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      long part = number(parts[i], host);
      // The last part fills all the bytes that are left: 127.1 is 127.0.0.1.
      long limit = last ? 1L << (8 * (5 - parts.length)) : 256;
      if (part >= limit) {
        throw notFour(host);
      }
      value = last ? value + part : value + (part << (8 * (3 - i)));
    }
    return address((int) value);
  }

  private static long number(String part, String host) throws RefusedException {
    try {
      if (part.startsWith("0x")) {
        return part.length() == 2 ? 0 : Long.parseLong(part, 2, part.length(), 16);
      }
      return part.length() > 1 && part.startsWith("0")
          ? Long.parseLong(part, 8)
          : Long.parseLong(part);
    } catch (NumberFormatException e) {
      throw notFour(host);
    }
  }

  private static RefusedException notFour(String host) {
    return new RefusedException("'" + host + "' ends in a number and is not an IPv4 address");
  }

  private static InetAddress address(int value) {
    byte[] bytes = {
      (byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value
    };
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are always an address", e);
    }
  }
}
