package org.parley.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Json;
import org.parley.contract.Stage;
import org.parley.contract.Watch;
import org.parley.ingest.text.TextCleaner;
import org.parley.processor.language.LanguageDetector;
import org.parley.processor.mention.MentionTagger;

class MentionScoreTest {
  private static final MentionTagger TAGGER = MentionTagger.load();
  private static final LanguageDetector DETECTOR = LanguageDetector.load();

  @TempDir Path folder;

  @Test
  void countsSentencesListedInADocumentAndTheirStages() throws IOException {
    String text = "Peace talks resumed in Doha. Rain fell. The rebels are ready. Markets rose.";

    Evaluation evaluation =
        count(
            Watch.Breadth.STRICT,
            document(
                text,
                listed(text, "Peace talks resumed in Doha.", "1", "underway"),
                listed(text, "Rain fell.", "0", null),
                listed(text, "The rebels are ready.", "1", "proposed"),
                listed(text, "Markets rose.", "null", null)));

    assertThat(evaluation.sentence().en()).isEqualTo(new Evaluation.Quality(1, 0.5, 2 / 3.0, 3));
    assertThat(evaluation.sentence().all()).isEqualTo(evaluation.sentence().en());
    assertThat(evaluation.sentence().other().n()).isZero();
    assertThat(evaluation.stage().accuracy()).isEqualTo(1);
    assertThat(evaluation.stage().groups()).isEqualTo(1);
    assertThat(evaluation.stage().n()).isEqualTo(1);
    assertThat(evaluation.stage().recall())
        .containsEntry(Stage.UNDERWAY, new StageQuality.Found(1, 1))
        .containsEntry(Stage.PROPOSED, new StageQuality.Found(0, 1));
  }

  @Test
  void judgesTheGroupOfAWrongStage() throws IOException {
    String text = "The Taliban rejected peace talks on Monday after a long night.";

    Evaluation evaluation =
        count(Watch.Breadth.STRICT, document(text, listed(text, text, "1", "stalled")));

    assertThat(evaluation.stage().accuracy()).isZero();
    assertThat(evaluation.stage().groups()).isEqualTo(1);
    assertThat(evaluation.stage().confusion())
        .isEqualTo(Map.of(Stage.STALLED, Map.of(Stage.REFUSED, 1)));
    assertThat(evaluation.stage().exact())
        .containsEntry(Stage.STALLED, new Evaluation.Quality(0, 0, 0, 1))
        .containsEntry(Stage.REFUSED, new Evaluation.Quality(0, 0, 0, 0));
  }

  @Test
  void judgesTheStageOfWholeArticles() throws IOException {
    String text = "The Taliban rejected peace talks on Monday after a long night.";

    Evaluation evaluation =
        count(
            Watch.Breadth.STRICT,
            document(text).replace("'unit'", "'stage':'refused','unit'"),
            document(text).replace("'unit'", "'stage':'stalled','unit'"),
            document(text).replace("'unit'", "'stage':'underway','unit'"));

    assertThat(evaluation.stage().article()).isEqualTo(new StageQuality.Whole(1 / 3.0, 2 / 3.0, 3));
    assertThat(evaluation.stage().n()).isZero();
  }

  @Test
  void countsRowsBySource() throws IOException {
    Evaluation evaluation =
        count(
            Watch.Breadth.STRICT,
            "{'id':'1','unit':'sentence','lang':'en','source':'x','text':'The ceasefire held.','label':1}",
            "{'id':'2','unit':'sentence','lang':'en','source':'y','text':'The ceasefire held.','label':0}",
            "{'id':'3','unit':'document','lang':'en','source':'x','text':'Rain fell.','label':0}");

    assertThat(evaluation.sources())
        .isEqualTo(
            Map.of(
                "x",
                Map.of(
                    "alone",
                    new Evaluation.Quality(1, 1, 1, 1),
                    "document",
                    new Evaluation.Quality(0, 0, 0, 1)),
                "y",
                Map.of("alone", new Evaluation.Quality(0, 0, 0, 1))));
  }

