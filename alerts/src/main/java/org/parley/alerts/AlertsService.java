package org.parley.alerts;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.parley.alerts.delivery.Dispatcher;
import org.parley.alerts.delivery.Post;
import org.parley.alerts.ledger.Endpoints;
import org.parley.alerts.ledger.LedgerConfig;
import org.parley.alerts.ledger.LedgerSetup;
import org.parley.alerts.ledger.LedgerTopology;
import org.parley.alerts.ledger.Load;
import org.parley.alerts.ledger.Progress;
import org.parley.contract.Notice;
import org.parley.contract.topic.Setbacks;
import org.parley.contract.topic.Topic;
import org.parley.outbound.GuardedHttp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers the alerts of a world to its endpoints: the ledger and its dispatcher, in this process.
/// The world's topics must be there before it starts.
///
/// ```java
/// try (AlertsService alerts = AlertsService.start(settings)) {
///   alerts.awaitRunning(Duration.ofSeconds(30));
///   …
/// }
/// ```
public final class AlertsService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertsService.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(20);
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(20);

  private final KafkaStreams streams;
  private final KafkaProducer<String, Notice> notices;
  private final GuardedHttp http;
  private final Admin admin;
  private final Progress progress = new Progress();
  private final ReadLog readLog;
  private final CompletableFuture<Void> running = new CompletableFuture<>();
  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private final Setbacks setbacks = new Setbacks();

  private AlertsService(AlertsSettings settings) {
    Topic<Notice> topic = settings.world().notices();
    notices = producer(settings, topic);
    http = GuardedHttp.open(settings.http());
    admin = Admin.create(settings.kafka());
    readLog = new ReadLog(admin, settings.world());
    var endpoints = new Endpoints();
    var dispatcher =
        new Dispatcher(
            new Post(http, settings.secrets()),
            endpoints::find,
            settings.clock(),
            settings.mostOut());
    var setup =
        new LedgerSetup(
            settings.world(),
            endpoints,
            progress,
            dispatcher,
            settings.clock(),
            System::nanoTime,
            settings.session(),
            LedgerConfig.COMMIT_INTERVAL,
            notice ->
                notices.send(new ProducerRecord<>(topic.name(), notice.kind().label(), notice)),
            settings.listener(),
            settings.latency());
    StreamsConfig config =
        LedgerConfig.of(
            settings.world(),
            settings.kafka(),
            settings.stateDir(),
            settings.instanceId(),
            settings.session());
    streams = new KafkaStreams(LedgerTopology.build(setup, config), config);
    streams.setUncaughtExceptionHandler(this::failed);
    streams.setStateListener((now, before) -> changed(now));
  }

  /// Starts it; see [#awaitRunning].
  public static AlertsService start(AlertsSettings settings) {
    var service = new AlertsService(settings);
    service.streams.start();
    return service;
  }

  private static KafkaProducer<String, Notice> producer(
      AlertsSettings settings, Topic<Notice> topic) {
    Map<String, Object> config = new HashMap<>(settings.kafka());
    config.put("acks", "all");
    return new KafkaProducer<>(config, topic.key().serializer(), topic.value().serializer());
  }

  private StreamThreadExceptionResponse failed(Throwable problem) {
    if (setbacks.survives(problem) && !(problem instanceof MissingSourceTopicException)) {
      LOG.warn("a stream thread of the ledger ended and is replaced", problem);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    LOG.error("the ledger stops", problem);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private void changed(KafkaStreams.State now) {
    if (now == KafkaStreams.State.ERROR) {
      failure.complete(
          Objects.requireNonNullElseGet(
              setbacks.last(), () -> new IllegalStateException("every stream thread ended")));
    }
    if (now == KafkaStreams.State.RUNNING) {
      running.complete(null);
    } else if (now.hasStartedOrFinishedShuttingDown()) {
      running.completeExceptionally(
          new IllegalStateException("the ledger ended: " + now, setbacks.last()));
    }
  }

  /// Waits until the ledger has its partitions and has restored its state.
  ///
  /// @throws IllegalStateException when it has not by then, or failed; the message says which
  public void awaitRunning(Duration limit) {
    try {
      running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the ledger is not running after " + limit, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the ledger failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the ledger started", e);
    }
  }

  /// Whether it runs, or is on its way to it.
  public boolean isAlive() {
    return streams.state().isRunningOrRebalancing()
        || streams.state() == KafkaStreams.State.CREATED;
  }

  /// What lies before each endpoint that this instance delivers to, where anything does.
  public Map<String, Load> loads() {
    return progress.loads();
  }

  /// What its Kafka clients measure, as Kafka names it.
  public Map<MetricName, ? extends Metric> kafkaMetrics() {
    return streams.metrics();
  }

  public KafkaStreams.State state() {
    return streams.state();
  }

  /// Done with the reason when it has stopped for good because of an error.
  public CompletionStage<Throwable> failure() {
    return failure;
  }

  /// Whether it starts attempts: it does until it is closed.
  boolean isTakingOn() {
    return progress.maySend();
  }

  /// Waits until every alert that is in the log has been read, and nothing is pending. With one
  /// instance only: others keep their own ledgers. What waits for a paused endpoint is pending.
  ///
  /// @return whether it came to that within the limit
  public boolean awaitDrained(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!isDrained()) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || !progress.awaitChange(Math.min(left, LOOK_AGAIN))) {
        return false;
      }
    }
    return true;
  }

  private boolean isDrained() {
    return streams.state() == KafkaStreams.State.RUNNING
        && progress.isEmpty()
        && readLog.isRead()
        && progress.isEmpty();
  }

  /// With a limit of 20 s.
  @Override
  public void close() {
    close(CLOSE_LIMIT);
  }

  /// Starts nothing more, waits for the attempts under way and for their results to be recorded,
  /// and ends. What is not done by the limit is found in flight at the next start, and sent again.
  ///
  /// @return whether everything was recorded
  public boolean close(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    progress.stopSending();
    boolean settled = true;
    while (isAlive() && !progress.isSettled()) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || !progress.awaitChange(Math.min(left, LOOK_AGAIN))) {
        settled = false;
        break;
      }
    }
    long left = Math.max(deadline - System.nanoTime(), TimeUnit.SECONDS.toNanos(1));
    streams.close(Duration.ofNanos(left));
    http.close();
    notices.close(Duration.ofSeconds(5));
    admin.close(Duration.ofSeconds(5));
    return settled;
  }
}
