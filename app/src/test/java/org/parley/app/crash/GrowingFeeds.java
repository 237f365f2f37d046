package org.parley.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.testkit.FeedSite;
import org.parley.testkit.ScriptedFeed;

/// Feeds of some hosts, which gain entries and never lose one.
final class GrowingFeeds implements AutoCloseable {
  private static final int HOSTS = 3;
  private static final int MOST_ENTRIES = 1000;

  private final FeedSite site = FeedSite.of(HOSTS);
  private final List<ScriptedFeed> feeds = new ArrayList<>();
  private final Map<String, Integer> revisions = new LinkedHashMap<>();

  GrowingFeeds() {
    for (int host = 0; host < HOSTS; host++) {
      feeds.add(site.feed(host, "/news.xml").window(MOST_ENTRIES));
    }
  }

  /// Has them polled by a Parley that runs.
  void addTo(Installation parley) {
    List<String> command = new ArrayList<>(List.of("feed", "add"));
    feeds.forEach(feed -> command.add(feed.uri().toString()));
    try (ParleyProcess add = parley.ended(command.toArray(String[]::new))) {
      assertThat(add.exitCode()).as("%s", add).isZero();
    }
  }

  /// Adds an entry to each.
  void grow() {
    String name = "entry-" + revisions.size();
    for (ScriptedFeed feed : feeds) {
      feed.add(name, "Peace talks between Ukraine and Russia open in city " + revisions.size());
      revisions.put("http://" + feed.uri().getHost() + feed.uri().getPath() + "/" + name, 1);
    }
  }

  /// How many revisions of each article there are, by its address.
  Map<String, Integer> revisions() {
    return Map.copyOf(revisions);
  }

  @Override
  public void close() {
    site.close();
  }
}
