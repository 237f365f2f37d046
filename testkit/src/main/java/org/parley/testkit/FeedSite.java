package org.parley.testkit;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.awaitility.Awaitility;

/// Several hosts of the loopback, 127.0.0.2 and on, each with feeds that answer by a script. It
/// counts the requests and sees whether a host was ever asked for two things at one time. Safe for
/// all threads.
///
/// ```java
/// try (FeedSite site = FeedSite.of(2)) {
///   ScriptedFeed feed = site.feed(0, "/news.xml").add("truce", "Truce in sight");
///   poll(site.uri(0, "/news.xml"));
///   site.awaitRequests(0, "/news.xml", 1);
/// }
/// ```
public final class FeedSite implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int FIRST_ADDRESS = 2;

  private final List<Host> hosts = new ArrayList<>();

  private FeedSite() {}

  /// A site of so many hosts, at most 250, on free ports.
  public static FeedSite of(int hosts) {
    var site = new FeedSite();
    for (int i = 0; i < hosts; i++) {
      site.hosts.add(new Host("127.0.0." + (FIRST_ADDRESS + i)));
    }
    return site;
  }

  /// A feed without entries, to be filled.
  public ScriptedFeed feed(int host, String path) {
    var feed = new ScriptedFeed(uri(host, path));
    answer(host, path, feed);
    return feed;
  }

  /// What a path answers from now on.
  public void answer(int host, String path, Answer answer) {
    hosts.get(host).answers.put(path, answer);
  }

  /// @param path with its `/`
  public URI uri(int host, String path) {
    return hosts.get(host).server.uri(path);
  }

  /// The requests for a path so far.
  public List<Received> requests(int host, String path) {
    return hosts.get(host).server.received().stream()
        .filter(request -> request.path().equals(path))
        .toList();
  }

  /// Waits for at least `count` requests for a path.
  ///
  /// @return all of them so far
  public List<Received> awaitRequests(int host, String path, int count) {
    Awaitility.await()
        .alias(count + " requests for " + uri(host, path))
        .atMost(PATIENCE)
        .until(() -> requests(host, path).size() >= count);
    return requests(host, path);
  }

  /// How often a host was asked for something while it had not yet answered what it was asked for
  /// before.
  public int overlaps() {
    return hosts.stream().mapToInt(host -> host.overlaps.get()).sum();
  }

  @Override
  public void close() {
    hosts.forEach(host -> host.server.close());
  }

  /// One address.
  private static final class Host {
    /// An answer has left before its server knows: a moment of two requests is none.
    private static final long MOMENT_NANOS = TimeUnit.SECONDS.toNanos(1);

    final Map<String, Answer> answers = new ConcurrentHashMap<>();
    final AtomicInteger overlaps = new AtomicInteger();
    final WebhookReceiver server;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private int open;

    Host(String address) {
      server = WebhookReceiver.at(address, this::give);
    }

    private void give(Received request, Wire wire) throws IOException, InterruptedException {
      enter();
      try {
        answers.getOrDefault(request.path(), Answer.status(404)).give(request, wire);
      } finally {
        leave();
      }
    }

    private void enter() throws InterruptedException {
      lock.lock();
      try {
        long nanos = MOMENT_NANOS;
        while (open > 0 && nanos > 0) {
          nanos = left.awaitNanos(nanos);
        }
        if (open > 0) {
          overlaps.incrementAndGet();
        }
        open++;
      } finally {
        lock.unlock();
      }
    }

    private void leave() {
      lock.lock();
      try {
        open--;
        left.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
