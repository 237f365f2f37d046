package org.parley.app.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Alert;
import org.parley.contract.ArticleRef;
import org.parley.contract.Mention;

/// An alert as a person wants to read it: headline, source, the sentence with the mention marked,
/// stage, parties.
public final class AlertText {
  private static final int QUOTE = 320;

  private final Terminal terminal;

  public AlertText(Terminal terminal) {
    this.terminal = terminal;
  }

  /// The whole alert, a few lines.
  public List<String> lines(Alert alert) {
    List<String> lines = new ArrayList<>();
    lines.add(terminal.bold(alert.kind() + "  " + headline(alert)));
    lines.add("  " + terminal.dim(provenance(alert)));
    Mention mention = foremost(alert);
    if (mention != null) {
      lines.add("  “" + quote(mention) + "”");
      lines.add("  " + tags(alert, mention));
    }
    return lines;
  }

  /// One line: kind, watch, stage, headline.
  public String line(Alert alert) {
    return String.format(
        Locale.ROOT,
        "%s %s %s %s",
        alert.kind(),
        terminal.dim(alert.watchId()),
        alert.stage() == null ? "-" : alert.stage().label(),
        headline(alert));
  }

  /// The title, else the first words that are quoted, else the entry's name.
  public static String headline(Alert alert) {
    String title = alert.article().title();
    if (title != null) {
      return title;
    }
    return alert.mentions().isEmpty()
        ? alert.article().origin().entry()
        : shortened(alert.mentions().getFirst().quote(), 90);
  }

  private String provenance(Alert alert) {
    ArticleRef article = alert.article();
    List<String> parts = new ArrayList<>();
    parts.add(article.url() == null ? article.source() : article.source() + " " + article.url());
    if (article.author() != null) {
      parts.add("by " + article.author());
    }
    if (article.publishedAt() != null) {
      parts.add(article.publishedAt().toString().substring(0, 10));
    }
    parts.add("watch " + alert.watchId());
    parts.add(String.join(", ", alert.reasons()));
    return String.join(" · ", parts);
  }

  private String tags(Alert alert, Mention mention) {
    List<String> parts = new ArrayList<>();
    if (alert.stage() != null) {
      parts.add("stage " + terminal.bold(alert.stage().label()));
    }
    add(parts, "parties ", mention.parties());
    add(parts, "go-between ", mention.goBetweens());
    if (mention.venue() != null) {
      parts.add("venue " + mention.venue());
    }
    parts.add(count(alert.mentionCount(), "mention"));
    return String.join(" · ", parts);
  }

  private static void add(List<String> parts, String label, List<String> names) {
    if (!names.isEmpty()) {
      parts.add(label + String.join(", ", names));
    }
  }

  /// The mention that tells a reader most: of the article's stage, then the highest score, then the
  /// most parties, then the first.
  private static @Nullable Mention foremost(Alert alert) {
    Mention best = null;
    for (Mention mention : alert.mentions()) {
      if (best == null || weight(alert, mention) > weight(alert, best)) {
        best = mention;
      }
    }
    return best;
  }

  private static int weight(Alert alert, Mention mention) {
    int stage = mention.stage() == alert.stage() ? 100 : 0;
    return stage + 10 * mention.score() + Math.min(9, mention.parties().size());
  }

  private String quote(Mention mention) {
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

  private static int clamp(int position, int length) {
    return Math.max(0, Math.min(position, length));
  }

  private static String folded(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static String shortened(String text, int room) {
    String folded = folded(text);
    return folded.length() <= room ? folded : folded.substring(0, room).stripTrailing() + "…";
  }

  /// `1 mention`, `2 mentions`, `3 copies`.
  public static String count(long number, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : plural);
  }
}
