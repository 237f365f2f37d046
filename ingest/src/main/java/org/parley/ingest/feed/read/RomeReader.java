package org.parley.ingest.feed.read;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Ids;
import org.parley.ingest.feed.read.RomeInput.Facts;

/// Reads feeds with Rome, each with an input of its own.
final class RomeReader {
  private RomeReader() {}

  static FeedReading read(RomeInput input) {
    try {
      SyndFeed feed = new SyndFeedInput().build(input.document());
      List<SyndEntry> entries = feed.getEntries();
      if (entries.size() != input.facts().size()) {
        return unreadable(entries.size() + " of " + input.facts().size() + " entries are readable");
      }
      return new FeedReading.Read(document(feed, input));
    } catch (FeedException e) {
      return unreadable("cannot be read: " + XmlProblem.line(e.getMessage()));
    }
  }

  private static FeedReading unreadable(String reason) {
    return new FeedReading.Unreadable(reason, false);
  }

  private static FeedDocument document(SyndFeed feed, RomeInput input) {
    Facts facts = input.head();
    FeedHead head =
        new FeedHead(
            facts.id(),
            PlainText.orNull(feed.getTitle()),
            blankToNull(feed.getLink()),
            blankToNull(feed.getDescription()),
            author(feed.getAuthor(), feed.getAuthors()),
            facts.language(),
            facts.publishedAt(),
            facts.updatedAt());
    List<FeedEntry> entries = new ArrayList<>();
    for (int i = 0; i < input.facts().size(); i++) {
      entries.add(entry(feed.getEntries().get(i), input.facts().get(i), facts.language()));
    }
    return new FeedDocument(head, input.hints(), entries, input.omitted());
  }

  private static FeedEntry entry(SyndEntry entry, Facts facts, @Nullable String language) {
    String author = author(entry.getAuthor(), entry.getAuthors());
    String html = html(entry);
    return new FeedEntry(
        facts.id(),
        facts.idIsLink(),
        blankToNull(entry.getLink()),
        PlainText.orNull(entry.getTitle()),
        author,
        facts.publishedAt(),
        facts.updatedAt(),
        facts.language() == null ? language : facts.language(),
        html,
        sha256(facts, entry.getLink(), entry.getTitle(), author, html));
  }

  /// The fuller of content and summary.
  private static String html(SyndEntry entry) {
    SyndContent summary = entry.getDescription();
    String fullest = summary == null || summary.getValue() == null ? "" : summary.getValue();
    for (SyndContent content : entry.getContents()) {
      String html = content.getValue() == null ? "" : content.getValue();
      fullest = html.length() >= fullest.length() && !html.isBlank() ? html : fullest;
    }
    return fullest.strip();
  }

  private static @Nullable String author(@Nullable String author, List<SyndPerson> authors) {
    return author == null || author.isBlank()
        ? authors.stream().map(SyndPerson::getName).findFirst().orElse(null)
        : author;
  }

  private static String sha256(Facts facts, @Nullable String... parts) {
    String all = facts + "\n" + Arrays.toString(parts);
    return Ids.sha256(all.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
