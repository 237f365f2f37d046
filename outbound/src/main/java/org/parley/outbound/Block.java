package org.parley.outbound;

import java.net.InetAddress;

/// A range of addresses: those whose first `prefix` bits are those of `network`.
///
/// @param name what the range is for
/// @param network its first address
/// @param prefix in bits
record Block(String name, InetAddress network, int prefix) {
  Block {
    int bits = network.getAddress().length * 8;
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException(
          "/" + prefix + " is not a prefix of 0 to " + bits + " bits");
    }
  }

  /// @param cidr `10.0.0.0/8`, or one address
  static Block of(String name, String cidr) {
    int slash = cidr.indexOf('/');
    InetAddress network = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash));
    int bits = network.getAddress().length * 8;
    return new Block(
        name, network, slash < 0 ? bits : Integer.parseInt(cidr, slash + 1, cidr.length(), 10));
  }

  boolean contains(InetAddress address) {
    byte[] mine = network.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    int whole = prefix / 8;
    for (int i = 0; i < whole; i++) {
      if (mine[i] != other[i]) {
        return false;
      }
    }
    int rest = prefix % 8;
    return rest == 0 || ((mine[whole] ^ other[whole]) & 0xff) >>> (8 - rest) == 0;
  }

  @Override
  public String toString() {
    return name + " (" + network.getHostAddress() + "/" + prefix + ")";
  }
}
