package org.parley.processor.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.contract.ArticleRef;
import org.parley.contract.Fingerprint;
import org.parley.contract.Match;
import org.parley.contract.Stage;
import org.parley.contract.Story;
import org.parley.processor.story.AnchorIndex.Anchor;

/// Puts each article of one language into its story, in the order of the lane's log.
///
/// Of the articles that came within the [Retention], those that share sampled shingles with a new
/// one are compared with it exactly; it joins the story of the one that contains most of it, or is
/// contained most, and opens a story when there is none. A later revision of an article stays in
/// its story. Every decision is a function of the log: time is the greatest record time so far, and
/// a lane rebuilt from its store goes on as if it had never stopped. Not thread-safe.
public final class StoryLane {
  /// Contained most; of those that are contained as much, most alike; then the first.
  private static final Comparator<Copied> CLOSER =
      Comparator.<Copied>comparingDouble(each -> each.overlap().containment())
          .thenComparingDouble(each -> each.overlap().resemblance())
          .reversed()
          .thenComparingInt(each -> each.anchor().number());

  /// How many of the closest are looked at more closely.
  private static final int TRIES = 4;

  /// One in how many shingles finds candidates.
  private static final int SAMPLING = 4;

  private final LaneStore store;
  private final Retention retention;
  private final CopyRule rule;
  private final AnchorIndex index;
  private int next;
  private long clock;
  private long sweptAt;

  /// Rebuilds the lane from `store`.
  public StoryLane(LaneStore store, Retention retention) {
    this(store, retention, CopyRule.STANDARD, SAMPLING);
  }

  StoryLane(LaneStore store, Retention retention, CopyRule rule, int sampling) {
    this.store = store;
    this.retention = retention;
    this.rule = rule;
    this.index = new AnchorIndex(sampling);
    rebuild();
  }

  /// How long a lane remembers.
  ///
  /// @param copies how long new articles are compared with one
  /// @param revisions how long a later revision of an article, or a copy's story, is known
  public record Retention(Duration copies, Duration revisions) {
    public static final Retention STANDARD =
        new Retention(Duration.ofHours(72), Duration.ofDays(30));
  }

  /// Places an article.
  ///
  /// @param at the record's time
  public Placement place(Match match, Instant at) {
    clock = Math.max(clock, at.toEpochMilli());
    forget();
    String articleId = match.article().articleId();
    LaneRecord prior = remembered(store.article(articleId));
    Shingles shingles = Shingles.of(match.fingerprint());
    Kin kin = revisionOf(articleId, prior, shingles);
    if (kin == null) {
      kin = closest(shingles);
    }
    StoryState before = kin == null ? null : remembered(store.story(kin.storyId()));
    Story.Member member = member(match, before == null ? null : kin);
    StoryState after =
        before == null ? StoryState.open(match, member, clock) : before.with(match, member, clock);
    store.putStory(after.story().storyId(), after);
    file(match, prior, after.story().storyId(), shingles);
    return new Placement(
        match,
        after.story(),
        member,
        after.articles(),
        gained(before, after),
        Instant.ofEpochMilli(clock));
  }

  /// The member of a story that an article derives from.
  private record Kin(String storyId, String articleId, Story.Relation relation, double measure) {}

  private @Nullable Kin revisionOf(
      String articleId, @Nullable LaneRecord prior, Shingles shingles) {
    if (prior != null) {
      Fingerprint earlier = prior.fingerprint();
      double same = earlier == null ? 0 : shingles.with(Shingles.of(earlier)).containment();
      return new Kin(prior.storyId(), articleId, Story.Relation.REVISION, same);
    }
    // Forgotten itself, but the story that it opened lives on.
    return remembered(store.story(articleId)) == null
        ? null
        : new Kin(articleId, articleId, Story.Relation.REVISION, 0);
  }

  private @Nullable Kin closest(Shingles shingles) {
    List<Copied> copied = new ArrayList<>();
    for (Anchor anchor : index.candidates(shingles)) {
      compare(anchor, shingles, copied);
    }
    copied.sort(CLOSER);
    Surroundings around = index.surroundings(shingles);
    for (Copied each : copied.subList(0, Math.min(copied.size(), TRIES))) {
      if (each.overlap().isSame()) {
        return each.kin();
      }
      String story = each.anchor().storyId();
      Surroundings other = index.surroundings(each.shingles());
      if (!around.sharesOnlyFrame(other) && !other.isRoundupOf(story, around)) {
        return around.isRoundupBeside(story) ? null : each.kin();
      }
    }
    return null;
  }

