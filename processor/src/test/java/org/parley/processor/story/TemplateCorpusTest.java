package org.parley.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.parley.contract.ArticleRef;
import org.parley.contract.Match;
import org.parley.contract.Origin;
import org.parley.processor.fingerprint.Fingerprinter;
import org.parley.processor.language.LanguageDetector;

/// The recurring notices of war news over twenty days, and what other sites made of them:
/// `templates.tsv` has rows of `id, cluster, kind, text, time`, as `parley evaluate copies` reads
/// them. Wording and figures are made up for it. A cluster is one notice and its copies; a notice
/// is new each time, however little of it is, and a correction or a cut of it is not.
class TemplateCorpusTest {
  private static final String FILE = "templates.tsv";

  /// Beginnings of a notice among more words of a site that the lane has not seen often enough:
  /// what is left looks like an item of a round-up, and a round-up is nobody's copy. Known to be
  /// lost.
  private static final List<String> LOST =
      List.of("shelling-en/07@ledger-cut", "losses-en/10@post-lead", "losses-en/13@ledger-lead");

  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final List<Row> rows = rows();

  private record Row(String id, String cluster, String kind, String text, Instant at) {
    static Row of(String line) {
      String[] cells = line.split("\t", -1);
      String text = cells[3].replace("\\n", "\n");
      return new Row(cells[0], cells[1], cells[2], text, Instant.parse(cells[4]));
    }

    int bodyStart() {
      return text.indexOf("\n\n") + 2;
    }

    String site() {
      return id.substring(id.indexOf('@') + 1).split("-", -1)[0] + ".example";
    }
  }

  @Test
  void holdsNoticesOfTwentyDaysFromSeveralSites() {
    assertThat(rows).hasSizeGreaterThanOrEqualTo(200);
    assertThat(rows.stream().map(row -> row.at().toString().substring(0, 10)).distinct())
        .hasSizeGreaterThanOrEqualTo(20);
    assertThat(rows.stream().map(Row::site).distinct()).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void givesNoFalseStory() {
    Map<String, Row> openers = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    place()
        .forEach((row, story) -> {
          Row first = openers.computeIfAbsent(story, _ -> row);
          if (!first.cluster().equals(row.cluster())) {
            wrong.add(row.id() + " in the story of " + first.id());
          }
        });

    assertThat(wrong).isEmpty();
  }

  @Test
  void losesNoTrueCopyButBeginningsInUnknownFrames() {
    Map<String, String> homes = new HashMap<>();
    List<String> lost = new ArrayList<>();
    place()
        .forEach((row, story) -> {
          String home = homes.computeIfAbsent(row.cluster(), _ -> story);
          if (!home.equals(story)) {
            lost.add(row.id());
          }
        });

    assertThat(lost).containsExactlyInAnyOrderElementsOf(LOST);
  }

  /// The story of each row, in the order of time.
  private Map<Row, String> place() {
    LanguageDetector detector = LanguageDetector.load();
    Map<String, StoryLane> lanes = new HashMap<>();
    Map<Row, String> stories = new LinkedHashMap<>();
    for (Row row : rows) {
      String language = detector.detect(row.text(), null);
      StoryLane lane =
          lanes.computeIfAbsent(
              language, _ -> new StoryLane(new MemoryLaneStore(), StoryLane.Retention.STANDARD));
      stories.put(row, lane.place(match(row, language), row.at()).story().storyId());
    }
    return stories;
  }

  private Match match(Row row, String language) {
    Origin origin = new Origin(Origin.Kind.CORPUS, "test", row.id(), "00", "UTF-8");
    ArticleRef article =
        new ArticleRef(row.id(), 1, origin, row.site(), null, null, null, null, row.at());
    return new Match(
        article,
        language,
        Map.of(),
        List.of(),
        0,
        List.of(),
        fingerprinter.of(row.text(), row.bodyStart(), language).fingerprint(),
        List.of());
  }

  private static List<Row> rows() {
    try (InputStream in =
            Objects.requireNonNull(TemplateCorpusTest.class.getResourceAsStream(FILE), FILE);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().map(Row::of).sorted(Comparator.comparing(Row::at)).toList();
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " cannot be read", e);
    }
  }
}
