package org.parley.outbound;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whom a URL means. `java.net.URI` gives no host for `http://2130706433/`, which every browser and
/// curl read as 127.0.0.1, so the authority is taken apart here.
///
/// @param scheme `http` or `https`
/// @param host in ASCII and lower case; an IPv6 address without its brackets
/// @param port given or the scheme's own
record Target(String scheme, String host, int port) {
  private static final Pattern AUTHORITY =
      Pattern.compile("(?<host>\\[[^\\[\\]@]+]|[^\\[\\]:@]+)(:(?<port>\\d{0,5}))?");

  /// What a name may be made of once it is ASCII: nothing that could end the `Host` header.
  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");

  /// @throws RefusedException when the URL is not http or https, or names no host
  static Target of(URI uri) throws RefusedException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new RefusedException("'" + uri + "' must begin with http:// or https://");
    }
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      // A password in the URL is not repeated into a log.
      String shown = authority.contains("@") ? "the URL with a user name" : "'" + uri + "'";
      throw new RefusedException(
          shown + " must have host or host:port after ://, and nothing else");
    }
    return new Target(scheme, host(parts.group("host")), port(parts.group("port"), scheme));
  }

  private static String host(String given) throws RefusedException {
    if (given.startsWith("[")) {
      return given.substring(1, given.length() - 1).toLowerCase(Locale.ROOT);
    }
    String name = ascii(given);
    if (!NAME.matcher(name).matches()) {
      throw new RefusedException("'" + given + "' is not a host name");
    }
    return name;
  }

  private static String ascii(String given) throws RefusedException {
    try {
      return IDN.toASCII(given).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new RefusedException("'" + given + "' is not a host name: " + e.getMessage());
    }
  }

  private static int port(String given, String scheme) throws RefusedException {
    if (given == null || given.isEmpty()) {
      return scheme.equals("https") ? 443 : 80;
    }
    int port = Integer.parseInt(given);
    if (port < 1 || port > 65_535) {
      throw new RefusedException("port " + port + " must be 1 to 65535");
    }
    return port;
  }

  /// An IPv6 address in its brackets.
  String hostInUrl() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  @Override
  public String toString() {
    return hostInUrl() + ":" + port;
  }
}
