package org.parley.processor.story;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Member.Relation;
import org.parley.processor.fingerprint.Wording;
import org.parley.processor.story.AnchorIndex.Anchor;

/// Finds the article that a new one derives from. It reads the lane's index and records and changes
/// nothing.
final class CopyFinder {
  private final LaneStore store;
  private final AnchorIndex index;
  private final Rarity rarity;

  CopyFinder(LaneStore store, AnchorIndex index, Rarity rarity) {
    this.store = store;
    this.index = index;
    this.rarity = rarity;
  }

  /// What an article derives from.
  ///
  /// @param storyId that it belongs to, or that it quotes
  /// @param articleId the article there that it was compared with
  /// @param measure see [Relation]
  /// @param added which of its sentences the story did not have, ascending
  record Kin(
      String storyId, String articleId, Relation relation, double measure, List<Integer> added) {}

  /// @param site its publisher, see [Anchor]
  /// @param clock the lane's time, in milliseconds of the epoch
  /// @return `null` when the text is like no other; of relation `QUOTES` when it is nobody's copy
  ///   but quotes one
  @Nullable Kin closest(Wording wording, int site, long clock) {
    Body body = Body.of(wording);
    Sightings sightings = Sightings.of(body, index, -1, site);
    List<Anchor> candidates = index.candidates(body, sightings);
    if (candidates.isEmpty()) {
      return null;
    }
    Comparison comparison = new Comparison(body, index, rarity, sightings);
    Kin thinned = null;
    for (Anchor anchor : candidates) {
      LaneRecord known = store.get(anchor.articleId());
      Wording other = known == null ? null : known.wording();
      if (other == null) {
        continue;
      }
      if (other.sampling() != wording.sampling()) {
        thinned = thinned == null ? thinned(wording, site, anchor, other) : thinned;
        continue;
      }
      Body text = Body.of(other);
      if (body.isSame(text)) {
        return new Kin(anchor.storyId(), anchor.articleId(), Relation.COPY, 1, List.of());
      }
      if (comparison.add(anchor, text, clock - anchor.at())) {
        break;
      }
    }
    Kin kin = comparison.kin();
    return kin == null || kin.relation().opens() && thinned != null ? thinned : kin;
  }

  /// A text against another that was sampled more thinly, or more thickly; it is very long then.
  private @Nullable Kin thinned(Wording wording, int site, Anchor anchor, Wording other) {
    int coarser = Math.max(wording.sampling(), other.sampling());
    Body body = Body.of(wording.thinned(coarser));
    Comparison comparison =
        new Comparison(body, index, rarity, Sightings.of(body, index, anchor.number(), site));
    comparison.add(anchor, Body.of(other.thinned(coarser)), 0);
    Kin kin = comparison.kin();
    return kin == null
        ? null
        : new Kin(kin.storyId(), kin.articleId(), kin.relation(), kin.measure(), List.of());
  }

  /// How a later revision stands to the earlier one.
  ///
  /// @param earlier none when it is no longer known
  Kin revision(String storyId, String articleId, Wording wording, @Nullable Wording earlier) {
    if (earlier == null) {
      List<Integer> all = IntStream.range(0, wording.ends().length).boxed().toList();
      return new Kin(storyId, articleId, Relation.REVISION, 0, all);
    }
    int coarser = Math.max(wording.sampling(), earlier.sampling());
    Body body = Body.of(wording.thinned(coarser));
    Body before = Body.of(earlier.thinned(coarser));
    Alignment alignment = Alignment.of(body, before);
    boolean[] known = alignment.inFirst();
    double same = Math.max(part(known), part(alignment.inSecond()));
    if (body.isSame(before)) {
      same = 1;
      Arrays.fill(known, true);
    }
    List<Integer> added =
        coarser == wording.sampling() ? body.added(known, new boolean[known.length]) : List.of();
    return new Kin(storyId, articleId, Relation.REVISION, same, added);
  }

  private static double part(boolean[] in) {
    long count = IntStream.range(0, in.length).filter(i -> in[i]).count();
    return in.length == 0 ? 0 : (double) count / in.length;
  }
}
