package org.parley.processor.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// The spellings that are read as one, from the data file `folds.tsv`.
final class Spellings {
  private static final String FILE = "folds.tsv";

  private final Map<String, String> folds;

  private Spellings(Map<String, String> folds) {
    this.folds = folds;
  }

  static Spellings standard() {
    try (InputStream in = Spellings.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the class path; build again");
      }
      return new Spellings(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\t", 2))
              .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read; build again", e);
    }
  }

  String fold(String word) {
    return folds.getOrDefault(word, word);
  }
}
