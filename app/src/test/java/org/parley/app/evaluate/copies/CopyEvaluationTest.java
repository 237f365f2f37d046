package org.parley.app.evaluate.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.Json;
import org.parley.contract.Member;

class CopyEvaluationTest {
  private static final String REPORT =
      "Envoys of both armies met for a third day in the harbour town to settle where the line of"
          + " contact runs and who may cross it with food and medicine, two diplomats said.";
  private static final String OTHER =
      "The orchestra opened its season with a symphony that nobody had played since the composer"
          + " burned the parts in a fit of anger, and the audience stood for ten minutes.";

  @TempDir Path folder;

  @Test
  void countsCopiesThatWereFound() throws IOException {
    CopyEvaluation evaluation =
        evaluate(
            "a\t1\tplain\t" + REPORT, "b\t1\tframe\tRead more\\n\\n" + REPORT, row("c", OTHER));

    assertThat(evaluation.mean().pairs()).isEqualTo(new CopyQuality.Ratios(1, 1, 1));
    assertThat(evaluation.mean().ari()).isEqualTo(1);
    assertThat(evaluation.errors()).isEmpty();
    assertThat(evaluation.toTable()).contains("seed 1", "seed 2", "mean", "frame");
  }

  @Test
  void namesWhatIsInAWrongStory() throws IOException {
    CopyEvaluation evaluation =
        evaluate("a\t1\tplain\t" + REPORT, "b\t2\ttwin\t" + REPORT, "c\t2\tplain\t" + OTHER);

    assertThat(evaluation.mean().pairs().p()).isZero();
    assertThat(evaluation.mean().pairs().r()).isZero();
    assertThat(evaluation.errors())
        .anySatisfy(error -> assertThat(error).startsWith("false: ").contains("containment 1.000"))
        .anySatisfy(error -> assertThat(error).startsWith("missed: "));
  }

  @Test
  void writesTheObjectThatProgramsRead() throws JsonProcessingException, IOException {
    CopyEvaluation evaluation =
        evaluate("a\t1\tplain\t" + REPORT, "b\t1\tcopy\t" + REPORT, row("c", OTHER));
    JsonNode json = Json.MAPPER.readTree(evaluation.toJson());

    assertThat(json.at("/pairs/f1").asDouble()).isEqualTo(1);
    assertThat(json.at("/b3/p").asDouble()).isEqualTo(1);
    assertThat(json.at("/byKind/copy/r").asDouble()).isEqualTo(1);
    assertThat(json.path("ari").asDouble()).isEqualTo(1);
  }

  @Test
  void writesWhereEachTextWasPut() throws IOException {
    Path out = folder.resolve("out.tsv");

    evaluate("a\t1\tplain\t" + REPORT, "b\t1\tcopy\t" + REPORT).write(out);

    assertThat(Files.readAllLines(out))
        .hasSize(2)
        .first()
        .asString()
        .matches("([ab])\t\\1\topener\t\\1\t0.0");
    assertThat(Files.readAllLines(out)).last().asString().contains("\tcopy\t");
  }

  @Test
  void takesTimesForTheOrderAndForgetsWhatIsOld() throws IOException {
    CopyEvaluation evaluation =
        evaluate(
            "b\t1\tlate\t" + REPORT + "\t2026-02-01T00:00:00Z",
            "a\t1\tfirst\t" + REPORT + "\t2026-01-01T00:00:00Z");

    assertThat(evaluation.first())
        .extracting(placed -> placed.row().id())
        .containsExactly("a", "b");
    assertThat(evaluation.mean().pairs().r()).isZero();
  }

  /// Five texts, stories {a b c} {d e}, clusters {a b} {c d e}: worked out by hand.
  @Test
  void countsAsThePapersDo() {
    CopyQuality quality =
        CopyScore.of(
            List.of(
                placed("a", "1", "s"),
                placed("b", "1", "s"),
                placed("c", "2", "s"),
                placed("d", "2", "t"),
                placed("e", "2", "t")),
            Level.STORIES);

    assertThat(quality.pairs().p()).isEqualTo(0.5);
    assertThat(quality.pairs().r()).isEqualTo(0.5);
    assertThat(quality.ari()).isEqualTo((2 - 1.6) / (4 - 1.6), within(1e-9));
    assertThat(quality.b3().p()).isEqualTo((4.0 / 3 + 1.0 / 3 + 2) / 5, within(1e-9));
    assertThat(quality.b3().r()).isEqualTo((2 + 1.0 / 3 + 4.0 / 3) / 5, within(1e-9));
  }

