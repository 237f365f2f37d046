package org.parley.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.app.feed.FeedHealth;

/// Whether the feeds are polled, and answer.
final class FeedsCheck {
  static final String NAME = "feeds";

  /// The most that are named one by one.
  private static final int SOME = 10;

  private FeedsCheck() {}

  /// @param feeds how each fares, by URL
  /// @param pollers how many instances poll
  static List<Verdict> verdicts(Map<String, FeedHealth> feeds, int pollers) {
    if (feeds.isEmpty()) {
      return List.of(Verdict.ok(NAME, "none were added"));
    }
    List<Verdict> verdicts = new ArrayList<>();
    if (pollers == 0) {
      verdicts.add(
          Verdict.fail(
              NAME,
              "nobody polls the " + feeds.size() + " feeds",
              "start `parley run`, or `parley ingest`"));
    }
    List<Map.Entry<String, FeedHealth>> troubled =
        feeds.entrySet().stream().filter(feed -> feed.getValue().condition().isTrouble()).toList();
    troubled.stream()
        .limit(SOME)
        .forEach(feed ->
            verdicts.add(
                Verdict.warn(
                    NAME,
                    feed.getKey() + ": " + feed.getValue().says(),
                    "`parley feed show " + feed.getKey() + "`")));
    if (troubled.size() > SOME) {
      verdicts.add(
          Verdict.warn(
              NAME,
              (troubled.size() - SOME) + " more are in trouble",
              "`parley feed list --problems` shows them"));
    }
    return verdicts.isEmpty()
        ? List.of(Verdict.ok(NAME, feeds.size() + ", all in order"))
        : verdicts;
  }
}
