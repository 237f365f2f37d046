package org.parley.processor;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.parley.contract.Match;
import org.parley.processor.story.LaneRecord;
import org.parley.processor.story.LaneRecordFormat;
import org.parley.processor.story.Placement;
import org.parley.processor.story.StoryLane;

/// Step 2: puts each match into its story, in the order of the lanes' log. A partition holds one or
/// more languages, and each has a lane of its own.
final class LaneStep implements Processor<String, Match, String, Placement> {
  static final String NAME = "lane";
  static final String STORE = "lane-records";

  private final StoryLane.Retention retention;
  private final Tally tally;
  private final Map<String, StoryLane> lanes = new HashMap<>();

  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, Placement> context;

  @SuppressWarnings("NullAway.Init")
  private CommitPace pace;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, LaneRecord> records;

  LaneStep(StoryLane.Retention retention, Tally tally) {
    this.retention = retention;
    this.tally = tally;
  }

  /// Rebuilds the lanes now and not when the first record comes: with a million articles that takes
  /// longer than a transaction may. Also called when the task begins again after an aborted
  /// transaction, on the same object: what the lanes hold in memory is of decisions that never
  /// were.
  @Override
  public void init(ProcessorContext<String, Placement> context) {
    lanes.clear();
    this.context = context;
    pace = new CommitPace(context);
    records = context.getStateStore(STORE);
    StreamsLaneStore.languages(records).forEach(language -> lanes.put(language, lane(language)));
  }

  @Override
  public void process(Record<String, Match> record) {
    pace.processed(record.timestamp());
    Match match = record.value();
    if (match == null) {
      throw new IllegalArgumentException("the record has no value; a match is never deleted");
    }
    // Before the lane has taken the article in: what it decided could not be taken back.
    LaneRecordFormat.checkId(match.article().articleId());
    Placement placed =
        lanes
            .computeIfAbsent(match.language(), this::lane)
            .place(match, Instant.ofEpochMilli(record.timestamp()));
    count(placed);
    context.forward(record.withKey(placed.story().storyId()).withValue(placed));
  }

  private StoryLane lane(String language) {
    return new StoryLane(new StreamsLaneStore(language, records), retention);
  }

  private void count(Placement placed) {
    (switch (placed.relation()) {
          case OPENER, QUOTES -> tally.stories;
          case COPY, PART, UPDATE -> tally.copies;
          case REVISION -> tally.revisions;
        })
        .increment();
  }
}
