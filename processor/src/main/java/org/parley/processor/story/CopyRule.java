package org.parley.processor.story;

import java.time.Duration;
import java.util.function.Supplier;

/// Whether one of two texts derives from the other: cut, framed by another site, re-headlined,
/// rewritten, updated; or whether they only quote the same, or one the other.
///
/// By containment (Broder 1997), of each text in the other, without the sites' own words. That is
/// not enough: an article is contained in a round-up that quotes it, and an update in another story
/// of which it has a passage. So what is shared has to belong to both texts, too: a text is at home
/// in a passage when the rest of it speaks of the same (see [Cohesion]), or is put between the
/// passage's parts, or is one passage from one other story.
final class CopyRule {
  /// From which containment of either text on they may be copies.
  private static final double CONTAINED = .5;

  /// From which of both on they are, however they differ in the rest.
  private static final double MUTUAL = .72;

  /// From which on a text is a cut of the other, whatever the other goes on about.
  private static final double CUT = .85;

  /// How much of both together must be contained, when the rests only hardly speak of the same.
  private static final double TOGETHER = 1;

  /// The fewest words that must be shared.
  static final int LEAST_SHARED = 12;

  /// The fewest shingles that must be shared, unless a text is all but a cut of the other: in a
  /// sentence or two on one happening, names and common turns meet by themselves.
  private static final int LEAST_SHINGLES = 12;

  /// From which cohesion on the rest speaks of the same; surely; and surely enough for a small
  /// passage out of the middle.
  private static final double SAME = .045;

  private static final double SURELY = .2;
  private static final double PASSAGE = .12;
  private static final double SMALL = .4;

  /// How many of its own words a text may have before it begins with a passage, or after it ends
  /// with one: a headline, a line on the author.
  private static final int BEGINNING = 16;

  private static final int ENDING = 10;

  /// How much of the other text an update that is put between its parts has.
  private static final double AROUND = .55;

  /// How much of a text is what it shares, when the rest stands before or after it.
  private static final double MOST = .55;

  private static final double MOST_UNKNOWN = .7;
  private static final double HALF = .45;
  private static final double MUCH = .65;
  private static final double BEGUN = .3;

  /// How many words a text has of which nobody quotes the most.
  private static final int LONG = 95;

  /// How much of a text of two stories the second has.
  private static final double SECOND_STORY = .45;

  /// How much of a round-up's rest, or of the whole, its other parts are at least.
  private static final double REST_IN_PARTS = .5;

  private static final double ALL_IN_PARTS = .15;

  /// How far apart in time texts are for which different figures speak more.
  private static final Duration APART = Duration.ofHours(6);

  private CopyRule() {}

  /// One text of a pair.
  ///
  /// @param parts what it has of other stories
  record Text(Share share, Supplier<Parts> parts) {
    double containment() {
      return share.containment();
    }
  }

  /// How a text stands to what it shares.
  enum Home {
    /// It is about that.
    NATIVE,
    /// It has that around something else.
    AROUND,
    /// It goes on with that to its end after something else, from the other text's beginning on.
    RESUMED,
    /// Both texts begin with it.
    BEGUN,
    /// It is about something else.
    FOREIGN
  }

  static boolean isApart(long millis) {
    return millis >= APART.toMillis();
  }

  static Home home(Share one, Share other) {
    if (one.cohesion() >= SAME) {
      return Home.NATIVE;
    }
    if (one.isAround()) {
      return Home.AROUND;
    }
    if (one.isWoven()) {
      return Home.NATIVE;
    }
    if (other.before() > BEGINNING) {
      return Home.FOREIGN;
    }
    if ((one.containment() >= MOST || one.containment() >= HALF && isMostOf(other))
        && one.after() <= ENDING) {
      return Home.RESUMED;
    }
    return one.before() <= BEGINNING ? Home.BEGUN : Home.FOREIGN;
  }

