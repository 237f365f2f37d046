package org.parley.app.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Alert;
import org.parley.contract.ArticleRef;
import org.parley.contract.Mention;
import org.parley.contract.Stage;

/// An alert as a person wants to read it: headline, source, the sentence with the mention marked,
/// stage, parties.
public final class AlertText {
  private final Terminal terminal;

  public AlertText(Terminal terminal) {
    this.terminal = terminal;
  }

  /// The whole alert, a few lines.
  public List<String> lines(Alert alert) {
    List<String> lines = new ArrayList<>();
    lines.add(terminal.bold(alert.kind() + "  " + headline(alert)));
    lines.add("  " + terminal.dim(provenance(alert)));
    lines.addAll(mentions(alert.mentions(), alert.stage(), alert.mentionCount()));
    return lines;
  }

  /// An article of which no alert was made yet: headline, source, and its foremost mention.
  ///
  /// @param mentions of it, in the order of the text
  public List<String> lines(ArticleRef article, List<Mention> mentions) {
    List<String> lines = new ArrayList<>();
    lines.add(terminal.bold(headline(article, mentions)));
    lines.add("  " + terminal.dim(String.join(" · ", source(article))));
    Mention first = MentionText.foremost(mentions, null);
    lines.addAll(mentions(mentions, first == null ? null : first.stage(), mentions.size()));
    return lines;
  }

  private List<String> mentions(List<Mention> mentions, @Nullable Stage stage, int count) {
    Mention mention = MentionText.foremost(mentions, stage);
    if (mention == null) {
      return List.of();
    }
    var text = new MentionText(terminal);
    return List.of("  “" + text.quote(mention) + "”", "  " + text.tags(mention, stage, count));
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
    return headline(alert.article(), alert.mentions());
  }

  private static String headline(ArticleRef article, List<Mention> mentions) {
    if (article.title() != null) {
      return article.title();
    }
    return mentions.isEmpty()
        ? article.origin().entry()
        : MentionText.shortened(mentions.getFirst().quote(), 90);
  }

  private static String provenance(Alert alert) {
    List<String> parts = source(alert.article());
    parts.add("watch " + alert.watchId());
    parts.add(String.join(", ", alert.reasons()));
    return String.join(" · ", parts);
  }

  private static List<String> source(ArticleRef article) {
    List<String> parts = new ArrayList<>();
    parts.add(article.url() == null ? article.source() : article.source() + " " + article.url());
    if (article.author() != null) {
      parts.add("by " + article.author());
    }
    if (article.publishedAt() != null) {
      parts.add(article.publishedAt().toString().substring(0, 10));
    }
    return parts;
  }

  /// `1 mention`, `2 mentions`, `3 copies`.
  public static String count(long number, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : plural);
  }
}
