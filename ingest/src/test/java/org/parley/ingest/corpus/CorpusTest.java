package org.parley.ingest.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Ids;
import org.parley.contract.Span;

class CorpusTest {
  private static final String BODY =
      "The two delegations met for the third time in Istanbul on Tuesday and agreed on nothing.";

  @TempDir Path folder;

  @Test
  void readsTheSeedsByName() throws CorpusException {
    Corpus seeds = Corpus.open(Path.of(System.getProperty("parley.root"), "seeds"), null);

    List<Draft> drafts = seeds.readings().map(r -> ((Reading.Read) r).draft()).toList();

    assertThat(seeds.name()).isEqualTo("seeds");
    assertThat(drafts)
        .extracting(d -> d.origin().entry().substring(0, 3))
        .containsExactly("000", "001", "002", "003", "004");
    Draft first = drafts.getFirst();
    assertThat(first.articleId()).isEqualTo(Ids.article("seeds", "000_77b95c77c1119d81.txt"));
    assertThat(first.source()).isEqualTo("000_77b95c77c1119d81.txt");
    assertThat(first.url()).isNull();
    assertThat(first.fetchedAt()).isNull();
    assertThat(first.origin().charset()).isEqualTo("UTF-8");
  }

  @Test
  void takesASingleFileForOneOfItsFolder() throws Exception {
    write("a.txt", BODY);
    write("b.txt", BODY);
    Corpus one = Corpus.open(folder.resolve("b.txt"), null);
    assertThat(one.name()).isEqualTo(String.valueOf(folder.getFileName()));
    assertThat(one.files()).extracting(CorpusFile::name).containsExactly("b.txt");
    assertThat(drafts(one).getFirst().articleId())
        .isEqualTo(drafts(Corpus.open(folder, null)).getLast().articleId());
  }

  @Test
  void passesOverSubfoldersHiddenFilesAndOtherKinds() throws Exception {
    write("b.TXT", BODY);
    write("a.md", "# Talks\n\n" + BODY);
    write(".c.txt", BODY);
    write("d.opml", "<opml/>");
    Files.createDirectory(folder.resolve("e.txt"));
    assertThat(Corpus.open(folder, "name").files())
        .extracting(CorpusFile::name)
        .containsExactly("a.md", "b.TXT");
  }

  @Test
  void refusesAPathWithoutArticlesInOneLine() throws IOException {
    write("a.pdf", "x");
    assertThatThrownBy(() -> Corpus.open(folder, null))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining(".txt, .md, .html and .jsonl");
    assertThatThrownBy(() -> Corpus.open(folder.resolve("a.pdf"), null))
        .hasMessageContaining("a.pdf: not a file that Parley reads");
    assertThatThrownBy(() -> Corpus.open(folder.resolve("none"), null))
        .hasMessageContaining("none: no such file or folder");
  }

