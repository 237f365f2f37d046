package org.parley.processor.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.ArticleRef;
import org.parley.contract.Match;
import org.parley.contract.Member.Relation;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.contract.Story;
import org.parley.processor.event.EventIndex;
import org.parley.processor.event.Happening;
import org.parley.processor.event.Reported;
import org.parley.processor.event.Terms;
import org.parley.processor.fingerprint.Wording;
import org.parley.processor.story.AnchorIndex.Anchor;
import org.parley.processor.story.CopyFinder.Kin;
import org.parley.processor.story.LaneRecord.Opening;
import org.parley.processor.story.LaneRecord.Standing;

/// Puts each article of one language into its story, in the order of the lane's log.
///
/// Of the articles that came within the [Retention], those that share sampled shingles with a new
/// one are compared with it exactly; it joins the story of the one that it derives from, and opens
/// a story when there is none. A later revision of an article stays in its story. Every decision is
/// a function of the log: time is the greatest record time so far, and a lane rebuilt from its
/// store goes on as if it had never stopped. Not thread-safe.
public final class StoryLane {
  /// How many articles are read at once when the lane is rebuilt, while another thread still adds
  /// the events of those before them. Only one thread reads: a store of Kafka Streams lets in one
  /// at a time, and two that wait for each other take longer than one.
  private static final int READ_AT_ONCE = 256;

  private final LaneStore store;
  private final Retention retention;
  private final AnchorIndex index;
  private final EventIndex events;
  private final GrownStories grown;
  private final CopyFinder copies;
  private long next;
  private long clock;
  private final Tidying tidying;

  /// Rebuilds the lane from `store`.
  public StoryLane(LaneStore store, Retention retention) {
    this.store = store;
    this.retention = retention;
    index = new AnchorIndex();
    events = new EventIndex(retention.copies());
    grown = new GrownStories(store);
    copies = new CopyFinder(store, index, events::rarity);
    rebuild();
    tidying = new Tidying(store, clock);
  }

  /// How long a lane remembers.
  ///
  /// @param copies how long new articles are compared with one
  /// @param stories how long after its last article a story, with all its articles, is known
  public record Retention(Duration copies, Duration stories) {
    public static final Retention STANDARD =
        new Retention(Duration.ofHours(72), Duration.ofDays(30));
  }

  /// Places an article.
  ///
  /// @param at the record's time
  /// @throws IllegalArgumentException when its fingerprint is broken
  public Placement place(Match match, Instant at) {
    Wording wording = Wording.of(match.fingerprint());
    clock = Math.max(clock, at.toEpochMilli());
    forget();
    String articleId = match.article().articleId();
    LaneRecord prior = remembered(store.get(articleId));
    Kin kin =
        prior == null
            ? copies.closest(wording, site(source(match)), clock)
            : copies.revision(prior.storyId(), articleId, wording, words(prior));
    if (kin == null || kin.relation().opens()) {
      return open(match, kin, wording);
    }
    LaneRecord head = head(kin.storyId());
    return head == null ? open(match, null, wording) : join(match, kin, head, prior, wording);
  }

  private Placement open(Match match, @Nullable Kin quoted, Wording wording) {
    ArticleRef article = match.article();
    String storyId = article.articleId();
    Body body = Body.of(wording);
    Happening event = events.open(next, storyId, Terms.of(wording), clock, this::reported);
    LaneRecord record =
        new LaneRecord(
            storyId,
            event.eventId(),
            next,
            next,
            clock,
            source(match),
            new Standing(1, 1, bits(match), article.fetchedAt(), article.fetchedAt()),
            Opening.of(article, body.distinctShingles(), event.filed()),
            wording);
    file(storyId, record, body);
    List<Integer> all = IntStream.range(0, wording.ends().length).boxed().toList();
    Kin kin = quoted == null ? new Kin(storyId, storyId, Relation.OPENER, 0, all) : quoted;
    return placement(match, record, kin, stages(bits(match)));
  }

  private Placement join(
      Match match, Kin kin, LaneRecord head, @Nullable LaneRecord prior, Wording wording) {
    String articleId = match.article().articleId();
    Standing before = head.standing();
    if (prior != null) {
      if (words(prior) != null) {
        leave(prior);
      }
      index.remove(prior.number());
    }
    Instant fetched = match.article().fetchedAt();
    Standing after =
        new Standing(
            before.members() + 1,
            before.articles() + (prior == null ? 1 : 0),
            before.stages() | bits(match),
            fetched.isBefore(before.firstSeen()) ? fetched : before.firstSeen(),
            fetched.isAfter(before.lastSeen()) ? fetched : before.lastSeen());
    LaneRecord record =
        new LaneRecord(
            kin.storyId(),
            head.eventId(),
            next,
            prior == null ? next : prior.first(),
            clock,
            prior == null ? source(match) : prior.source(),
            after,
            prior == null ? null : reopened(prior.opening(), wording),
            wording);
    file(articleId, record, Body.of(wording));
    grown.add(articleId, record);
    return placement(match, record, kin, stages(after.stages() & ~before.stages()));
  }

  private Placement placement(Match match, LaneRecord record, Kin kin, Set<Stage> gained) {
    return new Placement(
        match,
        story(match.language(), record),
        kin.relation(),
        kin.articleId(),
        kin.measure(),
        kin.added(),
        gained,
        Instant.ofEpochMilli(clock));
  }

