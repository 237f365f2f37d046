package org.parley.app.book;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.parley.app.Await;
import org.parley.app.Cluster;
import org.parley.contract.Endpoint;
import org.parley.contract.Endpoint.Term;

/// Accepts, lists and removes endpoints.
///
/// A new term begins [#HEAD_START] after it is accepted: by then every ledger has the endpoint, so
/// that none can pass over an alert which the record says is owed.
public final class EndpointBook {
  /// From acceptance to the first alert that is owed.
  public static final Duration HEAD_START = Duration.ofSeconds(1);

  private static final Duration REMEMBERED = Duration.ofDays(31);

  private final Cluster cluster;
  private final Clock clock;

  public EndpointBook(Cluster cluster, Clock clock) {
    this.cluster = cluster;
    this.clock = clock;
  }

  /// What someone asks for. What no endpoint can be is refused with an [IllegalArgumentException].
  ///
  /// @param secrets references or sealed, newest first
  /// @param watches by id; empty for all
  public record Wanted(
      String endpointId,
      String url,
      Endpoint.Format format,
      List<String> secrets,
      List<String> watches,
      Endpoint.Policy policy) {
    public Wanted {
      secrets = List.copyOf(secrets);
      watches = List.copyOf(watches);
      var _ =
          new Endpoint(endpointId, url, format, secrets, List.of(), Endpoint.Status.ACTIVE, policy);
    }

    private Endpoint endpoint(List<Term> terms) {
      return new Endpoint(endpointId, url, format, secrets, terms, Endpoint.Status.ACTIVE, policy);
    }

    private boolean isAlready(Endpoint there) {
      return !there.isRemoved()
          && there.url().equals(url)
          && there.format() == format
          && there.secrets().equals(secrets)
          && there.terms().getLast().watches().equals(watches)
          && there.policy().equals(policy);
    }
  }

  /// Writes an endpoint, or changes the one of that id; one that is paused or disabled is active
  /// again. One that is active and as wanted is left alone.
  ///
  /// @return when its term begins
  public Instant accept(Wanted wanted) {
    return accept(wanted, now().plus(HEAD_START));
  }

  /// Writes an endpoint that a configuration defines, unless it is there as defined. Unlike an
  /// operator's word, a restart wakes none that is held.
  public void uphold(Wanted wanted) {
    Endpoint there = all().get(wanted.endpointId());
    if (there == null || !wanted.isAlready(there)) {
      accept(wanted);
    }
  }

  /// [#accept(Wanted)] with a term of one's own choice, for a world in which nothing runs yet.
  public Instant accept(Wanted wanted, Instant from) {
    Endpoint there = all().get(wanted.endpointId());
    if (there != null && there.status() == Endpoint.Status.ACTIVE && wanted.isAlready(there)) {
      return there.terms().getLast().from();
    }
    List<Term> terms = new ArrayList<>(there == null ? List.of() : kept(there, from));
    boolean sameWatches =
        !terms.isEmpty()
            && terms.getLast().until() == null
            && terms.getLast().watches().equals(wanted.watches());
    if (!sameWatches) {
      terms = new ArrayList<>(ended(terms, from));
      terms.add(new Term(wanted.watches(), from, null));
    }
    write(wanted.endpoint(terms));
    return terms.getLast().from();
  }

  /// Ends an endpoint's terms. What is pending is cancelled, and recorded as such.
  ///
  /// @return whether there was one
  public boolean remove(String endpointId) {
    Endpoint there = get(endpointId);
    if (there == null) {
      return false;
    }
    write(there.closedAt(now()));
    return true;
  }

  /// The endpoint of that id, unless there is none or it was removed.
  public @Nullable Endpoint get(String endpointId) {
    Endpoint there = all().get(endpointId);
    return there == null || there.isRemoved() ? null : there;
  }

  /// Those in force, by id.
  public List<Endpoint> endpoints() {
    return all().values().stream().filter(endpoint -> !endpoint.isRemoved()).toList();
  }

  private Map<String, Endpoint> all() {
    return cluster.snapshot().latest(cluster.world().endpoints());
  }

  /// A term that ended before the oldest alert in the log is of no use to a recount.
  private static List<Term> kept(Endpoint there, Instant now) {
    return there.terms().stream()
        .filter(term -> term.until() == null || term.until().isAfter(now.minus(REMEMBERED)))
        .toList();
  }

  private static List<Term> ended(List<Term> terms, Instant until) {
    return terms.stream()
        .map(term -> term.until() == null ? new Term(term.watches(), term.from(), until) : term)
        .toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void write(Endpoint endpoint) {
    var topic = cluster.world().endpoints();
    try (KafkaProducer<String, Endpoint> producer = cluster.producer(topic)) {
      Await.result(
          producer.send(new ProducerRecord<>(topic.name(), endpoint.endpointId(), endpoint)),
          cluster.patience());
    }
  }
}
