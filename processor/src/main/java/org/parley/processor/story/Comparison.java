package org.parley.processor.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Member.Relation;
import org.parley.processor.story.AnchorIndex.Anchor;
import org.parley.processor.story.CopyFinder.Kin;
import org.parley.processor.story.CopyRule.Home;

/// A new text against those that may be its kin: first all of them, then what they have in common
/// is judged.
final class Comparison {
  /// From which containment of both texts on no better copy is looked for.
  private static final double ENOUGH = .95;

  /// From which on a text is as good as wholly in another.
  private static final double WHOLE = .72;

  /// How many words in sentences that the story did not have make an update: a rewrite leaves fewer
  /// that are not known again.
  private static final int NEWS = 20;

  /// How much of both texts of a report is shared at least.
  private static final double REPORT = .45;

  /// How many words a notice of figures has at most: a longer text may hold the whole of one.
  private static final int NOTICE = 300;

  /// How many words make a quotation.
  private static final int QUOTATION = 20;

  private final Body body;
  private final Sightings sightings;
  private final boolean[] frame;
  private final ShingleTable places;
  private final AnchorIndex index;
  private final Rarity rarity;
  private final List<Pair> pairs = new ArrayList<>();

  Comparison(Body body, AnchorIndex index, Rarity rarity, Sightings sightings) {
    this.body = body;
    this.sightings = sightings;
    this.index = index;
    this.rarity = rarity;
    frame = sightings.frame();
    places = new ShingleTable(body.shingles());
  }

  /// The new text and another that shares enough with it.
  private record Pair(
      Anchor anchor,
      Body text,
      Sightings sightings,
      boolean[] frame,
      Alignment alignment,
      Share share,
      Share other,
      Figures figures,
      boolean isTemplate) {
    /// Whether both are one report of figures, whatever else they say.
    boolean isReport() {
      return figures.areOfOneReport()
          && Math.max(share.own(), other.own()) <= NOTICE
          && Math.min(share.containment(), other.containment()) >= REPORT;
    }

    boolean isEnough() {
      return !isTemplate && Math.min(share.containment(), other.containment()) >= ENOUGH;
    }

    double both() {
      return share.containment() + other.containment();
    }
  }

  /// Compares with an article that is not the same.
  ///
  /// @param between how much time is between the two, in milliseconds
  /// @return whether there is nothing better to be found
  boolean add(Anchor anchor, Body text, long between) {
    Alignment alignment = Alignment.of(body, places, text);
    if (alignment.sharedWords() < CopyRule.LEAST_SHARED) {
      return false;
    }
    Sightings others = Sightings.of(text, index, anchor.number(), anchor.site());
    boolean[] otherFrame = others.frame();
    Share share = Share.of(body, frame, alignment, Share.Of.FIRST, rarity);
    Share other = Share.of(text, otherFrame, alignment, Share.Of.SECOND, rarity);
    if (Math.min(share.shared(), other.shared()) < CopyRule.LEAST_SHARED) {
      return false;
    }
    Figures figures = alignment.figures();
    boolean isTemplate = figures.areOfTemplate(CopyRule.isApart(between));
    Pair pair =
        new Pair(anchor, text, others, otherFrame, alignment, share, other, figures, isTemplate);
    pairs.add(pair);
    return pair.isEnough();
  }

  /// The best that was found, or none.
  @Nullable Kin kin() {
    Pair copied = null;
    Pair quoted = null;
    for (Pair pair : pairs) {
      if (isTemplate(pair)) {
        continue;
      }
      if (isCopy(pair)) {
        copied = copied == null || pair.both() > copied.both() ? pair : copied;
      } else if (isQuotation(pair)
          && (quoted == null || pair.share.shared() > quoted.share.shared())) {
        quoted = pair;
      }
    }
    if (copied != null) {
      return kin(copied);
    }
    return quoted == null
        ? null
        : kin(quoted, Relation.QUOTES, quoted.share.containment(), List.of());
  }

  /// Whether the new text is a notice of the same template as the other's story: what the pair says
  /// that has the most figures to compare.
  private boolean isTemplate(Pair pair) {
    Pair most = pair;
    for (Pair each : pairs) {
      if (each.anchor.storyId().equals(pair.anchor.storyId())
          && each.figures.all() > most.figures.all()) {
        most = each;
      }
    }
    return most.isTemplate;
  }

  private static void mark(boolean[] all, boolean[] more) {
    for (int i = 0; i < all.length; i++) {
      all[i] |= more[i];
    }
  }

  private boolean isCopy(Pair pair) {
    String story = pair.anchor.storyId();
    CopyRule.Text one =
        new CopyRule.Text(
            pair.share, () -> Parts.of(sightings, pair.alignment.inFirst(), frame, story));
    CopyRule.Text other =
        new CopyRule.Text(
            pair.other,
            () -> Parts.of(pair.sightings, pair.alignment.inSecond(), pair.frame, story));
    return pair.isReport() || CopyRule.isCopy(one, other, places.shared(pair.text.shingles()));
  }

  /// Whether the new text has a passage that the other is about.
  private static boolean isQuotation(Pair pair) {
    return pair.share.shared() >= QUOTATION && CopyRule.home(pair.other, pair.share) == Home.NATIVE;
  }

  private Kin kin(Pair copied) {
    boolean[] known = new boolean[body.size()];
    for (Pair pair : pairs) {
      if (pair.anchor.storyId().equals(copied.anchor.storyId())) {
        mark(known, pair.alignment.inFirst());
      }
    }
    List<Integer> added = body.added(known, frame);
    double share = copied.share.containment();
    double other = copied.other.containment();
    // More news in it counts before how much of the other text it has: an update often leaves out
    // what has become old.
    if (body.words(added) >= NEWS) {
      return kin(copied, Relation.UPDATE, other, added);
    }
    return share >= WHOLE && other < WHOLE
        ? kin(copied, Relation.PART, share, added)
        : kin(copied, Relation.COPY, Math.max(share, other), added);
  }

  private static Kin kin(Pair pair, Relation relation, double measure, List<Integer> added) {
    Anchor anchor = pair.anchor;
    return new Kin(anchor.storyId(), anchor.articleId(), relation, measure, added);
  }
}