  private Story story(String language, LaneRecord record) {
    String storyId = record.storyId();
    LaneRecord opener = record.opening() == null ? store.get(storyId) : record;
    if (opener == null || opener.opening() == null) {
      throw new IllegalStateException("story " + storyId + " has lost its opener");
    }
    Standing standing = record.standing();
    List<String> sources = grown.sources(storyId, opener.source());
    return new Story(
        storyId,
        standing.members(),
        language,
        record.eventId(),
        opener.opening().opener(storyId, opener.source()),
        standing.firstSeen(),
        standing.lastSeen(),
        List.copyOf(stages(standing.stages())),
        standing.members(),
        standing.articles(),
        sources.subList(0, Math.min(sources.size(), Story.MAX_SOURCES)),
        sources.size());
  }

  private void file(String articleId, LaneRecord record, Body body) {
    store.put(articleId, record);
    index.add(anchor(articleId, record), body);
    next++;
  }

  private static Anchor anchor(String articleId, LaneRecord record) {
    // One string for both where they are the same: a lane holds a million of them.
    String storyId = record.storyId().equals(articleId) ? articleId : record.storyId();
    return new Anchor(record.number(), articleId, storyId, record.at(), site(record.source()));
  }

  private static String source(Match match) {
    return LaneRecord.cut(match.article().source(), LaneRecord.MAX_SOURCE);
  }

  /// `String.hashCode` is part of the Java language's library specification.
  private static int site(String source) {
    return source.hashCode();
  }

  private static int bits(Match match) {
    int bits = 0;
    for (Mention mention : match.mentions()) {
      bits |= 1 << mention.stage().ordinal();
    }
    return bits;
  }

  private static Set<Stage> stages(int bits) {
    Set<Stage> stages = new TreeSet<>();
    for (Stage stage : Stage.values()) {
      if ((bits & 1 << stage.ordinal()) != 0) {
        stages.add(stage);
      }
    }
    return stages;
  }

  private void rebuild() {
    LaneRebuild rebuild = new LaneRebuild(store);
    clock = rebuild.clock();
    next = rebuild.next();
    rebuild.tell(grown);
    List<String> articles = rebuild.since(oldestCompared());
    CompletableFuture<Void> eventsAdded = CompletableFuture.completedFuture(null);
    for (int from = 0; from < articles.size(); from += READ_AT_ONCE) {
      int until = Math.min(articles.size(), from + READ_AT_ONCE);
      List<Remembrance> read =
          articles.subList(from, until).stream()
              .map(this::remembrance)
              .filter(Objects::nonNull)
              .toList();
      eventsAdded.join();
      eventsAdded = CompletableFuture.runAsync(() -> read.forEach(this::addEvent));
      read.forEach(each -> index.add(anchor(each.articleId, each.record), Body.of(each.wording)));
    }
    eventsAdded.join();
  }

  /// An article of the window, read again.
  private record Remembrance(String articleId, LaneRecord record, Wording wording) {}

  private @Nullable Remembrance remembrance(String articleId) {
    LaneRecord known = store.get(articleId);
    Wording wording = known == null ? null : known.wording();
    return known == null || wording == null ? null : new Remembrance(articleId, known, wording);
  }

  private void addEvent(Remembrance article) {
    LaneRecord record = article.record;
    if (record.opening() != null) {
      Terms terms = Terms.of(article.wording);
      events.add(record.number(), terms, record.opening().filed().telling());
    }
  }

  /// Another story, as the events know it.
  private @Nullable Reported reported(long number) {
    LaneRecord known = store.get(index.articleId(number));
    if (known == null || known.wording() == null || known.opening() == null) {
      return null;
    }
    float length = known.opening().filed().length();
    return new Reported(known.storyId(), known.eventId(), known.at(), known.wording(), length);
  }

  /// What the later revision of an opener says of it.
  private @Nullable Opening reopened(@Nullable Opening opening, Wording wording) {
    return opening == null ? null : opening.with(events.revise(next, Terms.of(wording)));
  }

  /// An article with which nothing is compared any more.
  private void leave(@Nullable LaneRecord record) {
    if (record != null && record.opening() != null && record.wording() != null) {
      events.remove(record.number(), Terms.of(record.wording()));
    }
  }

  /// Takes out of the indexes what is too old to have copies.
  private void forget() {
    for (Anchor oldest = index.oldest(); oldest != null && oldest.at() < oldestCompared(); ) {
      if (oldest.articleId().equals(oldest.storyId())) {
        leave(store.get(oldest.articleId()));
      }
      index.removeOldest();
      oldest = index.oldest();
    }
    tidying
        .at(
            clock,
            new Tidying.Rule(
                (articleId, record) -> !isKnown(articleId, record),
                (_, record) -> words(record) == null))
        .forEach(grown::remove);
  }

  /// The time of the oldest article with which new ones are compared.
  private long oldestCompared() {
    return clock - retention.copies().toMillis();
  }

  /// The words of an article while new ones are compared with it.
  private @Nullable Wording words(LaneRecord record) {
    return record.at() < oldestCompared() ? null : record.wording();
  }

  private @Nullable LaneRecord remembered(@Nullable LaneRecord known) {
    return known != null && head(known.storyId()) != null ? known : null;
  }

  /// The latest article of a story that is still known.
  private @Nullable LaneRecord head(String storyId) {
    LaneRecord head = store.get(grown.head(storyId));
    return head != null && head.storyId().equals(storyId) && isRemembered(head) ? head : null;
  }

  private boolean isKnown(String articleId, LaneRecord record) {
    boolean isHead = grown.head(record.storyId()).equals(articleId);
    return isHead ? isRemembered(record) : head(record.storyId()) != null;
  }

  private boolean isRemembered(LaneRecord head) {
    return head.at() >= clock - retention.stories().toMillis();
  }
}
