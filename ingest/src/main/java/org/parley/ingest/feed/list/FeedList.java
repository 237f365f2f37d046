package org.parley.ingest.feed.list;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Feed;
import org.parley.ingest.feed.read.FeedText;

/// The feeds that a file lists: as OPML, or a URL a line, where `#` begins a comment.
///
/// @param feeds each once, in the file's order
/// @param problems a line for each mistake: file, line, what is wrong and how to mend it. What is
///   listed beside the mistakes stands in `feeds` all the same
public record FeedList(List<ListedFeed> feeds, List<String> problems) {
  private static final int MAX_BYTES = 10 * 1024 * 1024;

  public FeedList {
    feeds = List.copyOf(feeds);
    problems = List.copyOf(problems);
  }

  /// Reads a file.
  ///
  /// @throws IOException when it cannot be read
  public static FeedList read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    return bytes.length > MAX_BYTES
        ? new FeedList(List.of(), List.of(file + ": is over the limit of 10 MB; split it"))
        : of(file.toString(), FeedText.of(bytes, null));
  }

  /// Reads what a file holds.
  ///
  /// @param file what to call it in a problem
  public static FeedList of(String file, String text) {
    Collector collector = new Collector(file);
    if (text.stripLeading().startsWith("<")) {
      Opml.read(text, collector);
    } else {
      lines(text, collector);
    }
    return collector.list();
  }

  private static void lines(String text, Collector collector) {
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].replaceFirst("(?:^|\\s)#.*", "").strip();
      if (!line.isEmpty()) {
        collector.feed(line, null, List.of(), i + 1);
      }
    }
    if (collector.isEmpty()) {
      collector.problem(1, "no feed in it; write one URL on each line, or OPML");
    }
  }

  /// Gathers feeds and problems as a file is read.
  static final class Collector {
    private final String file;
    private final List<ListedFeed> feeds = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private Collector(String file) {
      this.file = file;
    }

    void feed(String address, @Nullable String title, List<String> groups, int line) {
      String url;
      try {
        url = Feed.normal(address);
      } catch (IllegalArgumentException e) {
        problem(line, e.getMessage() + "; write the feed's whole address");
        return;
      }
      Integer before = lines.putIfAbsent(url, line);
      if (before == null) {
        feeds.add(new ListedFeed(url, address.equals(title) ? null : title, groups, line));
      } else {
        problem(line, "'" + url + "' is listed on line " + before + " already; remove one of them");
      }
    }

    void problem(int line, String what) {
      problems.add(file + ":" + line + ": " + what);
    }

    boolean isEmpty() {
      return feeds.isEmpty() && problems.isEmpty();
    }

    private FeedList list() {
      return new FeedList(feeds, problems);
    }
  }
}
