package org.parley.outbound;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/// The gate before every new connection: whatever the connection manager dials comes from here, and
/// from here come only addresses that the policy lets through. A name is looked up once; what was
/// checked is what is dialled, so a name that means something else a moment later gains nothing.
final class CheckedResolver implements DnsResolver {
  /// More are not tried: a name may have thousands, and each could hang.
  private static final int MOST = 6;

  private final AddressPolicy policy;
  private final BoundedLookup lookup;

  CheckedResolver(AddressPolicy policy, BoundedLookup lookup) {
    this.policy = policy;
    this.lookup = lookup;
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    Attempt attempt = Attempt.CURRENT.get();
    attempt.enter(Attempt.Phase.LOOKUP);
    List<InetSocketAddress> dialled = new ArrayList<>();
    for (InetAddress address : allowed(attempt)) {
      dialled.add(new InetSocketAddress(address, attempt.target().port()));
    }
    attempt.enter(Attempt.Phase.CONNECT);
    return dialled;
  }

  private List<InetAddress> allowed(Attempt attempt) throws UnknownHostException {
    String host = attempt.target().host();
    Optional<Literal> literal = Literal.parse(host);
    return literal.isPresent() ? List.of(check(host, literal.get())) : named(attempt);
  }

  private InetAddress check(String host, Literal literal) throws RefusedException {
    if (policy.opens(literal.address())) {
      return literal.address();
    }
    if (literal.mapped()) {
      throw new RefusedException(host + " is IPv4-mapped (::ffff:0:0/96)");
    }
    Optional<String> refusal = policy.refusal(literal.address());
    if (refusal.isPresent()) {
      throw refused(host, literal.address(), refusal.get());
    }
    return literal.address();
  }

  private List<InetAddress> named(Attempt attempt) throws UnknownHostException {
    String host = attempt.target().host();
    List<InetAddress> addresses = lookUp(attempt);
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host + " has no address");
    }
    if (policy.trusts(host, attempt.target().port())) {
      return addresses.stream().limit(MOST).toList();
    }
    List<InetAddress> allowed =
        addresses.stream().filter(a -> policy.refusal(a).isEmpty()).limit(MOST).toList();
    if (allowed.isEmpty()) {
      InetAddress first = addresses.getFirst();
      throw refused(host, first, policy.refusal(first).orElseThrow());
    }
    return allowed;
  }

  private List<InetAddress> lookUp(Attempt attempt) throws UnknownHostException {
    try {
      return lookup.addresses(attempt.target().host(), attempt.left());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw gaveUp(e);
    } catch (InterruptedIOException e) {
      throw gaveUp(e);
    }
  }

  /// Why is plain from the attempt and the thread's flag; the signature allows only this exception.
  private static UnknownHostException gaveUp(Exception cause) {
    UnknownHostException e = new UnknownHostException("gave up the look-up");
    e.initCause(cause);
    return e;
  }

  private static RefusedException refused(String host, InetAddress address, String block) {
    String what =
        host.equals(address.getHostAddress()) ? host : host + " = " + address.getHostAddress();
    return new RefusedException(
        what + " is " + block + "; only the operator's allow-list can open it");
  }

  /// Never asked for: the client resolves with the port, and an answer without one could not be
  /// held against an allow-list that names ports.
  @Override
  public InetAddress[] resolve(String host) {
    throw new UnsupportedOperationException("addresses are resolved with their port");
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