  /// Whether one of two texts, which share enough words, derives from the other.
  ///
  /// @param shingles how many of one text's the other has, word for word
  static boolean isCopy(Text one, Text other, int shingles) {
    double most = Math.max(one.containment(), other.containment());
    double least = Math.min(one.containment(), other.containment());
    if (shingles < LEAST_SHINGLES && most < CUT) {
      return false;
    }
    Home first = home(one.share(), other.share());
    Home second = home(other.share(), one.share());
    if (least >= MUTUAL) {
      return !isRoundup(one, other, first) && !isRoundup(other, one, second);
    }
    if (first != Home.NATIVE && second != Home.NATIVE) {
      return false;
    }
    if (first == Home.NATIVE && second == Home.NATIVE) {
      return most >= CONTAINED && isClear(one, other, most + least);
    }
    return first == Home.NATIVE ? isHost(other, one, second) : isHost(one, other, first);
  }

  /// Whether two texts, at home in what they share, are copies of each other.
  private static boolean isClear(Text one, Text other, double together) {
    if (isSure(one) && isSure(other) || isCut(one, other) || isCut(other, one)) {
      return true;
    }
    return together >= TOGETHER
        && !isPassage(one.share())
        && !isPassage(other.share())
        && (isUpdated(one, other) || !isRoundup(one, other, Home.NATIVE))
        && (isUpdated(other, one) || !isRoundup(other, one, Home.NATIVE));
  }

  /// Whether a text has most of the other around something else.
  private static boolean isUpdated(Text one, Text other) {
    return one.share().isAround() && other.containment() >= AROUND && !other.share().isAround();
  }

  /// Whether a text is the beginning of another that goes on about the same.
  private static boolean isCut(Text one, Text other) {
    return one.containment() >= CUT
        && other.share().before() <= BEGINNING
        && other.share().cohesion() >= PASSAGE;
  }

  private static boolean isSure(Text text) {
    return text.share().cohesion() >= SURELY;
  }

  /// A piece out of the middle, of which the rest hardly speaks.
  private static boolean isPassage(Share share) {
    return share.cohesion() < PASSAGE && share.containment() < SMALL && share.before() > BEGINNING;
  }

  /// Whether a text that goes on about something else is still of the other's story, which is at
  /// home in what they share.
  private static boolean isHost(Text text, Text other, Home home) {
    return switch (home) {
      case AROUND ->
          other.containment() >= CONTAINED
              && !isRoundup(text, other, home)
              && (!other.share().isAround()
                  || other.containment() >= MUTUAL
                  || !other.share().hasRest());
      case RESUMED ->
          Math.max(text.containment(), other.containment()) >= CONTAINED
              && !isRoundup(text, other, home);
      case BEGUN -> other.containment() >= CONTAINED && !isRoundup(text, other, home);
      default -> false;
    };
  }

  /// Whether it is a long text of which most is shared: nobody quotes that much.
  private static boolean isMostOf(Share share) {
    return share.own() >= LONG && share.containment() >= MUCH;
  }

  /// Whether a text has parts of other stories, beside what it shares with the other text.
  private static boolean isRoundup(Text text, Text other, Home home) {
    if (home == Home.NATIVE && isSure(text)) {
      return false;
    }
    Parts parts = text.parts().get();
    Share share = text.share();
    if (parts.count() == 2 && home == Home.AROUND && other.containment() >= AROUND) {
      return false;
    }
    if (parts.count() >= 2) {
      double known = (double) parts.known() * Keys.FINE;
      return home != Home.NATIVE
          || known >= ALL_IN_PARTS * share.own()
          || known >= REST_IN_PARTS * share.rest();
    }
    boolean isOfTwo = parts.count() == 1 && parts.longest() >= SECOND_STORY * parts.places();
    return switch (home) {
      case RESUMED ->
          !isOfTwo
              && !isMostOf(other.share())
              && (parts.count() == 1 || share.containment() < MOST_UNKNOWN);
      case BEGUN ->
          !(isOfTwo && share.containment() >= BEGUN)
              && !(isMostOf(other.share()) && share.containment() >= MOST)
              && !(parts.count() == 0 && other.containment() >= CUT);
      default -> false;
    };
  }
}
