package org.parley.app.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.contract.Json;

/// Reads labelled rows: one JSON object a line, UTF-8, gzip or not.
final class Rows {
  private Rows() {}

  /// @throws IllegalArgumentException with file, line and reason when a row is broken
  /// @throws IOException when the file cannot be read
  static List<Row> read(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader lines = Lines.open(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          rows.add(row(file, number, line));
        }
      }
    }
    return rows;
  }

  private static Row row(Path file, int number, String line) {
    try {
      return Json.read(line, Row.class);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
    }
  }
}