  @Test
  void namesFileLineAndReasonOfABrokenRow() throws IOException {
    Path file = write("a\t1\tplain\t" + REPORT, "b\t1\tplain");

    assertThatThrownBy(() -> CopyEvaluation.of(file, 1, Level.STORIES))
        .hasMessageStartingWith(file + ":2: a row is id, cluster, kind, text");
    Path twice = write(row("a", REPORT), row("a", OTHER));
    assertThatThrownBy(() -> CopyEvaluation.of(twice, 1, Level.STORIES))
        .hasMessage(twice + ": two rows have the id 'a'");
    Path late = write("a\t1\tplain\t" + REPORT + "\tyesterday");
    assertThatThrownBy(() -> CopyEvaluation.of(late, 1, Level.STORIES))
        .hasMessageContaining("'yesterday'");
    Path empty = write();
    assertThatThrownBy(() -> CopyEvaluation.of(empty, 1, Level.STORIES))
        .hasMessage(empty + ": it has no rows");
  }

  @Test
  void evaluatesEventsApartFromCopies() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("a\tevent\ten\t" + REPORT);
    lines.add(
        "b\tevent\ten\tEnvoys settle contact line: both armies met in harbour town; food, medicine may"
            + " cross, third day of it, say two diplomats.");
    lines.add("c\tevent\ten\tRead more. " + REPORT);
    lines.add(row("d", OTHER));
    lines.addAll(otherNews());
    Path out = folder.resolve("out.tsv");

    CopyEvaluation evaluation =
        CopyEvaluation.of(write(lines.toArray(String[]::new)), 2, Level.EVENTS);
    evaluation.write(out);

    assertThat(evaluation.mean().b3().f1()).isEqualTo(1);
    assertThat(evaluation.copies()).isEqualTo(1);
    assertThat(evaluation.errors()).singleElement().asString().startsWith("copy: ");
    assertThat(evaluation.toTable()).contains("Texts taken for copies of others: 1.0.");
    assertThat(Files.readAllLines(out))
        .filteredOn(line -> line.matches("[abc]\t.*"))
        .extracting(line -> line.split("\t", -1)[1])
        .as("eventId")
        .containsOnly(
            evaluation.first().stream()
                .filter(text -> text.row().cluster().equals("event"))
                .findFirst()
                .orElseThrow()
                .row()
                .id());
  }

  @Test
  void namesWhatIsInAWrongEvent() throws IOException {
    String same =
        "Two diplomats said that envoys of both armies met to settle the line of contact.";
    List<String> lines = new ArrayList<>(otherNews());
    lines.add("a\t1\ten\t" + REPORT);
    lines.add("b\t2\ten\t" + same);
    Path joined = write(lines.toArray(String[]::new));
    assertThat(CopyEvaluation.of(joined, 1, Level.EVENTS).errors())
        .singleElement()
        .asString()
        .startsWith("false: ")
        .contains("joined the event of");
    Path split = write("a\t1\ten\t" + REPORT, "b\t1\ten\t" + OTHER);
    assertThat(CopyEvaluation.of(split, 1, Level.EVENTS).errors())
        .singleElement()
        .asString()
        .startsWith("missed: ")
        .contains("opened an event");
  }

  private CopyEvaluation evaluate(String... lines) throws IOException {
    return CopyEvaluation.of(write(lines), 2, Level.STORIES);
  }

  /// What else is in the news: without it nothing tells which words are rare.
  private static List<String> otherNews() {
    return List.of(
        row(
            "n1",
            "Central bank keeps rate, warns about rising rents, sees slower growth next year"),
        row("n2", "Ferry runs aground near northern islands, passengers safe, fog blamed"),
        row("n3", "Scientists find glowing frog deep inside Peruvian rain forest"),
        row("n4", "Striker scores twice, champions beat neighbours before record crowd"),
        row("n5", "Farmers block motorway with tractors, milk price falls again"),
        row("n6", "Airline cancels all flights after computers fail, travellers stranded"),
        row("n7", "Collectors pay millions at auction, canvas once hung above kitchen stove"),
        row("n8", "Court orders mining company to clean poisoned river"),
        row("n9", "Voters elect baker as mayor by eleven ballots, turnout highest ever"));
  }

  private Path write(String... lines) throws IOException {
    return Files.write(folder.resolve("rows.tsv"), List.of(lines));
  }

  private static String row(String id, String text) {
    return id + "\tcluster-" + id + "\tplain\t" + text;
  }

  private static Placed placed(String id, String cluster, String story) {
    CopyRow row = new CopyRow(id, cluster, "plain", id, null);
    return new Placed(row, story, story, Member.Relation.COPY, id, 1);
  }
}