  @Test
  void tellsEachWrongAnswerAndWhatFired() throws IOException {
    String text = "The Taliban rejected peace talks. The rebels are ready. Rain fell.";
    String row =
        document(
            text,
            listed(text, "The Taliban rejected peace talks.", "1", "underway"),
            listed(text, "The rebels are ready.", "1", "proposed"),
            listed(text, "Rain fell.", "0", null));
    String other =
        "{'id':'2','unit':'sentence','lang':'en','source':'y','text':'The ceasefire held.','label':0}";

    Evaluation evaluation = score(Watch.Breadth.STRICT).count(write(row, other), true);

    assertThat(evaluation.errors())
        .hasSize(3)
        .first()
        .satisfies(first -> {
          assertThat(first.kind()).isEqualTo(Mistake.Kind.WRONG_STAGE);
          assertThat(first.found()).isEqualTo(Stage.REFUSED);
        });
    assertThat(evaluation.toTable())
        .contains("wrong stage: 1, sentence, en: strong “peace talks”, refused by [")
        .contains(
            "missed: 1, sentence, en: nothing fired, wanted proposed\n  “The rebels are ready.”")
        .contains("false hit: 2, alone, en, y: strong “ceasefire”\n  “The ceasefire held.”");
    assertThat(evaluation.toJson()).contains("\"errors\":[{\"kind\":\"wrong-stage\",");
    assertThat(count(Watch.Breadth.STRICT, row).toJson()).doesNotContain("errors");
  }

  @Test
  void tablesFitATerminal() throws IOException {
    String text = "The Taliban rejected peace talks on Monday after a long night.";
    Evaluation evaluation =
        count(
            Watch.Breadth.STRICT,
            document(text, listed(text, text, "1", "stalled"))
                .replace("'unit'", "'source':'a','unit'"));

    assertThat(evaluation.toTable().lines()).allMatch(line -> line.length() <= 80);
    assertThat(evaluation.toTable()).contains("By source", "By stage", "refus");
    assertThat(evaluation.toMarkdown()).contains("| stalled | 0 | 1 | 0 |", "|---|--:|--:|");
  }

  @Test
  void mentionOutsideEverySentenceOfACompleteRowIsWrong() throws IOException {
    String text = "Peace talks resumed in Doha. The ceasefire in the valley held all night.";
    String row = document(text, listed(text, "Peace talks resumed in Doha.", "1", "underway"));

    assertThat(count(Watch.Breadth.STRICT, row).sentence().en().p()).isEqualTo(1);
    String complete = row.replace("'unit'", "'complete':true,'unit'");
    assertThat(count(Watch.Breadth.STRICT, complete).sentence().en().p()).isEqualTo(0.5);
  }

  @Test
  void countsRowsByUnitAndLanguage() throws IOException {
    Evaluation evaluation =
        count(
            Watch.Breadth.STRICT,
            "{'id':'1','unit':'sentence','lang':'en','text':'The ceasefire held.','label':1}",
            "{'id':'2','unit':'sentence','lang':'en','text':'The weather held.','label':0}",
            "{'id':'3','unit':'sentence','lang':'nl','text':'Het bestand houdt sinds maandag.','label':1}",
            "{'id':'4','unit':'sentence','lang':'en','text':'The ceasefire held.','label':null}",
            "{'id':'5','unit':'document','lang':'en','text':'The ceasefire held.','label':0}");

    assertThat(evaluation.alone().en()).isEqualTo(new Evaluation.Quality(1, 1, 1, 2));
    assertThat(evaluation.alone().other()).isEqualTo(new Evaluation.Quality(0, 0, 0, 1));
    assertThat(evaluation.alone().of("nl")).isEqualTo(evaluation.alone().other());
    assertThat(evaluation.alone().of("fr").n()).isZero();
    assertThat(evaluation.alone().all().r()).isCloseTo(0.5, within(1e-9));
    assertThat(evaluation.document().en()).isEqualTo(new Evaluation.Quality(0, 0, 0, 1));
  }

  @Test
  void titleIsPartOfTheDocumentButNotOfItsText() throws IOException {
    String row =
        "{'id':'1','unit':'document','lang':'en','title':'Peace talks resume in Doha',"
            + "'text':'Rain fell on the city all day, and nobody came to the square.','label':1,"
            + "'complete':true,'sentences':[]}";

    Evaluation evaluation = count(Watch.Breadth.STRICT, row);

    assertThat(evaluation.document().en().r()).isEqualTo(1);
    assertThat(evaluation.sentence().en().p()).isZero();
    assertThat(evaluation.sentence().en().n()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"STRICT, 0", "BROAD, 1"})
  void borderlineCountsForABroadWatchOnly(Watch.Breadth breadth, double recall) throws IOException {
    String row =
        "{'id':'1','unit':'sentence','lang':'en','label':1,"
            + "'text':'Russia and Ukraine agreed on a prisoner swap.'}";

    assertThat(count(breadth, row).alone().en().r()).isEqualTo(recall);
  }

