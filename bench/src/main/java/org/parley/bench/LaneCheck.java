package org.parley.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.processor.story.LaneRecord;
import org.parley.processor.story.LaneRecordFormat;
import org.parley.processor.story.LaneStore;
import org.parley.processor.story.Placement;
import org.parley.processor.story.StoryLane;

/// Whether a lane whose records were written for it decides as one that made its records itself.
final class LaneCheck {
  private static final int STORED = 2_000;
  private static final int DECIDED = 1_000;

  private LaneCheck() {}

  /// The share of articles on which the two agree: story, relation, and which article decided.
  static double agreement(long seed) {
    var news = new WireNews(seed, Instant.EPOCH, Duration.ofSeconds(1));
    var articles = new LaneNews(news);
    var written = new Memory();
    articles.records(STORED, (_, made) -> written.put(made.articleId(), made.record()));
    var restored = new StoryLane(written, StoryLane.Retention.STANDARD);
    var grown = new StoryLane(new Memory(), StoryLane.Retention.STANDARD);
    articles.matches(0, STORED, (number, match) -> grown.place(match, news.at(number)));
    List<Boolean> same = new ArrayList<>();
    articles.matches(
        STORED,
        STORED + DECIDED,
        (number, match) -> {
          Instant at = news.at(number);
          same.add(decision(restored.place(match, at)).equals(decision(grown.place(match, at))));
        });
    return same.stream().filter(each -> each).count() / (double) DECIDED;
  }

  private static List<Object> decision(Placement placed) {
    return List.of(placed.story().storyId(), placed.relation(), placed.matchedId());
  }

  /// Records as bytes.
  private static final class Memory implements LaneStore {
    private final Map<String, byte[]> records = new HashMap<>();

    @Override
    public @Nullable LaneRecord get(String articleId) {
      byte[] record = records.get(articleId);
      return record == null ? null : LaneRecordFormat.read(record);
    }

    @Override
    public void put(String articleId, LaneRecord record) {
      records.put(articleId, LaneRecordFormat.write(record));
    }

    @Override
    public void remove(String articleId) {
      records.remove(articleId);
    }

    @Override
    public @Nullable String some(
        @Nullable String after, int most, BiConsumer<String, LaneRecord> reader) {
      // All come within a day: nothing is ever too old.
      return null;
    }

    @Override
    public void each(BiConsumer<String, LaneRecord> reader) {
      records.forEach(
          (articleId, record) -> reader.accept(articleId, LaneRecordFormat.read(record)));
    }
  }
}
