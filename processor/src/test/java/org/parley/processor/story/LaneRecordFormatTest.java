package org.parley.processor.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.ArticleRef;
import org.parley.contract.Ids;
import org.parley.contract.Match;
import org.parley.contract.Origin;
import org.parley.processor.Prose;
import org.parley.processor.event.Filed;
import org.parley.processor.fingerprint.Fingerprinter;
import org.parley.processor.fingerprint.Wording;

class LaneRecordFormatTest {
  private static final Instant NOW = Instant.parse("2026-03-01T06:00:00.123Z");
  private static final String URL = "https://news.example.org/world/2026/03/01/";

  /// What the lane keeps of an article that opens its story.
  private static LaneRecord record(String text, String url, String title) {
    String articleId = Ids.article(url);
    Origin origin = new Origin(Origin.Kind.FEED, "https://example.org/feed", "guid", "00", "UTF-8");
    ArticleRef article =
        new ArticleRef(
            articleId, 1, origin, "source-".repeat(20), url, title, "Jane Doe", NOW, NOW);
    var print = new Fingerprinter().of(text, 0, "en").fingerprint();
    Match match = new Match(article, "en", Map.of(), List.of(), 0, List.of(), print, List.of());
    MemoryLaneStore store = new MemoryLaneStore();
    StoryLane lane = new StoryLane(store, StoryLane.Retention.STANDARD);
    for (int i = 0; i < 300; i++) {
      lane.place(Matches.match("filler" + i, Prose.of(i, 40)), NOW);
    }
    lane.place(match, NOW);
    LaneRecord record = store.get(articleId);
    if (record == null) {
      throw new AssertionError("no record");
    }
    return record;
  }

  private static void assertSame(@Nullable Wording read, @Nullable Wording written) {
    if (read == null || written == null) {
      assertThat(read).isEqualTo(written);
      return;
    }
    assertThat(read.codes()).isEqualTo(written.codes());
    assertThat(read.ends()).isEqualTo(written.ends());
    assertThat(read.titleWords()).isEqualTo(written.titleWords());
    assertThat(read.sampling()).isEqualTo(written.sampling());
  }

  @Test
  void givesBackWhatItWasGiven() {
    LaneRecord record = record("A title\n\n" + Prose.of(1, 200), URL + "a", "A title");

    LaneRecord read = LaneRecordFormat.read(LaneRecordFormat.write(record));

    assertThat(read.withoutWording()).isEqualTo(record.withoutWording());
    assertSame(read.wording(), record.wording());
    LaneRecord bare = record.withoutWording();
    assertThat(LaneRecordFormat.read(LaneRecordFormat.write(bare))).isEqualTo(bare);
  }

  @Test
  void keepsIdsThatAreNoHashesAndDatesThatCannotBe() {
    LaneRecord record =
        new LaneRecord(
            "row-7/Ä",
            "x",
            1L << 40,
            3,
            0,
            "s",
            new LaneRecord.Standing(2, 1, 0b1010, Instant.ofEpochMilli(-5), NOW),
            new LaneRecord.Opening(
                null,
                "t",
                Instant.parse("0001-01-01T00:00:00Z"),
                NOW,
                new Filed(List.of(3, 7, 200), 41.5f)),
            null);

    assertThat(LaneRecordFormat.read(LaneRecordFormat.write(record))).isEqualTo(record);
  }

  /// 4.5 bytes a distinct shingle and 300 more, whatever the article is called.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 30, 100, 350, 2000, 15_000, 60_000})
  void isBoundedByTheTextsShingles(int words) {
    String prose = Prose.of(words, words);
    String title = "Переговоры о перемирии ".repeat(30);
    LaneRecord record = record(sentences(prose), URL + "talks-".repeat(40), title);

    assertBounded(record);
  }

  @Test
  void isBoundedForATextThatRepeatsItself() {
    String url = URL + "a";
    assertBounded(record("talks ".repeat(9000), url, "Talks"));
    assertBounded(record((Prose.of(1, 12) + ".\n\n").repeat(900), url, "Talks"));
    Random random = new Random(7);
    String few =
        IntStream.range(0, 20_000)
            .mapToObj(i -> String.valueOf((char) ('a' + random.nextInt(3))))
            .collect(Collectors.joining(" "));
    assertBounded(record(few, url, "Talks"));
    String lines =
        IntStream.range(0, 20_000)
            .mapToObj(i -> String.format(Locale.ROOT, "w%d", i))
            .collect(Collectors.joining("\n\n"));
    assertBounded(record(lines, url, "Talks"));
  }

  private static void assertBounded(LaneRecord record) {
    Wording wording = record.wording();
    if (wording == null) {
      throw new AssertionError("no words");
    }
    long shingles = Arrays.stream(wording.shingles()).distinct().count();
    assertThat(LaneRecordFormat.write(record).length)
        .isLessThanOrEqualTo((int) (4.5 * shingles + 300))
        .isLessThanOrEqualTo(64 * 1024);
  }

  private static String sentences(String prose) {
    String[] words = prose.split(" ");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      text.append(words[i]).append(i % 15 == 14 ? ".\n\n" : " ");
    }
    return text.toString();
  }

  @Test
  void saysThatALaterFormatCannotBeRead() {
    byte[] later = LaneRecordFormat.write(record(Prose.of(1, 9), URL + "a", "A"));
    later[0] = 9;

    assertThatThrownBy(() -> LaneRecordFormat.read(later))
        .hasMessage("lane record of format 9; this version of Parley reads 1");
  }
}
