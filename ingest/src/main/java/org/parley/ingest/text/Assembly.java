package org.parley.ingest.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Article;
import org.parley.contract.TextMap;
import org.parley.contract.TextMap.Run;

/// Puts title and paragraphs together to one text and keeps the map back to the source, up to the
/// greatest length that an article may have.
final class Assembly {
  /// So that a map stays within a Kafka record; texts of the greatest length have some 30,000.
  private static final int MOST_RUNS = 50_000;

  private static final String BREAK = "\n\n";

  private final StringBuilder text = new StringBuilder();
  private final List<Run> runs = new ArrayList<>();
  private @Nullable String title;
  private int bodyStart;
  private boolean bodyBegun;
  private int bytes;
  private boolean truncated;

  /// @param title from outside the text, which stands nowhere in it
  Assembly(@Nullable String title) {
    if (title != null) {
      title(new PassageBuilder().addForeign(title).build(true));
    }
  }

  void title(Passage passage) {
    if (passage.isEmpty()) {
      return;
    }
    append(passage);
    title = text.toString();
    bodyStart = text.length();
  }

  void add(Passage passage) {
    if (truncated || passage.isEmpty() || isTitleAgain(passage)) {
      return;
    }
    if (!text.isEmpty()) {
      text.append(BREAK);
      bytes += BREAK.length();
      bodyStart =
          bodyStart > 0 && bodyStart + BREAK.length() == text.length() ? text.length() : bodyStart;
    }
    append(passage);
  }

  CleanText build(@Nullable String author, @Nullable Instant publishedAt) {
    return new CleanText(
        title, author, publishedAt, text.toString(), bodyStart, truncated, new TextMap(runs));
  }

  private boolean isTitleAgain(Passage passage) {
    return title != null && passage.text().equalsIgnoreCase(title);
  }

  private void append(Passage passage) {
    int room = Article.MAX_TEXT_BYTES - bytes;
    int fits = Utf8.unitsWithin(passage.text(), room);
    Passage part = passage;
    if (fits < passage.text().length()) {
      truncated = true;
      part = passage.cut(0, Prose.lastSentenceEnd(passage.text(), fits));
    }
    int at = text.length();
    for (Run run : part.runs()) {
      if (runs.size() < MOST_RUNS) {
        runs.add(new Run(at + run.at(), run.source(), run.length()));
      }
    }
    text.append(part.text());
    bytes += Utf8.length(part.text());
  }
}
