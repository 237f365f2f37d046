package org.parley.app.evaluate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Stage;

/// Something that readers labelled: a row, or a sentence of one.
///
/// @param unit as the figures call it
/// @param row where it is
/// @param reading of that row
/// @param text of it, in the row's text
/// @param label 1 with a mention, 0 without, none when readers disagree
/// @param stage that readers gave it
record Item(
    Unit unit,
    Row row,
    RowReading reading,
    String text,
    @Nullable Integer label,
    @Nullable Stage stage) {
  /// What is counted apart.
  enum Unit {
    SENTENCE,
    ALONE,
    DOCUMENT;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Item of(Row row, RowReading reading) {
    Unit unit = row.unit() == Row.Unit.DOCUMENT ? Unit.DOCUMENT : Unit.ALONE;
    return new Item(unit, row, reading, row.text(), row.label(), row.stage());
  }

  static Item of(Row row, Row.Listed listed, RowReading reading) {
    String text = listed.span().of(row.text());
    return new Item(Unit.SENTENCE, row, reading, text, listed.label(), listed.stage());
  }

  /// A stretch outside every listed sentence of a complete row.
  static Item stray(Row row, RowReading reading) {
    return new Item(Unit.SENTENCE, row, reading, "", 0, null);
  }

  boolean isPositive() {
    return label != null && label == 1;
  }
}
