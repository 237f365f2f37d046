package org.parley.app.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention;
import org.parley.contract.Stage;

/// A mention as a person wants to read it: its sentence with the words marked, stage and parties.
final class MentionText {
  private static final int QUOTE = 320;

  private final Terminal terminal;

  MentionText(Terminal terminal) {
    this.terminal = terminal;
  }

  /// The mention that tells a reader most: of the article's stage, then the highest score, then the
  /// most parties, then the first.
  static @Nullable Mention foremost(List<Mention> mentions, @Nullable Stage stage) {
    Mention best = null;
    for (Mention mention : mentions) {
      if (best == null || weight(mention, stage) > weight(best, stage)) {
        best = mention;
      }
    }
    return best;
  }

  private static int weight(Mention mention, @Nullable Stage stage) {
    int ofStage = mention.stage() == stage ? 100 : 0;
    return ofStage + 10 * mention.score() + Math.min(9, mention.parties().size());
  }

  /// The sentence, cut around the mention where it is long.
  String quote(Mention mention) {
    String quote = mention.quote();
    int start = clamp(mention.at().start() - mention.quoteStart(), quote.length());
    int end = clamp(mention.at().end() - mention.quoteStart(), quote.length());
    String before = folded(quote.substring(0, start));
    String after = folded(quote.substring(end));
    int room = Math.max(40, (QUOTE - (end - start)) / 2);
    return (before.length() > room ? "…" + before.substring(before.length() - room) : before)
        + terminal.marked(folded(quote.substring(start, end)))
        + shortened(after, room);
  }

  /// Stage, parties, go-betweens, venue, and how many mentions there are.
  ///
  /// @param stage of the article
  String tags(Mention mention, @Nullable Stage stage, int count) {
    List<String> parts = new ArrayList<>();
    if (stage != null) {
      parts.add("stage " + terminal.bold(stage.label()));
    }
    add(parts, "parties ", mention.parties());
    add(parts, "go-between ", mention.goBetweens());
    if (mention.venue() != null) {
      parts.add("venue " + mention.venue());
    }
    parts.add(AlertText.count(count, "mention"));
    return String.join(" · ", parts);
  }

  private static void add(List<String> parts, String label, List<String> names) {
    if (!names.isEmpty()) {
      parts.add(label + String.join(", ", names));
    }
  }

  private static int clamp(int position, int length) {
    return Math.max(0, Math.min(position, length));
  }

  private static String folded(String text) {
    return text.replaceAll("\\s+", " ");
  }

  static String shortened(String text, int room) {
    String folded = folded(text);
    return folded.length() <= room ? folded : folded.substring(0, room).stripTrailing() + "…";
  }
}
