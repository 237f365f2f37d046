package org.parley.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// The addresses that are not a public host's: the IANA special-purpose registries for IPv4 and
/// IPv6, whole, "globally reachable" entries included, since none of them is a place for a webhook
/// or a feed; multicast; and all of IPv6 outside `2000::/3`, which is not given out.
///
/// @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4 registry</a>
/// @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6 registry</a>
final class SpecialBlocks {
  /// Where a range lies within another, the smaller one comes first.
  private static final List<Block> TABLE =
      List.of(
          Block.of("this network", "0.0.0.0/8"),
          Block.of("private use", "10.0.0.0/8"),
          Block.of("shared address space of carriers", "100.64.0.0/10"),
          Block.of("loopback", "127.0.0.0/8"),
          Block.of("link local", "169.254.0.0/16"),
          Block.of("private use", "172.16.0.0/12"),
          Block.of("IPv4 service continuity", "192.0.0.0/29"),
          Block.of("IPv4 dummy address", "192.0.0.8/32"),
          Block.of("port control protocol anycast", "192.0.0.9/32"),
          Block.of("TURN anycast", "192.0.0.10/32"),
          Block.of("NAT64 discovery", "192.0.0.170/31"),
          Block.of("IETF protocol assignments", "192.0.0.0/24"),
          Block.of("documentation", "192.0.2.0/24"),
          Block.of("AS112", "192.31.196.0/24"),
          Block.of("automatic multicast tunnelling", "192.52.193.0/24"),
          Block.of("6to4 relay anycast", "192.88.99.0/24"),
          Block.of("private use", "192.168.0.0/16"),
          Block.of("AS112 delegation", "192.175.48.0/24"),
          Block.of("benchmarking", "198.18.0.0/15"),
          Block.of("documentation", "198.51.100.0/24"),
          Block.of("documentation", "203.0.113.0/24"),
          Block.of("multicast", "224.0.0.0/4"),
          Block.of("limited broadcast", "255.255.255.255/32"),
          Block.of("reserved", "240.0.0.0/4"),
          Block.of("loopback", "::1/128"),
          Block.of("unspecified", "::/128"),
          Block.of("IPv4-compatible", "::/96"),
          Block.of("NAT64", "64:ff9b::/96"),
          Block.of("NAT64, local use", "64:ff9b:1::/48"),
          Block.of("discard only", "100::/64"),
          Block.of("IPv6 dummy prefix", "100:0:0:1::/64"),
          Block.of("Teredo", "2001::/32"),
          Block.of("port control protocol anycast", "2001:1::1/128"),
          Block.of("TURN anycast", "2001:1::2/128"),
          Block.of("service registration protocol anycast", "2001:1::3/128"),
          Block.of("benchmarking", "2001:2::/48"),
          Block.of("automatic multicast tunnelling", "2001:3::/32"),
          Block.of("AS112", "2001:4:112::/48"),
          Block.of("ORCHID", "2001:10::/28"),
          Block.of("ORCHIDv2", "2001:20::/28"),
          Block.of("drone remote identification", "2001:30::/28"),
          Block.of("IETF protocol assignments", "2001::/23"),
          Block.of("documentation", "2001:db8::/32"),
          Block.of("6to4", "2002::/16"),
          Block.of("AS112 delegation", "2620:4f:8000::/48"),
          Block.of("documentation", "3fff::/20"),
          Block.of("segment routing", "5f00::/16"),
          Block.of("unique local", "fc00::/7"),
          Block.of("link local", "fe80::/10"),
          Block.of("site local", "fec0::/10"),
          Block.of("multicast", "ff00::/8"));

  private static final Block GLOBAL_UNICAST = Block.of("global unicast", "2000::/3");
  private static final Block UNALLOCATED = Block.of("not given out", "::/0");

  private SpecialBlocks() {}

  /// The range that keeps `address` from being a public host's.
  static Optional<Block> of(InetAddress address) {
    for (Block block : TABLE) {
      if (block.contains(address)) {
        return Optional.of(block);
      }
    }
    return address instanceof Inet6Address && !GLOBAL_UNICAST.contains(address)
        ? Optional.of(UNALLOCATED)
        : Optional.empty();
  }
}
