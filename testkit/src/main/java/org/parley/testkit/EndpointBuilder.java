package org.parley.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.parley.contract.Endpoint;
import org.parley.contract.Endpoint.Policy;

/// An active [Endpoint] that takes every alert of every watch, without a secret.
public final class EndpointBuilder {
  private String endpointId = "desk";
  private String url = "http://127.0.0.1:9/hook";
  private Endpoint.Format format = Endpoint.Format.STANDARD;
  private List<String> secrets = List.of();
  private List<String> watches = List.of();
  private Instant from = Instant.EPOCH;
  private Endpoint.Status status = Endpoint.Status.ACTIVE;
  private Policy policy = Policy.STANDARD;

  EndpointBuilder() {}

  public EndpointBuilder id(String endpointId) {
    this.endpointId = endpointId;
    return this;
  }

  public EndpointBuilder url(String url) {
    this.url = url;
    return this;
  }

  public EndpointBuilder format(Endpoint.Format format) {
    this.format = format;
    return this;
  }

  /// `env:NAME`, `file:PATH` or `sealed:…`.
  public EndpointBuilder secrets(String... secrets) {
    this.secrets = List.of(secrets);
    return this;
  }

  public EndpointBuilder watches(String... watchIds) {
    watches = List.of(watchIds);
    return this;
  }

  public EndpointBuilder from(Instant instant) {
    from = instant;
    return this;
  }

  public EndpointBuilder status(Endpoint.Status status) {
    this.status = status;
    return this;
  }

  public EndpointBuilder policy(Policy policy) {
    this.policy = policy;
    return this;
  }

  /// The wait before each attempt, the first one included.
  public EndpointBuilder schedule(Duration... waits) {
    return policy(policy.withSchedule(List.of(waits)));
  }

  public Endpoint build() {
    List<Endpoint.Term> terms = List.of(new Endpoint.Term(watches, from, null));
    return new Endpoint(endpointId, url, format, secrets, terms, status, policy);
  }
}