  /// An article of which the new one may be a copy.
  private record Copied(Anchor anchor, Shingles shingles, Shingles.Overlap overlap) {
    Kin kin() {
      return new Kin(
          anchor.storyId(), anchor.articleId(), Story.Relation.COPY, overlap.containment());
    }
  }

  private void compare(Anchor anchor, Shingles shingles, List<Copied> copied) {
    LaneRecord known = store.article(anchor.articleId());
    if (known == null || known.fingerprint() == null) {
      return;
    }
    Shingles other = Shingles.of(known.fingerprint());
    Duration between = Duration.ofMillis(clock - anchor.at());
    Shingles.Overlap overlap = rule.compare(shingles, other, between);
    if (overlap != null) {
      copied.add(new Copied(anchor, other, overlap));
    }
  }

  private static Story.Member member(Match match, @Nullable Kin kin) {
    ArticleRef article = match.article();
    return new Story.Member(
        article.articleId(),
        article.revision(),
        article.source(),
        article.fetchedAt(),
        kin == null ? Story.Relation.OPENER : kin.relation(),
        kin == null ? article.articleId() : kin.articleId(),
        kin == null ? 1 : kin.measure());
  }

  private void file(Match match, @Nullable LaneRecord prior, String storyId, Shingles shingles) {
    String articleId = match.article().articleId();
    if (prior != null && prior.fingerprint() != null) {
      index.remove(prior.number(), Shingles.of(prior.fingerprint()));
    }
    store.putArticle(articleId, new LaneRecord(storyId, next, clock, match.fingerprint()));
    index.add(new Anchor(next, articleId, storyId, clock), shingles);
    next++;
  }

  private static Set<Stage> gained(@Nullable StoryState before, StoryState after) {
    Set<Stage> gained = new TreeSet<>(after.stages());
    if (before != null) {
      gained.removeAll(before.stages());
    }
    return gained;
  }

  private void rebuild() {
    Map<Integer, String> order = new TreeMap<>();
    store.eachArticle((articleId, known) -> {
      clock = Math.max(clock, known.at());
      next = Math.max(next, known.number() + 1);
      if (known.fingerprint() != null) {
        order.put(known.number(), articleId);
      }
    });
    order.forEach((number, articleId) -> {
      LaneRecord known = store.article(articleId);
      if (known != null && known.fingerprint() != null) {
        index.add(
            new Anchor(number, articleId, known.storyId(), known.at()),
            Shingles.of(known.fingerprint()));
      }
    });
  }

  /// Takes out of the index what is too old to have copies, and once a day of the lane's time
  /// deletes what is too old to be known at all.
  private void forget() {
    for (Anchor anchor : index.before(clock - retention.copies().toMillis())) {
      LaneRecord known = store.article(anchor.articleId());
      if (known != null && known.fingerprint() != null) {
        index.remove(anchor.number(), Shingles.of(known.fingerprint()));
        store.putArticle(anchor.articleId(), known.withoutFingerprint());
      }
    }
    if (clock - sweptAt >= Duration.ofDays(1).toMillis()) {
      sweptAt = clock;
      sweep();
    }
  }

  private void sweep() {
    List<String> articles = new ArrayList<>();
    store.eachArticle((id, known) -> collect(articles, id, remembered(known)));
    articles.forEach(store::removeArticle);
    List<String> stories = new ArrayList<>();
    store.eachStory((id, known) -> collect(stories, id, remembered(known)));
    stories.forEach(store::removeStory);
  }

  private static void collect(List<String> forgotten, String id, @Nullable Object remembered) {
    if (remembered == null) {
      forgotten.add(id);
    }
  }

  private @Nullable LaneRecord remembered(@Nullable LaneRecord known) {
    return known != null && isRemembered(known.at()) ? known : null;
  }

  private @Nullable StoryState remembered(@Nullable StoryState known) {
    return known != null && isRemembered(known.at()) ? known : null;
  }

  private boolean isRemembered(long at) {
    return at >= clock - retention.revisions().toMillis();
  }
}
