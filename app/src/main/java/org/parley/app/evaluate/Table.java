package org.parley.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of short cells under a head: names in the first column, figures in the others. Not
/// thread-safe.
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  /// @param head of the columns, the first one's too
  Table(String... head) {
    rows.add(List.of(head));
  }

  /// A whole number as it is, a ratio with three decimals, anything else as text.
  Table row(String name, Object... cells) {
    List<String> row = new ArrayList<>(List.of(name));
    for (Object cell : cells) {
      row.add(
          cell instanceof Double ratio
              ? String.format(Locale.ROOT, "%.3f", ratio)
              : String.valueOf(cell));
    }
    rows.add(row);
    return this;
  }

  boolean isEmpty() {
    return rows.size() == 1;
  }

  /// For a terminal: columns as wide as their widest cell.
  String toText() {
    return rows.stream()
        .map(row ->
            IntStream.range(0, row.size())
                .mapToObj(column -> aligned(row, column))
                .collect(Collectors.joining(" "))
                .stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String aligned(List<String> row, int column) {
    int width = rows.stream().mapToInt(other -> other.get(column).length()).max().orElse(0);
    String space = " ".repeat(width - row.get(column).length());
    return column == 0 ? row.getFirst() + space : space + " " + row.get(column);
  }

  /// For a page.
  String toMarkdown() {
    String head = markdown(rows.getFirst());
    String line = "|---" + "|--:".repeat(rows.getFirst().size() - 1) + "|";
    return rows.stream()
        .skip(1)
        .map(Table::markdown)
        .collect(Collectors.joining("\n", head + "\n" + line + "\n", "\n"));
  }

  private static String markdown(List<String> row) {
    return row.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
