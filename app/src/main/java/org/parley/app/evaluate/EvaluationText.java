package org.parley.app.evaluate;

import java.util.Locale;
import java.util.function.Function;
import org.parley.app.evaluate.Evaluation.ByLanguage;
import org.parley.app.evaluate.Evaluation.Quality;
import org.parley.contract.Stage;

/// An evaluation as tables. Rows and tables without figures are left out.
///
/// @param evaluation what was counted
record EvaluationText(Evaluation evaluation) {
  /// As long as a column's head may be, so that ten stages fit a terminal.
  private static final int ABBREVIATED = 5;

  String plain() {
    return text(Table::toText, "%s:%n") + errors();
  }

  String markdown() {
    return text(Table::toMarkdown, "## %s%n%n") + errors();
  }

  private String text(Function<Table, String> layout, String heading) {
    StringBuilder text = new StringBuilder(layout.apply(units()));
    append(text, layout, heading, "By source", sources());
    append(text, layout, heading, "By stage", stages());
    append(
        text,
        layout,
        heading,
        "Stages: rows as readers gave them, columns as they were found",
        confusion());
    return text.toString();
  }

  private static void append(
      StringBuilder text,
      Function<Table, String> layout,
      String heading,
      String title,
      Table table) {
    if (!table.isEmpty()) {
      text.append('\n').append(String.format(Locale.ROOT, heading, title));
      text.append(layout.apply(table));
    }
  }

  private Table units() {
    Table table = new Table("", "P", "R", "F1", "n");
    addUnit(table, "sentence", evaluation.sentence());
    addUnit(table, "alone", evaluation.alone());
    addUnit(table, "document", evaluation.document());
    StageQuality stage = evaluation.stage();
    table.row("stage", stage.accuracy(), "", "", stage.n());
    table.row("stage in groups", stage.groups(), "", "", stage.n());
    if (stage.article() != null) {
      table.row("stage of articles", stage.article().accuracy(), "", "", stage.article().n());
      table.row("… in groups", stage.article().groups(), "", "", stage.article().n());
    }
    return table;
  }

  private static void addUnit(Table table, String unit, ByLanguage by) {
    by.of().forEach((language, quality) -> add(table, unit + " " + language, quality));
  }

  private static void add(Table table, String name, Quality q) {
    if (q.n() > 0) {
      table.row(name, q.p(), q.r(), q.f1(), q.n());
    }
  }

  private Table sources() {
    Table table = new Table("", "P", "R", "F1", "n");
    evaluation
        .sources()
        .forEach((source, units) ->
            units.forEach((unit, quality) -> add(table, source + " " + unit, quality)));
    return table;
  }

  /// `found` and `of` tell of recognition, the rest of the stage that was given to what was found.
  private Table stages() {
    Table table = new Table("", "found", "of", "stage P", "stage R", "stage F1");
    StageQuality quality = evaluation.stage();
    for (Stage stage : Stage.values()) {
      Quality exact = quality.exact().getOrDefault(stage, Quality.NONE);
      var recall = quality.recall().get(stage);
      if (recall != null) {
        table.row(stage.label(), recall.r(), recall.n(), exact.p(), exact.r(), exact.f1());
      }
    }
    return table;
  }

  private Table confusion() {
    Stage[] stages = Stage.values();
    String[] head = new String[stages.length + 1];
    head[0] = "";
    for (Stage stage : stages) {
      head[stage.ordinal() + 1] = stage.label().substring(0, ABBREVIATED);
    }
    Table table = new Table(head);
    evaluation
        .stage()
        .confusion()
        .forEach((given, found) -> {
          Object[] cells = new Object[stages.length];
          for (Stage stage : stages) {
            cells[stage.ordinal()] = found.getOrDefault(stage, 0);
          }
          table.row(given.label(), cells);
        });
    return table;
  }

  private String errors() {
    if (evaluation.errors() == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (Mistake mistake : evaluation.errors()) {
      text.append('\n').append(head(mistake)).append('\n');
      text.append("  “").append(mistake.text()).append("”\n");
    }
    return text.toString();
  }

  private static String head(Mistake mistake) {
    StringBuilder head = new StringBuilder(mistake.kind().label().replace('-', ' '));
    head.append(": ").append(mistake.row()).append(", ").append(mistake.unit());
    head.append(", ").append(mistake.language());
    if (!mistake.detected().equals(mistake.language())) {
      head.append(" read as ").append(mistake.detected());
    }
    if (mistake.source() != null) {
      head.append(", ").append(mistake.source());
    }
    head.append(": ").append(why(mistake));
    return head.toString();
  }

  private static String why(Mistake mistake) {
    if (mistake.fired() == null) {
      return mistake.expected() == null
          ? "nothing fired"
          : "nothing fired, wanted " + mistake.expected().label();
    }
    String fired = mistake.fired().rule() + " “" + mistake.fired().trigger() + "”";
    return mistake.expected() == null || mistake.found() == null
        ? fired
        : fired
            + ", "
            + mistake.found().label()
            + " by "
            + mistake.fired().cues()
            + " instead of "
            + mistake.expected().label();
  }
}
