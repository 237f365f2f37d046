package org.parley.processor.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Member.Relation;
import org.parley.processor.fingerprint.Wording;
import org.parley.processor.story.AnchorIndex.Anchor;
import org.parley.processor.story.CopyFinder.Kin;
import org.parley.processor.story.CopyRule.Home;

/// A new text against those that may be its kin, one after another; the best is kept.
final class Comparison {
  /// From which containment of both texts on no better copy is looked for.
  private static final double ENOUGH = .95;

  /// From which on a copy has the whole of the other text, give or take a headline.
  private static final double WHOLE = .72;

  /// How many words in sentences that the story did not have make an update: a rewrite leaves fewer
  /// that are not known again.
  private static final int NEWS = 20;

  /// How many words make a quotation.
  private static final int QUOTATION = 20;

  private final Wording wording;
  private final Body body;
  private final Sightings sightings;
  private final boolean[] frame;
  private final ShingleTable places;
  private final AnchorIndex index;
  private final Rarity rarity;

  /// By story, which words of the text its compared members have.
  private final Map<String, boolean[]> known = new HashMap<>();

  private @Nullable Found copied;
  private @Nullable Found quoted;

  /// An article, how much the new text has of it, and the other way round.
  private record Found(Anchor anchor, Share share, Share other) {
    double both() {
      return share.containment() + other.containment();
    }
  }

  Comparison(
      Wording wording, Body body, Sightings sightings, AnchorIndex index, Rarity rarity) {
    this.wording = wording;
    this.body = body;
    this.sightings = sightings;
    this.index = index;
    this.rarity = rarity;
    frame = sightings.frame();
    places = new ShingleTable(body.shingles());
  }

  /// Compares with an article.
  ///
  /// @param between how much time is between the two, in milliseconds
  /// @return whether there is nothing better to be found
  boolean add(Anchor anchor, Wording other, long between) {
    if (wording.sampling() != other.sampling()) {
      return addThinned(anchor, other, between);
    }
    Body text = Body.of(other);
    if (body.isSame(text)) {
      Share whole = new Share(body.size(), body.size(), 0, 0, 0, 1, 1);
      copied = new Found(anchor, whole, whole);
      known.computeIfAbsent(anchor.storyId(), _ -> new boolean[body.size()]);
      java.util.Arrays.fill(known.get(anchor.storyId()), true);
      return true;
    }
    Alignment alignment = Alignment.of(body, places, text);
    if (alignment.passages().isEmpty()) {
      return false;
    }
    return add(anchor, text, alignment, between);
  }

  private boolean addThinned(Anchor anchor, Wording other, long between) {
    int coarser = Math.max(wording.sampling(), other.sampling());
    Body thinned = Body.of(wording.thinned(coarser));
    Comparison comparison =
        new Comparison(
            wording.thinned(coarser), thinned, Sightings.of(thinned, index, -1), index, rarity);
    comparison.add(anchor, other.thinned(coarser), between);
    Found found = comparison.copied;
    if (found != null && (copied == null || found.both() > copied.both())) {
      copied = found;
      boolean[] all = known.computeIfAbsent(anchor.storyId(), _ -> new boolean[body.size()]);
      java.util.Arrays.fill(all, true);
    }
    return false;
  }

  private boolean add(Anchor anchor, Body text, Alignment alignment, long between) {
    Share share = Share.of(body, frame, alignment, Share.Of.FIRST, rarity);
    if (share.shared() < CopyRule.LEAST_SHARED) {
      return false;
    }
    Sightings others = Sightings.of(text, index, anchor.number());
    boolean[] otherFrame = others.frame();
    Share other = Share.of(text, otherFrame, alignment, Share.Of.SECOND, rarity);
    if (other.shared() < CopyRule.LEAST_SHARED
        || alignment.figures().areOfTemplate(CopyRule.isApart(between))) {
      return false;
    }
    Found found = new Found(anchor, share, other);
    String story = anchor.storyId();
    boolean isCopy =
        CopyRule.isCopy(
            new CopyRule.Text(
                share, () -> Parts.of(sightings, alignment.inFirst(), frame, story)),
            new CopyRule.Text(
                other, () -> Parts.of(others, alignment.inSecond(), otherFrame, story)));
    if (!isCopy) {
      if (share.shared() >= QUOTATION
          && CopyRule.home(other, share) == Home.NATIVE
          && (quoted == null || share.shared() > quoted.share.shared())) {
        quoted = found;
      }
      return false;
    }
    learn(story, alignment.inFirst());
    if (copied == null || found.both() > copied.both()) {
      copied = found;
    }
    return Math.min(share.containment(), other.containment()) >= ENOUGH;
  }

  private void learn(String story, boolean[] in) {
    boolean[] all = known.computeIfAbsent(story, _ -> new boolean[in.length]);
    for (int i = 0; i < in.length; i++) {
      all[i] |= in[i];
    }
  }

  /// The best that was found, or none.
  @Nullable Kin kin() {
    if (copied != null) {
      return kin(copied);
    }
    if (quoted != null) {
      Anchor anchor = quoted.anchor;
      double measure = quoted.share.containment();
      return new Kin(anchor.storyId(), anchor.articleId(), Relation.QUOTES, measure, List.of());
    }
    return null;
  }

  private Kin kin(Found found) {
    String story = found.anchor.storyId();
    boolean[] all = known.getOrDefault(story, new boolean[body.size()]);
    List<Integer> added = new ArrayList<>(CopyFinder.added(body, all, frame));
    double share = found.share.containment();
    double other = found.other.containment();
    Relation relation = relation(found, added);
    double measure = relation == Relation.PART ? share : relation == Relation.UPDATE ? other : Math.max(share, other);
    return new Kin(story, found.anchor.articleId(), relation, measure, added);
  }

  /// More news in it counts before how much of the other text it has: an update often leaves out
  /// what has become old.
  private Relation relation(Found found, List<Integer> added) {
    if (words(added) >= NEWS) {
      return Relation.UPDATE;
    }
    return found.share.containment() >= WHOLE && found.other.containment() < WHOLE
        ? Relation.PART
        : Relation.COPY;
  }

  private int words(List<Integer> sentences) {
    int words = 0;
    for (int sentence : sentences) {
      int place = sentence - body.skipped();
      words += body.ends()[place] - (place == 0 ? 0 : body.ends()[place - 1]);
    }
    return words;
  }
}