  @Test
  void refusesFilesByNameAndReadsTheOthers() throws Exception {
    try (var large = new RandomAccessFile(folder.resolve("a-large.txt").toFile(), "rw")) {
      large.setLength(50L * 1024 * 1024);
    }
    write("b-empty.txt", "");
    Files.write(folder.resolve("c-binary.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1});
    Files.createSymbolicLink(folder.resolve("d-dangling.txt"), folder.resolve("nowhere"));
    write("e.html", "<html><body></body></html>");
    write("f.txt", BODY);

    List<Reading> readings = Corpus.open(folder, null).readings().toList();

    assertThat(readings).hasSize(6);
    assertThat(reasons(readings))
        .satisfiesExactly(
            r ->
                assertThat(r)
                    .isEqualTo("a-large.txt: 50.0 MB is over the limit of 16 MB; split it"),
            r -> assertThat(r).startsWith("b-empty.txt: is empty"),
            r -> assertThat(r).startsWith("c-binary.txt: is a binary file"),
            r -> assertThat(r).startsWith("d-dangling.txt: is gone"),
            r -> assertThat(r).startsWith("e.html: no text of an article in it"));
    assertThat(readings.getLast()).isInstanceOf(Reading.Read.class);
    assertThat(reasons(readings)).allSatisfy(r -> assertThat(r).doesNotContain("\n"));
  }

  @Test
  void readsRowsAndRefusesBadOnesByLine() throws Exception {
    write(
        "rows.jsonl",
        """
        {"id":"one","url":"https://www.example.co.uk:443/a?utm_source=x&b=1#top","title":"Talks fail","text":"%1$s","publishedAt":"2024-03-03T10:00:00Z","fetchedAt":"2024-03-03T10:05:00Z","lang":"en"}
        {"id":"two","source":"Agency","text":"%1$s","author":"Jane Doe"}
        {"text":"%1$s"}

        {"id":"one","text":"%1$s"}
        {"title":"no text"}
        {"text": "broken
        [1]
        {"id":"last","text":5}
        """
            .replace("%1$s", BODY));

    List<Reading> readings = Corpus.open(folder, "c").readings().toList();

    List<Draft> drafts = drafts(readings);
    assertThat(drafts).hasSize(3);
    Draft one = drafts.getFirst();
    assertThat(one.url()).isEqualTo("https://www.example.co.uk/a?b=1");
    assertThat(one.articleId()).isEqualTo(Ids.article("https://www.example.co.uk/a?b=1"));
    assertThat(one.source()).isEqualTo("example.co.uk");
    assertThat(one.origin().entry()).isEqualTo("rows.jsonl#one");
    assertThat(one.text()).isEqualTo("Talks fail\n\n" + BODY);
    assertThat(one.map().toSource(new Span(one.bodyStart(), one.text().length())))
        .isEqualTo(new Span(0, BODY.length()));
    assertThat(one.publishedAt()).isEqualTo("2024-03-03T10:00:00Z");
    assertThat(one.fetchedAt()).isEqualTo("2024-03-03T10:05:00Z");
    assertThat(one.statedLanguage()).isEqualTo("en");
    assertThat(drafts.get(1).source()).isEqualTo("agency");
    assertThat(drafts.get(1).articleId()).isEqualTo(Ids.article("c", "rows.jsonl#two"));
    assertThat(drafts.get(2).origin().entry()).isEqualTo("rows.jsonl#3");
    assertThat(reasons(readings))
        .satisfiesExactly(
            r -> assertThat(r).startsWith("rows.jsonl:5: id 'one' is that of line 1"),
            r -> assertThat(r).startsWith("rows.jsonl:6: field 'text' is missing"),
            r -> assertThat(r).startsWith("rows.jsonl:7: no JSON"),
            r -> assertThat(r).startsWith("rows.jsonl:8: not a JSON object"),
            r -> assertThat(r).startsWith("rows.jsonl:9: field 'text' must be a string"));
  }

  @Test
  void readsMarkdownWithoutItsMarkup() throws Exception {
    String raw =
        """
        ---
        title: "Talks: a *beginning*"
        authors: [Jane Doe, John Roe]
        date: 2024-03-03
        url: https://example.org/talks?fbclid=1
        lang: de
        ---

        ## What was **agreed**

        The two *delegations* met in [Istanbul](https://example.org/i) on Tuesday,
        and agreed on ![nothing](x.png) nothing at all, they said.

        - The first point is that the talks will go on in `Geneva` next month.

        ```
        code
        ```
        """;
    write("a.md", raw);

    Draft draft = drafts(Corpus.open(folder, null)).getFirst();

    assertThat(draft.title()).isEqualTo("Talks: a *beginning*");
    assertThat(draft.author()).isEqualTo("Jane Doe, John Roe");
    assertThat(draft.publishedAt()).isEqualTo("2024-03-03T00:00:00Z");
    assertThat(draft.url()).isEqualTo("https://example.org/talks");
    assertThat(draft.statedLanguage()).isEqualTo("de");
    assertThat(draft.text().substring(draft.bodyStart()))
        .isEqualTo(
            "What was agreed\n\nThe two delegations met in Istanbul on Tuesday, and agreed on nothing"
                + " at all, they said.\n\n"
                + "The first point is that the talks will go on in Geneva next month.");
    int at = draft.text().indexOf("Istanbul");
    assertThat(draft.map().toSource(new Span(at, at + 8)))
        .isEqualTo(new Span(raw.indexOf("Istanbul"), raw.indexOf("Istanbul") + 8));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, Переговоры в Стамбуле закончились ничем",
    "UTF-16LE, The talks in Istanbul have ended without a result",
    "UTF-16, Переговоры в Стамбуле закончились ничем",
    "windows-1251, Переговоры в Стамбуле закончились ничем и стороны разъехались по домам",
    "windows-1252, Über die Waffenruhe wurde am Dienstag in Zürich für Stunden verhandelt",
    "KOI8-R, Переговоры в Стамбуле закончились ничем и стороны разъехались по домам",
    "windows-1256, انتهت المحادثات في إسطنبول دون نتيجة وغادر الوفدان المدينة مساء الثلاثاء",
    "Shift_JIS, 停戦協議は合意に至らないまま終了し両国の代表団はそれぞれ帰国した",
    "GB18030, 双方代表团在伊斯坦布尔举行的停火谈判没有取得任何结果并已离开",
  })
  void readsOtherEncodings(String charset, String text) throws Exception {
    String long_ = (text + ". ").repeat(8).strip();
    Files.write(folder.resolve("a.txt"), long_.getBytes(Charset.forName(charset)));
    assertThat(drafts(Corpus.open(folder, null)).getFirst().text()).isEqualTo(long_);
  }

  @Test
  void believesAPagesDeclarationBeforeStatistics() throws Exception {
    String html =
        "<html><head><meta charset=windows-1257></head><body><p>Derybos dėl paliaubų Stambule baigėsi be rezultatų.</p></body></html>";
    Files.write(folder.resolve("a.html"), html.getBytes(Charset.forName("windows-1257")));
    Draft draft = drafts(Corpus.open(folder, null)).getFirst();
    assertThat(draft.text()).isEqualTo("Derybos dėl paliaubų Stambule baigėsi be rezultatų.");
    assertThat(draft.origin().charset()).isEqualTo("windows-1257");
  }

  @Test
  void keepsPlacesInAFileWithAByteOrderMark() throws Exception {
    write("a.txt", "\uFEFF" + BODY);
    Draft draft = drafts(Corpus.open(folder, null)).getFirst();
    assertThat(draft.text()).isEqualTo(BODY);
    assertThat(draft.map().toSource(new Span(0, 3))).isEqualTo(new Span(1, 4));
  }

  private void write(String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(UTF_8));
  }

  private static List<Draft> drafts(Corpus corpus) {
    return drafts(corpus.readings().toList());
  }

  private static List<Draft> drafts(List<Reading> readings) {
    return readings.stream()
        .filter(Reading.Read.class::isInstance)
        .map(r -> ((Reading.Read) r).draft())
        .toList();
  }

  private static List<String> reasons(List<Reading> readings) {
    return readings.stream()
        .filter(Reading.Refused.class::isInstance)
        .map(r -> ((Reading.Refused) r).reason())
        .toList();
  }
}
