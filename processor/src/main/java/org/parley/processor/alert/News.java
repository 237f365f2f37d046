package org.parley.processor.alert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.contract.Fingerprint;
import org.parley.contract.Match;
import org.parley.contract.Mention;
import org.parley.processor.story.Placement;

/// Which of an article's mentions are news in its story: those in the sentences that the story did
/// not have. A headline is none: every desk writes its own above the same text. Of a text that is
/// hardly more than its headline it counts.
///
/// @param sentences of the article that are known
/// @param added which of them, and of those beyond, the story did not have
/// @param sampled whether some sentences are left out
record News(List<Match.Sentence> sentences, Set<Integer> added, boolean sampled) {
  static News of(Placement placed) {
    Set<Integer> added = new HashSet<>(placed.added());
    Fingerprint fingerprint = placed.match().fingerprint();
    int titles = titles(fingerprint);
    if (titles < fingerprint.sentences().size()) {
      added.removeIf(place -> place < titles);
    }
    return new News(placed.match().sentences(), added, fingerprint.sampling() > 1);
  }

  /// How many of the first sentences are the title's.
  private static int titles(Fingerprint fingerprint) {
    int titles = 0;
    int words = 0;
    for (int length : fingerprint.sentences()) {
      if (words >= fingerprint.titleWords()) {
        break;
      }
      words += length;
      titles++;
    }
    return titles;
  }

  List<Mention> of(List<Mention> mentions) {
    List<Mention> news = new ArrayList<>();
    for (Mention mention : mentions) {
      if (has(mention)) {
        news.add(mention);
      }
    }
    return news;
  }

  private boolean has(Mention mention) {
    int at = mention.at().start();
    for (int i = 0; i < sentences.size() && sentences.get(i).at().start() <= at; i++) {
      if (at < sentences.get(i).at().end()) {
        return added.contains(i);
      }
    }
    // Of a sentence that the match does not show, or that a very long text's fingerprint leaves
    // out, it is not known whether it was added.
    boolean leftOut = sampled && !added.isEmpty();
    return leftOut || added.stream().anyMatch(place -> place >= sentences.size());
  }
}
