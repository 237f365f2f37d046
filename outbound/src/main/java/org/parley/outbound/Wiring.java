package org.parley.outbound;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// How the HTTP library is set up: everything it would do unasked is off.
final class Wiring {
  /// For one address; a name with several moves on to the next.
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /// Ends the use of an address that the name no longer has.
  private static final Duration LIFE = Duration.ofMinutes(5);

  private static final Duration IDLE = Duration.ofSeconds(30);

  /// Longer idle than this, and a connection is looked at before it is used again.
  private static final Duration FRESH = Duration.ofMillis(500);

  private static final Http1Config HTTP1 =
      Http1Config.custom()
          // Some security policies alone are longer than the usual 8 KiB.
          .setMaxHeaderCount(256)
          .setMaxLineLength(64 * 1024)
          .setMaxEmptyLineCount(10)
          .build();

  static final RequestConfig REQUESTS =
      RequestConfig.custom()
          .setRedirectsEnabled(false)
          .setAuthenticationEnabled(false)
          .setExpectContinueEnabled(false)
          .setContentCompressionEnabled(false)
          .setProtocolUpgradeEnabled(false)
          .setConnectionKeepAlive(TimeValue.of(IDLE))
          .build();

  private Wiring() {}

  static CloseableHttpClient client(GuardedHttp.Settings settings, CheckedResolver resolver) {
    return HttpClients.custom()
        .setConnectionManager(connections(settings, resolver))
        .setDefaultRequestConfig(REQUESTS)
        .setUserAgent("Parley")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .disableConnectionState()
        .evictExpiredConnections()
        .evictIdleConnections(TimeValue.of(IDLE))
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      GuardedHttp.Settings settings, CheckedResolver resolver) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setConnectionFactory(_ -> new PromptConnection(HTTP1))
        .setDnsResolver(resolver)
        .setTlsSocketStrategy(tls(settings))
        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
        .setMaxConnTotal(settings.connections())
        .setMaxConnPerRoute(settings.connectionsPerHost())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(CONNECT))
                .setTimeToLive(TimeValue.of(LIFE))
                .setValidateAfterInactivity(TimeValue.of(FRESH))
                .build())
        .build();
  }

  private static TlsSocketStrategy tls(GuardedHttp.Settings settings) {
    TlsSocketStrategy strategy = new DefaultClientTlsStrategy(settings.tls());
    return (socket, host, port, attachment, context) -> {
      Attempt.CURRENT.get().enter(Attempt.Phase.TLS);
      return strategy.upgrade(socket, host, port, attachment, context);
    };
  }
}
