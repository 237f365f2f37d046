package org.parley.console;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Locale;
import java.util.regex.Pattern;

/// Lets through what names this machine as a person would: `localhost` or an address. A page of a
/// stranger can make a browser ask 127.0.0.1 by having its own name resolve to it (DNS rebinding);
/// then `Host` bears that name.
final class HostCheck implements Filter {
  private static final Status MISDIRECTED = Status.create(421, "Misdirected Request");
  private static final Pattern HERE =
      Pattern.compile("(localhost|[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    String host = request.headers().first(HeaderNames.HOST).orElse("");
    if (isHere(host)) {
      chain.proceed();
    } else {
      response
          .status(MISDIRECTED)
          .send("this console is for requests to localhost or an address of this machine\n");
    }
  }

  static boolean isHere(String host) {
    return HERE.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}
