package org.parley.alerts.ledger;

import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.delivery.Delivery;
import org.parley.alerts.delivery.Lease;
import org.parley.alerts.delivery.Report;
import org.parley.contract.Attempt;
import org.parley.contract.DeadLetter;
import org.parley.contract.Endpoint;
import org.parley.contract.LatencyListener.Point;
import org.parley.contract.Notice;

/// The ledger of one task, in Kafka Streams. It renews the lease and takes in the couriers' reports
/// and the endpoints' changes on each round of the stream thread.
///
/// Kafka Streams begins a task again on the same object, after a cluster that was away for
/// instance. So each [#init] makes a lease and a queue of reports of its own: what was out before
/// may neither send nor report any more.
final class LedgerProcessor implements Processor<String, Delivery, String, Object>, Results {
  private static final Duration ROUND = Duration.ofMillis(5);
  private static final Duration HOUSEKEEPING = Duration.ofSeconds(1);

  private final LedgerSetup setup;
  private Queue<Report> reports = new ConcurrentLinkedQueue<>();
  private final Queue<Endpoints.Change> changes = new ConcurrentLinkedQueue<>();
  private final Consumer<Endpoints.Change> listener = changes::add;
  private Lease lease;
  private @Nullable ProcessorContext<String, Object> context;
  private @Nullable Ledger ledger;
  private @Nullable Books books;
  private boolean open;

  LedgerProcessor(LedgerSetup setup) {
    this.setup = setup;
    this.lease = new Lease(setup.session(), setup.nanoTime());
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    var lease = new Lease(setup.session(), setup.nanoTime());
    var reports = new ConcurrentLinkedQueue<Report>();
    this.lease = lease;
    this.reports = reports;
    this.open = false;
    Books books =
        new Books(
            new Books.Parts(
                context.getStateStore(Stores.PENDING),
                context.getStateStore(Stores.SETTLED),
                context.getStateStore(Stores.STATES),
                context.getStateStore(Stores.NEWEST),
                this,
                setup.world().alerts().name(),
                setup.commitInterval(),
                setup.nanoTime()));
    Ledger ledger =
        new Ledger(
            new Parts(
                books,
                setup.endpoints(),
                setup.courier(),
                setup.clock(),
                this,
                () -> lease.holds() && setup.progress().maySend(),
                reports::add));
    this.books = books;
    this.ledger = ledger;
    setup.endpoints().listen(listener);
    setup.progress().joined(this);
    context.schedule(ROUND, PunctuationType.WALL_CLOCK_TIME, _ -> round());
    context.schedule(HOUSEKEEPING, PunctuationType.WALL_CLOCK_TIME, _ -> keepHouse());
  }

  @Override
  public void process(Record<String, Delivery> read) {
    ledger().arrive(read.value());
  }

  private void keepHouse() {
    ledger();
    Books mine = Objects.requireNonNull(books, "initialised");
    mine.forgetOld(setup.clock().instant());
    setup.progress().says(this, mine.loads());
  }

  private void round() {
    lease.renew();
    for (var change = changes.poll(); change != null; change = changes.poll()) {
      ledger().changed(change.now());
    }
    for (var report = reports.poll(); report != null; report = reports.poll()) {
      ledger().report(report);
    }
    ledger().round();
    setup.progress().says(this, Objects.requireNonNull(books, "initialised").standing());
  }

  @Override
  public void close() {
    // What is out comes back to nobody; whoever takes over finds it in flight and counts it.
    lease.end();
    setup.endpoints().forget(listener);
    setup.progress().left(this);
  }

  @Override
  public void attempt(Attempt attempt) {
    forward(attempt.deliveryId(), attempt, Nodes.ATTEMPTS);
    setup.listener().accept(attempt);
  }

  @Override
  public void delivered(Duration sinceFetched) {
    boolean ahead = sinceFetched.isNegative();
    setup.latency().reached(Point.DELIVERED, ahead ? Duration.ZERO : sinceFetched);
  }

  @Override
  public void deadLetter(String key, DeadLetter letter) {
    forward(key, letter, Nodes.DEAD_LETTERS);
  }

  @Override
  public void notice(Notice notice) {
    forward(notice.kind().label(), notice, Nodes.NOTICES);
  }

  @Override
  public void endpoint(Endpoint endpoint) {
    forward(endpoint.endpointId(), endpoint, Nodes.DISABLED);
  }

  private void forward(String key, Object value, String sink) {
    Objects.requireNonNull(context, "initialised by Kafka Streams")
        .forward(new Record<>(key, value, setup.clock().millis()), sink);
  }

  private Ledger ledger() {
    Ledger mine = Objects.requireNonNull(ledger, "initialised by Kafka Streams");
    if (!open) {
      open = true;
      mine.open();
    }
    return mine;
  }
}
