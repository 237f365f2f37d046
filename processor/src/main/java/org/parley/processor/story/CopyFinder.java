package org.parley.processor.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Member.Relation;
import org.parley.processor.fingerprint.Wording;
import org.parley.processor.story.AnchorIndex.Anchor;

/// Finds the article that a new one derives from. It reads the lane's index and records and changes
/// nothing.
final class CopyFinder {
  /// Contained most; of those that are contained as much, most alike; then the first.
  private static final Comparator<Copied> CLOSER =
      Comparator.<Copied>comparingDouble(each -> each.overlap().containment())
          .thenComparingDouble(each -> each.overlap().resemblance())
          .reversed()
          .thenComparingLong(each -> each.anchor().number());

  /// How many of the closest are looked at more closely.
  private static final int TRIES = 4;

  private final LaneStore store;
  private final AnchorIndex index;
  private final CopyRule rule;

  CopyFinder(LaneStore store, AnchorIndex index, CopyRule rule) {
    this.store = store;
    this.index = index;
    this.rule = rule;
  }

  /// What an article derives from.
  ///
  /// @param storyId that it belongs to, or that it quotes
  /// @param articleId the article there that it was compared with
  /// @param measure see [Relation]
  /// @param added which of its sentences the story did not have, ascending
  record Kin(
      String storyId, String articleId, Relation relation, double measure, List<Integer> added) {}

  /// @param clock the lane's time, in milliseconds of the epoch
  /// @return `null` when the text is like no other; of relation `QUOTES` when it is nobody's copy
  ///   but quotes one
  @Nullable Kin closest(Wording wording, long clock) {
    Shingles shingles = Shingles.of(wording);
    List<Copied> copied = new ArrayList<>();
    for (Anchor anchor : index.candidates(shingles.hashes())) {
      compare(anchor, wording, clock, copied);
    }
    copied.sort(CLOSER);
    Surroundings around = new Surroundings(index.stories(shingles.hashes()));
    for (Copied each : copied.subList(0, Math.min(copied.size(), TRIES))) {
      if (each.overlap().isSame()) {
        return each.kin();
      }
      String story = each.anchor().storyId();
      Surroundings other = new Surroundings(index.stories(each.shingles().hashes()));
      if (!around.sharesOnlyFrame(other) && !other.isRoundupOf(story, around)) {
        return around.isRoundupBeside(story) ? null : each.kin();
      }
    }
    return null;
  }

  /// How a later revision stands to the earlier one.
  ///
  /// @param earlier none when it is no longer known
  Kin revision(String storyId, String articleId, Wording wording, @Nullable Wording earlier) {
    if (earlier == null) {
      List<Integer> all = IntStream.range(0, wording.ends().length).boxed().toList();
      return new Kin(storyId, articleId, Relation.REVISION, 0, all);
    }
    double same = Shingles.of(wording).with(Shingles.of(earlier)).containment();
    return new Kin(storyId, articleId, Relation.REVISION, same, List.of());
  }

  /// An article of which the new one may be a copy.
  private record Copied(Anchor anchor, Shingles shingles, Shingles.Overlap overlap) {
    Kin kin() {
      return new Kin(
          anchor.storyId(), anchor.articleId(), Relation.COPY, overlap.containment(), List.of());
    }
  }

  private void compare(Anchor anchor, Wording wording, long clock, List<Copied> copied) {
    LaneRecord known = store.get(anchor.articleId());
    if (known == null || known.wording() == null) {
      return;
    }
    int coarser = Math.max(wording.sampling(), known.wording().sampling());
    Shingles other = Shingles.of(known.wording().thinned(coarser));
    Duration between = Duration.ofMillis(clock - anchor.at());
    Shingles.Overlap overlap = rule.compare(Shingles.of(wording.thinned(coarser)), other, between);
    if (overlap != null) {
      copied.add(new Copied(anchor, other, overlap));
    }
  }
}
