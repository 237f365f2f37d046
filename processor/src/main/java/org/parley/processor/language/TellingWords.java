package org.parley.processor.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The commonest short words of each language and the letters that it writes them with, from
/// `telling-words.txt`: what tells languages apart where letter statistics are in doubt.
final class TellingWords {
  /// What a language's own short word says for it, as a logarithm.
  private static final double WORD = 1.2;

  /// What a word with a letter that it does not have says against it: little in Latin script, in
  /// which names keep their letters.
  private static final double ALIEN = -1;

  private static final double ALIEN_SCRIPT = -6;

  private static final String FILE = "telling-words.txt";

  private record Known(Set<Integer> letters, Set<String> words, double alien) {}

  private final Map<String, Known> languages = new HashMap<>();

  private TellingWords() {}

  static TellingWords load() {
    TellingWords words = new TellingWords();
    try (InputStream in =
        Objects.requireNonNull(TellingWords.class.getResourceAsStream(FILE), FILE)) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(words::add);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read from the class path", e);
    }
    return words;
  }

  private void add(String line) {
    String[] parts = line.split("\\|", -1);
    Set<Integer> letters = new HashSet<>(parts[1].codePoints().boxed().toList());
    boolean latin = letters.stream().noneMatch(TellingWords::isOtherScript);
    if (latin) {
      "abcdefghijklmnopqrstuvwxyz".codePoints().forEach(letters::add);
    }
    letters.add((int) '\'');
    languages.put(
        parts[0],
        new Known(
            Set.copyOf(letters),
            Set.copyOf(List.of(parts[2].split(" "))),
            latin ? ALIEN : ALIEN_SCRIPT));
  }

  private static boolean isOtherScript(int letter) {
    return letter > 0x24F && letter < 0x1E00;
  }

  /// How much a text speaks for a language, as a logarithm; 0 when it says nothing.
  ///
  /// @param sample letters of the text, words one space apart
  double of(String sample, String language) {
    Known known = languages.get(language);
    if (known == null) {
      return 0;
    }
    double score = 0;
    for (String word : sample.split(" ")) {
      if (known.words.contains(word)) {
        score += WORD;
      }
      boolean alien =
          !word.codePoints()
              .allMatch(letter -> !Character.isLetter(letter) || known.letters.contains(letter));
      score += alien ? known.alien : 0;
    }
    return score;
  }
}
