package org.parley.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.parley.ingest.feed.list.ListedFeed;
import org.parley.ingest.feed.list.Opml;
import org.parley.testkit.Answer;
import org.parley.testkit.FeedSite;
import org.parley.testkit.Received;
import org.parley.testkit.ScriptedFeed;
import org.parley.testkit.Wire;

/// Many scripted feeds on many hosts of the loopback, most of them sound, and one host for each
/// thing that can be wrong with a feed. What the sound ones say grows when [#second] is called.
/// Runnable by itself: `java -cp … org.parley.bench.SoakSite 200 50 > feeds.opml`.
final class SoakSite implements AutoCloseable {
  /// What is wrong with a feed, and the words that a poller should find for it.
  enum Fault {
    GONE("answered 410"),
    BUSY("answered 429"),
    BROKEN("breaks off"),
    PAGE("HTML"),
    STALLED("in time"),
    BOMB("10 MB"),
    MISSING("answered 404"),
    RESET("broke off");

    final String words;

    Fault(String words) {
      this.words = words;
    }

    Answer answer() {
      return switch (this) {
        case GONE -> Answer.status(410);
        case BUSY -> Answer.status(429).with("Retry-After", "20");
        case BROKEN -> Answer.ok().saying("<rss version=\"2.0\"><channel><item><title>no end");
        case PAGE ->
            Answer.ok()
                .with("Content-Type", "text/html")
                .saying("<!doctype html><html><body>Sign in to go on</body></html>");
        case STALLED -> Answer.stalledBody();
        case BOMB -> Answer.gzipBomb(256L * 1024 * 1024);
        case MISSING -> Answer.status(404);
        case RESET -> Answer.resetDuringBody();
      };
    }
  }

  /// The first feed gets an entry a second; a poll in ten seconds must not miss one.
  private static final int WINDOW = 40;

  private static final int MOVE_EVERY = 20;

  private final FeedSite site;
  private final Random random = new Random(42);
  private final List<ScriptedFeed> sound = new ArrayList<>();
  private final Map<String, Fault> faulty = new ConcurrentHashMap<>();
  private final Map<String, List<Long>> asked = new ConcurrentHashMap<>();
  private final List<ListedFeed> listed = new ArrayList<>();
  private final Map<String, Integer> offered = new ConcurrentHashMap<>();
  private int entries;

  SoakSite(int feeds, int hosts) {
    site = FeedSite.of(hosts);
    for (int i = 0; i < feeds; i++) {
      int host = i % hosts;
      int fault = hosts - 1 - host;
      if (fault < Fault.values().length) {
        fault(host, "/feed" + i, Fault.values()[fault]);
      } else {
        sound(host, "/feed" + i, i % MOVE_EVERY == MOVE_EVERY - 1);
      }
    }
  }

  private void fault(int host, String path, Fault fault) {
    site.answer(host, path, fault.answer());
    faulty.put(list(host, path), fault);
  }

  /// @param moves whether it is elsewhere by now, for good
  private void sound(int host, String path, boolean moves) {
    String place = moves ? path + "-moved" : path;
    ScriptedFeed feed = site.feed(host, place).window(WINDOW);
    String url = list(host, path);
    sound.add(feed);
    asked.put(url, new CopyOnWriteArrayList<>());
    site.answer(host, place, (request, wire) -> timed(url, feed, request, wire));
    if (moves) {
      site.answer(
          host, path, Answer.status(301).with("Location", site.uri(host, place).toString()));
    }
    add(feed);
  }

  private void timed(String url, ScriptedFeed feed, Received request, Wire wire)
      throws IOException, InterruptedException {
    asked.getOrDefault(url, List.of()).add(System.nanoTime());
    feed.give(request, wire);
  }

  private String list(int host, String path) {
    URI uri = site.uri(host, path);
    listed.add(new ListedFeed(uri.toString(), "Feed " + path, List.of(), 1));
    return uri.toString();
  }

  String opml() {
    return Opml.write("Scripted feeds", listed);
  }

  /// A second passes: the first feed says something new, some others do, and one corrects itself.
  void second() {
    add(sound.getFirst());
    for (int i = 0; i < Math.max(1, sound.size() / 20); i++) {
      add(sound.get(random.nextInt(sound.size())));
    }
    edit(sound.get(1 + random.nextInt(sound.size() - 1)));
  }

  private void add(ScriptedFeed feed) {
    entries++;
    String name = "e" + entries;
    feed.add(name, "Delegations meet, report " + entries);
    offered.put(key(feed, name), 1);
  }

  /// Its newest entry, which is in its window.
  private void edit(ScriptedFeed feed) {
    feed.editNewest(entry -> {
      String name = entry.link().substring(entry.link().lastIndexOf('/') + 1);
      offered.merge(key(feed, name), 1, Integer::sum);
      return new ScriptedFeed.Entry(
          entry.guid(),
          entry.link(),
          entry.title(),
          entry.publishedAt(),
          entry.html() + "<p>Corrected at " + offered.get(key(feed, name)) + ".</p>");
    });
  }

  private static String key(ScriptedFeed feed, String name) {
    return "tag:" + feed.uri().getHost() + ":" + name;
  }

  /// Every entry by its GUID, with how many texts it has had.
  Map<String, Integer> offered() {
    return Map.copyOf(offered);
  }

  /// By URL.
  Map<String, Fault> faulty() {
    return Map.copyOf(faulty);
  }

  /// When each sound feed was asked for, in nanoseconds of this JVM, by URL.
  Map<String, List<Long>> asked() {
    return Map.copyOf(asked);
  }

  int overlaps() {
    return site.overlaps();
  }

  @Override
  public void close() {
    site.close();
  }

  /// Prints the list of its feeds and serves them until it is killed.
  public static void main(String[] arguments) throws InterruptedException {
    int feeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    int hosts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
    var never = new CountDownLatch(1);
    try (var soak = new SoakSite(feeds, hosts)) {
      System.out.print(soak.opml());
      System.out.flush();
      do {
        soak.second();
      } while (!never.await(1, TimeUnit.SECONDS));
    }
  }
}
