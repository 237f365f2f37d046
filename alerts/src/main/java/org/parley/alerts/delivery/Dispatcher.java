package org.parley.alerts.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.delivery.Report.Result;
import org.parley.contract.Endpoint;
import org.parley.outbound.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out orders on virtual threads: for each endpoint at most as many at one time as its
/// orders allow. What is beyond that waits here and starts on the thread that frees a slot, without
/// a detour through the ledger; after anything but a success it goes back to the ledger unsent,
/// which knows whether to go on.
///
/// The endpoint's record is looked up when an attempt starts, so an edited URL, a pause and a
/// rotated secret hold from the next attempt on. Safe for all threads.
public final class Dispatcher implements Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Post post;
  private final Function<String, @Nullable Endpoint> endpoints;
  private final Clock clock;
  private final int most;
  private final AtomicInteger taken = new AtomicInteger();
  private final Map<String, Slots> slots = new ConcurrentHashMap<>();

  private record Job(Order order, Consumer<Report> reports) {
    String endpointId() {
      return order.delivery().endpointId();
    }
  }

  /// Of one endpoint. Used only within `slots.compute`, which locks it.
  private static final class Slots {
    private final Deque<Job> waiting = new ArrayDeque<>();
    private int running;
  }

  /// @param endpoints each endpoint as it is at the moment
  /// @param clock signs and dates attempts
  /// @param most how many orders are taken at one time
  public Dispatcher(
      Post post, Function<String, @Nullable Endpoint> endpoints, Clock clock, int most) {
    this.post = post;
    this.endpoints = endpoints;
    this.clock = clock;
    this.most = most;
  }

  @Override
  public int room() {
    return most - taken.get();
  }

  @Override
  public void take(Order order, Consumer<Report> reports) {
    taken.incrementAndGet();
    var job = new Job(order, reports);
    slots.compute(
        job.endpointId(),
        (_, known) -> {
          Slots mine = known == null ? new Slots() : known;
          if (mine.running < order.slots()) {
            mine.running++;
            Thread.ofVirtual().name("delivery-", 0).start(() -> work(job));
          } else {
            mine.waiting.add(job);
          }
          return mine;
        });
  }

  private void work(Job first) {
    for (Job job = first; job != null; ) {
      job = finish(job, carryOut(job.order()));
    }
  }

  private void hand(Job job, Report report) {
    taken.decrementAndGet();
    job.reports().accept(report);
  }

  /// Frees the slot or gives it to the next in line, and then reports: whoever hears of the end
  /// finds the slot free.
  ///
  /// @return the next in line, or none
  private @Nullable Job finish(Job done, Report report) {
    List<Job> back = new ArrayList<>();
    List<Job> next = new ArrayList<>();
    slots.computeIfPresent(
        done.endpointId(),
        (_, mine) -> {
          if (!isSuccess(report)) {
            back.addAll(mine.waiting);
            mine.waiting.clear();
          }
          if (mine.waiting.isEmpty()) {
            mine.running--;
          } else {
            next.add(mine.waiting.remove());
          }
          return mine.running == 0 ? null : mine;
        });
    hand(done, report);
    back.forEach(job -> hand(job, unsent(job.order(), "the attempt before it failed")));
    return next.isEmpty() ? null : next.getFirst();
  }

  private Report carryOut(Order order) {
    Endpoint endpoint = endpoints.apply(order.delivery().endpointId());
    if (endpoint == null || endpoint.isRemoved() || endpoint.status() != Endpoint.Status.ACTIVE) {
      return unsent(order, "its endpoint is held or removed");
    }
    Instant at = clock.instant();
    try {
      return new Report(order, at, post.send(order, endpoint, at));
    } catch (RuntimeException e) {
      // A bug. The delivery is tried again like after any failure, and in the end given up.
      LOG.error("delivery {} failed unexpectedly", order.delivery().deliveryId(), e);
      return new Report(order, at, new Result.Misconfigured("unexpected: " + e));
    }
  }

  private Report unsent(Order order, String reason) {
    return new Report(order, clock.instant(), new Result.Unsent(reason));
  }

  private static boolean isSuccess(Report report) {
    return report.result() instanceof Result.Tried(Exchange.Answered answered)
        && answered.isSuccess();
  }
}
