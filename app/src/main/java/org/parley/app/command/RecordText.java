package org.parley.app.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.app.terminal.AlertText;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Alert;
import org.parley.contract.Article;
import org.parley.contract.Attempt;
import org.parley.contract.Json;
import org.parley.contract.Match;
import org.parley.contract.Member;
import org.parley.contract.Notice;
import org.parley.contract.Story;

/// A record of a topic on one line.
final class RecordText {
  private final Terminal terminal;

  RecordText(Terminal terminal) {
    this.terminal = terminal;
  }

  /// What a person wants to see of it; any other record as JSON.
  String line(Object value) {
    return switch (value) {
      case Alert alert -> new AlertText(terminal).line(alert);
      case Article a ->
          String.format(
              Locale.ROOT,
              "%s %s %s",
              a.fetchedAt(),
              terminal.dim(a.source()),
              orEntry(a.title(), a));
      case Match m ->
          String.format(
              Locale.ROOT,
              "%s %s %d mentions %s %s",
              m.article().fetchedAt(),
              m.language(),
              m.mentionCount(),
              m.stages(),
              m.article().origin().entry());
      case Story s ->
          String.format(
              Locale.ROOT,
              "%s %s %d articles of %d sources",
              s.storyId(),
              s.language(),
              s.articleCount(),
              s.sourceCount());
      case Member m ->
          String.format(
              Locale.ROOT,
              "%s %s %s of %s %.3f, told %d, held back %d",
              m.article().fetchedAt(),
              m.storyId(),
              m.relation().label(),
              m.matchedId(),
              m.measure(),
              m.told().size(),
              m.heldBack().size());
      case Attempt a ->
          String.format(
              Locale.ROOT,
              "%s %s %s #%d %s %s",
              a.at(),
              a.endpointId(),
              a.deliveryId(),
              a.number(),
              a.outcome().name().toLowerCase(Locale.ROOT),
              a.detail());
      case Notice n ->
          String.format(
              Locale.ROOT, "%s %s %s: %s", n.at(), n.kind().label(), n.subject(), n.message());
      default -> Json.write(value);
    };
  }

  private static String orEntry(@Nullable String title, Article article) {
    return title == null ? article.origin().entry() : title;
  }
}
