package org.parley.ingest.feed.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parley.ingest.feed.read.FeedFacts.Field;
import org.parley.ingest.feed.read.FeedFacts.Part;

/// Measures on a folder of feeds and what each should give (gofeed's test data:
/// `-Dparley.feeds=FOLDER`) how many come out whole: as many entries as expected, and for the feed
/// and each entry the expected title, link, id, author, dates, and description or content, where
/// one is expected. Rome alone is measured beside it. Titles are plain text here, so both are also
/// counted with the markup aside.
@EnabledIfSystemProperty(named = "parley.feeds", matches = ".+")
class WholeFeedsTest {
  private static final URI URL = URI.create("http://feeds.example.net/feed.xml");

  private interface Reader {
    FeedFacts read(byte[] body) throws IOException, FeedException;
  }

  @Test
  void readsWholeWhatRomeAloneReadsWholeAndMore() throws IOException {
    List<Path> feeds = feeds();
    List<Path> rome = whole("Rome", feeds, PlainText::of, WholeFeedsTest::rome);
    List<Path> ours = whole("Parley", feeds, PlainText::of, WholeFeedsTest::parley);
    int romeAsWritten =
        whole("Rome as written", feeds, UnaryOperator.identity(), WholeFeedsTest::rome).size();
    int oursAsWritten =
        whole("Parley as written", feeds, UnaryOperator.identity(), WholeFeedsTest::parley).size();
    System.out.printf(
        Locale.ROOT,
        "%d feeds; whole, markup aside: Rome %d, Parley %d; as written: Rome %d, Parley %d%n",
        feeds.size(),
        rome.size(),
        ours.size(),
        romeAsWritten,
        oursAsWritten);
    assertThat(ours).containsAll(rome).hasSizeGreaterThan(rome.size());
  }

  private static List<Path> whole(
      String name, List<Path> feeds, UnaryOperator<String> form, Reader reader) throws IOException {
    List<Path> whole = new ArrayList<>();
    for (Path feed : feeds) {
      String problem = problem(feed, form, reader);
      if (problem == null) {
        whole.add(feed);
      } else {
        System.out.println(name + ": " + feed + ": " + problem);
      }
    }
    return whole;
  }

  private static @Nullable String problem(Path feed, UnaryOperator<String> form, Reader reader)
      throws IOException {
    FeedFacts expected = ExpectedFacts.of(twin(feed));
    try {
      return expected.missing(reader.read(Files.readAllBytes(feed)), form);
    } catch (FeedException | RuntimeException e) {
      // Not read at all, which is what is being counted.
      return e.toString();
    }
  }

  private static List<Path> feeds() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("parley.feeds")))) {
      return files
          .filter(f -> f.toString().matches(".*\\.(?:xml|json)") && Files.exists(twin(f)))
          .sorted()
          .toList();
    }
  }

  private static Path twin(Path feed) {
    String name = String.valueOf(feed.getFileName());
    return feed.resolveSibling(
        name.endsWith(".xml")
            ? name.replace(".xml", ".json")
            : name.replace(".json", "_expected.json"));
  }

  private static FeedFacts parley(byte[] body) {
    FeedDocument document =
        switch (new FeedReader().read(body, null, URL)) {
          case FeedReading.Unreadable none -> throw new IllegalStateException(none.reason());
          case FeedReading.Read read -> read.document();
        };
    FeedFacts facts = new FeedFacts();
    FeedHead head = document.head();
    add(facts.part(), head.title(), head.link(), head.id())
        .add(Field.AUTHOR, head.author())
        .add(Field.PUBLISHED, head.publishedAt())
        .add(Field.UPDATED, head.updatedAt())
        .add(Field.TEXT, head.description());
    for (FeedEntry entry : document.entries()) {
      add(facts.part(), entry.title(), entry.link(), entry.guid())
          .add(Field.AUTHOR, entry.author())
          .add(Field.PUBLISHED, entry.publishedAt())
          .add(Field.UPDATED, entry.updatedAt())
          .add(Field.TEXT, entry.html());
    }
    return facts;
  }

  private static FeedFacts rome(byte[] body) throws IOException, FeedException {
    SyndFeed feed = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(body)));
    FeedFacts facts = new FeedFacts();
    Part head = add(facts.part(), feed.getTitle(), feed.getLink(), feed.getUri());
    authors(head, feed.getAuthor(), feed.getAuthors())
        .add(Field.PUBLISHED, instant(feed.getPublishedDate()))
        .add(Field.UPDATED, instant(feed.getPublishedDate()))
        .add(Field.TEXT, feed.getDescription());
    for (SyndEntry entry : feed.getEntries()) {
      Part part = add(facts.part(), entry.getTitle(), entry.getLink(), entry.getUri());
      authors(part, entry.getAuthor(), entry.getAuthors())
          .add(Field.PUBLISHED, instant(entry.getPublishedDate()))
          .add(Field.UPDATED, instant(entry.getUpdatedDate()));
      Stream.concat(Stream.ofNullable(entry.getDescription()), entry.getContents().stream())
          .map(SyndContent::getValue)
          .forEach(text -> part.add(Field.TEXT, text));
    }
    return facts;
  }

  private static Part add(
      Part part, @Nullable String title, @Nullable String link, @Nullable String id) {
    return part.add(Field.TITLE, title).add(Field.LINK, link).add(Field.ID, id);
  }

  private static Part authors(Part part, @Nullable String author, List<SyndPerson> authors) {
    authors.forEach(person -> part.add(Field.AUTHOR, person.getName()));
    return part.add(Field.AUTHOR, author);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