  @Test
  void readsGzip() throws IOException {
    Path file = folder.resolve("rows.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          "{\"id\":\"1\",\"unit\":\"sentence\",\"text\":\"Rain.\",\"label\":0}\n"
              .getBytes("UTF-8"));
    }

    assertThat(Rows.read(file)).hasSize(1);
  }

  @Test
  void emptyFileHasNoRows() throws IOException {
    assertThat(Rows.read(Files.createFile(folder.resolve("empty.jsonl")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':'1'}|id, unit and text",
        "{'id':'1','unit':'page','text':''}|document or sentence",
        "{'id':'1','unit':'sentence','text':'','label':2}|label is 1, 0 or null",
        "{'id':'1','unit':'document','text':'abc','sentences':[{'start':0,'end':9}]}|0 to 9",
        "{'id':'1','unit':'document','text':'abc','sentences':[{'start':0,'end':1,'stage':'x'}]}|unknown stage",
        "{'id':|line 1"
      })
  void brokenRowIsNamedByFileAndLine(String row, String problem) throws IOException {
    Path file = write("{'id':'0','unit':'sentence','text':'Rain.'}", "", row);

    assertThatThrownBy(() -> Rows.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file + ":3: ")
        .hasMessageContaining(problem)
        .hasMessageNotContaining("\n");
  }

  @Test
  void writesJsonAndATable() throws IOException {
    Evaluation evaluation =
        count(
            Watch.Breadth.STRICT,
            "{'id':'1','unit':'sentence','lang':'en','text':'The ceasefire held.','label':1}");

    assertThat(evaluation.toJson())
        .startsWith("{\"sentence\":{\"all\":{\"p\":0.0,\"r\":0.0,\"f1\":0.0,\"n\":0},\"en\":{")
        .contains("\"alone\":{\"all\":{\"p\":1.0,\"r\":1.0,\"f1\":1.0,\"n\":1}")
        .endsWith("\"stage\":{\"accuracy\":0.0,\"groups\":0.0,\"n\":0}}");
    assertThat(evaluation.toTable().lines())
        .anyMatch(line -> line.matches("alone en +1\\.000 +1\\.000 +1\\.000 +1"));
  }

  @Test
  void seedsAreFoundAsTheProjectPromises() throws IOException {
    Path seeds = Path.of(System.getProperty("parley.root"), "seeds", "expected", "seeds.jsonl");

    Evaluation evaluation = score(Watch.Breadth.STRICT).count(seeds, false);

    assertThat(evaluation.sentence().en().p()).isEqualTo(1);
    assertThat(evaluation.sentence().en().r()).isGreaterThanOrEqualTo(62 / 70.0);
    assertThat(evaluation.document().en().r()).isEqualTo(1);
    assertThat(evaluation.stage().accuracy()).isGreaterThan(0.6);
  }

  private Evaluation count(Watch.Breadth breadth, String... rows) throws IOException {
    return score(breadth).count(write(rows), false);
  }

  private static MentionScore score(Watch.Breadth breadth) {
    return new MentionScore(TAGGER, DETECTOR, new TextCleaner(), breadth);
  }

  private Path write(String... rows) throws IOException {
    List<String> lines = List.of(rows).stream().map(row -> row.replace('\'', '"')).toList();
    return Files.write(folder.resolve("rows.jsonl"), lines);
  }

  private static String document(String text, String... listed) {
    return "{'id':'1','unit':'document','lang':'en','label':1,'text':"
        + Json.write(text)
        + ",'sentences':["
        + String.join(",", listed)
        + "]}";
  }

  private static String listed(String text, String sentence, String label, @Nullable String stage) {
    int start = text.indexOf(sentence);
    String end = stage == null ? "}" : ",'stage':'" + stage + "'}";
    return "{'start':"
        + start
        + ",'end':"
        + (start + sentence.length())
        + ",'label':"
        + label
        + end;
  }
}
