package org.parley.app.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.app.terminal.AlertText;
import org.parley.app.terminal.Terminal;
import org.parley.contract.ArticleRef;
import org.parley.contract.Match;
import org.parley.contract.Member;
import org.parley.contract.Stage;
import org.parley.contract.Story;

/// A story as a person wants to read it.
///
/// @param terminal where it is printed
public record StoryText(Terminal terminal) {
  /// How much of an id, and of a sentence, is shown.
  private static final int ID = 12;

  private static final int SENTENCE = 160;

  /// One line: the story's id, when it got its last article, how many it has, its headline.
  public String line(Story story) {
    return String.format(
        Locale.ROOT,
        "%s %s %s %s %s",
        story.storyId(),
        second(story.lastSeen()),
        terminal.dim(story.language()),
        terminal.dim(carried(story)),
        headline(story));
  }

  /// The whole story, several lines.
  public List<String> lines(WholeStory whole) {
    List<String> lines = new ArrayList<>(head(whole.story()));
    lines.add("");
    Map<String, Integer> numbers = new HashMap<>();
    whole
        .members()
        .forEach(member -> {
          lines.add(line(member, numbers));
          added(member, lines);
          numbers.put(member.article().articleId(), member.number());
        });
    int gone = whole.story().memberCount() - whole.members().size();
    if (gone > 0) {
      lines.add(terminal.dim("  " + gone + " older ones are no longer in the log"));
    }
    for (WholeStory.WatchView watch : whole.watches()) {
      lines.add("");
      lines.addAll(lines(watch));
    }
    if (whole.watches().isEmpty()) {
      lines.add("");
      lines.add("no watch wanted any of them");
    }
    return lines;
  }

  private List<String> head(Story story) {
    List<String> lines = new ArrayList<>();
    Story.Opener opener = story.opener();
    lines.add(terminal.bold(headline(story)));
    lines.add("  story   " + story.storyId() + ", " + story.language());
    lines.add(
        "  event   "
            + story.eventId()
            + (story.eventId().equals(story.storyId()) ? " (this story's own)" : ""));
    lines.add(
        "  opener  "
            + opener.source()
            + (opener.url() == null ? "" : " " + opener.url())
            + (opener.publishedAt() == null ? "" : ", published " + second(opener.publishedAt())));
    lines.add(
        "  seen    first " + second(story.firstSeen()) + ", last " + second(story.lastSeen()));
    if (!story.stages().isEmpty()) {
      lines.add(
          "  stages  "
              + story.stages().stream().map(Stage::label).collect(Collectors.joining(", ")));
    }
    int more = story.sourceCount() - story.sources().size();
    lines.add(
        "  sources "
            + story.sourceCount()
            + ": "
            + String.join(", ", story.sources())
            + (more > 0 ? " and " + more + " more" : ""));
    lines.add("  members " + story.memberCount() + ": " + carried(story));
    return lines;
  }

  private String line(Member member, Map<String, Integer> numbers) {
    ArticleRef article = member.article();
    return String.format(
        Locale.ROOT,
        "%4d %s %s %s %s",
        member.number(),
        second(article.fetchedAt()),
        article.source(),
        relation(member, numbers),
        terminal.dim(article.url() == null ? shortened(article.articleId(), ID) : article.url()));
  }

  /// `copy of 1 by .913`; of an article in another story its id.
  private static String relation(Member member, Map<String, Integer> numbers) {
    String name = member.relation().label();
    String matched = member.matchedId();
    if (member.relation() == Member.Relation.OPENER) {
      return name;
    }
    Integer number = numbers.get(matched);
    String of = number == null ? shortened(matched, ID) : number.toString();
    return String.format(
        Locale.ROOT,
        member.relation() == Member.Relation.QUOTES ? "%s %s by %.3f" : "%s of %s by %.3f",
        name,
        of,
        member.measure());
  }

  private void added(Member member, List<String> lines) {
    for (Match.Sentence sentence : member.added()) {
      lines.add("       + “" + shortened(flat(sentence.text()), SENTENCE) + "”");
    }
    int more = member.addedCount() - member.added().size();
    if (more > 0) {
      lines.add("       + " + AlertText.count(more, "more sentence"));
    }
  }

  private List<String> lines(WholeStory.WatchView watch) {
    List<String> lines = new ArrayList<>();
    int held = watch.heldBack().size();
    lines.add(
        terminal.bold("watch " + watch.watchId())
            + ": "
            + AlertText.count(watch.told().size(), "alert")
            + ", "
            + AlertText.count(held, "article")
            + " held back");
    for (WholeStory.Telling told : watch.told()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-6s %d by member %d, %s at %s: %s",
              told.revision() == 1 ? "NEW" : "UPDATE",
              told.revision(),
              told.number(),
              told.source(),
              second(told.at()),
              String.join("; ", told.reasons())));
    }
    if (held > 0) {
      lines.add("  held back: members " + ranges(watch.heldBack()));
    }
    return lines;
  }

  /// `2, 4–9, 12` of ascending numbers.
  static String ranges(List<Integer> numbers) {
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      int from = numbers.get(i);
      int to = from;
      while (i + 1 < numbers.size() && numbers.get(i + 1) == to + 1) {
        to = numbers.get(++i);
      }
      ranges.add(from == to ? Integer.toString(from) : from + "–" + to);
    }
    return String.join(", ", ranges);
  }

  private static String carried(Story story) {
    return AlertText.count(story.articleCount(), "article")
        + " of "
        + AlertText.count(story.sourceCount(), "source");
  }

  private static Instant second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  private static String headline(Story story) {
    String title = story.opener().title();
    return title == null ? "(no title)" : flat(title);
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String shortened(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }
}
