package org.parley.outbound;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which addresses may be dialled: public ones, and those an operator has opened. It is asked about
/// the very address that is dialled, never about a name that might mean another one a moment later.
/// Immutable and safe for all threads.
///
/// What an operator may open:
///
/// | entry | opens |
/// |---|---|
/// | `loopback` | 127.0.0.0/8 and ::1 |
/// | `private` | 10/8, 172.16/12, 192.168/16 and fc00::/7 |
/// | `10.1.0.0/16`, `fd00::5` | these addresses, under any name |
/// | `hooks.internal`, `hooks.internal:8080` | whatever addresses that name has, at any or at this port |
public final class AddressPolicy {
  private static final List<Block> LOOPBACK =
      List.of(Block.of("loopback", "127.0.0.0/8"), Block.of("loopback", "::1"));
  private static final List<Block> PRIVATE =
      List.of(
          Block.of("private", "10.0.0.0/8"),
          Block.of("private", "172.16.0.0/12"),
          Block.of("private", "192.168.0.0/16"),
          Block.of("private", "fc00::/7"));
  private static final Pattern FOUR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?");
  private static final Pattern SIX =
      Pattern.compile("[0-9a-f.]*:[0-9a-f.]*:[0-9a-f:.]*(/\\d{1,3})?");

  /// With a letter at the start of its last label, as no address has.
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9_-]+\\.)*[a-z_][a-z0-9_-]*(:\\d{1,5})?");

  private final List<Block> open;
  private final Set<String> names;

  private AddressPolicy(List<Block> open, Set<String> names) {
    this.open = List.copyOf(open);
    this.names = Set.copyOf(names);
  }

  /// Public addresses only.
  public static AddressPolicy publicOnly() {
    return new AddressPolicy(List.of(), Set.of());
  }

  /// Public addresses, and what the entries open.
  ///
  /// @throws IllegalArgumentException when one is none of the forms above; the message names it
  public static AddressPolicy allowing(List<String> entries) {
    List<Block> open = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String entry : entries) {
      String plain = entry.strip().toLowerCase(Locale.ROOT);
      switch (plain) {
        case "loopback" -> open.addAll(LOOPBACK);
        case "private" -> open.addAll(PRIVATE);
        default -> {
          if (FOUR.matcher(plain).matches() || SIX.matcher(plain).matches()) {
            open.add(block(plain));
          } else if (NAME.matcher(plain).matches()) {
            names.add(plain);
          } else {
            throw malformed(entry, null);
          }
        }
      }
    }
    return new AddressPolicy(open, names);
  }

  private static Block block(String entry) {
    try {
      return Block.of("allowed", entry);
    } catch (IllegalArgumentException e) {
      throw malformed(entry, e);
    }
  }

  private static IllegalArgumentException malformed(String entry, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "allowed address '"
            + entry
            + "' must be loopback, private, an address, a range such as 10.1.0.0/16,"
            + " or a host name with or without :port",
        cause);
  }

  /// Why `address` may not be dialled, or nothing when it may.
  public Optional<String> refusal(InetAddress address) {
    return opens(address) ? Optional.empty() : SpecialBlocks.of(address).map(Block::toString);
  }

  /// Whether an operator trusts the name itself, whatever its addresses.
  boolean trusts(String host, int port) {
    return names.contains(host) || names.contains(host + ":" + port);
  }

  /// Whether an operator has opened `address` by range, so that any spelling of it will do.
  boolean opens(InetAddress address) {
    return open.stream().anyMatch(block -> block.contains(address));
  }
}
