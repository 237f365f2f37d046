package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Span;

/// Finds names by their spellings. Not thread-safe while spellings are added.
final class NameIndex {
  private record Spelling(int[] words, Name name, boolean people) {}

  private final Map<Integer, List<Spelling>> byFirstWord = new HashMap<>();
  private final Vocabulary vocabulary;

  NameIndex(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// Adds a spelling; one that begins with `=` counts only as written, in capitals. The first name
  /// to claim a spelling keeps it.
  void add(String spelling, Name name, boolean people) {
    int[] words =
        spelling.startsWith("=")
            ? new int[] {vocabulary.addCapitals(spelling.substring(1))}
            : Lexicons.words(spelling, vocabulary);
    List<Spelling> same = byFirstWord.computeIfAbsent(words[0], _ -> new ArrayList<>());
    if (same.stream().noneMatch(other -> Arrays.equals(other.words, words))) {
      same.add(new Spelling(words, name, people));
      same.sort(Comparator.comparingInt((Spelling s) -> s.words.length).reversed());
    }
  }

  /// Everyone whom a name stands for.
  Set<String> parties() {
    return byFirstWord.values().stream()
        .flatMap(List::stream)
        .map(spelling -> spelling.name.party())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /// The names in a text, by the token at which they begin; the longest wins, none overlap.
  @Nullable NameHit[] find(Tokens tokens) {
    @Nullable NameHit[] hits = new NameHit[tokens.size() + 1];
    Words all = new Words(new Span(0, 0), tokens, hits, 0, tokens.size());
    for (int at = 0; at < tokens.size(); ) {
      NameHit hit = at(all, at);
      if (hit != null) {
        hits[at] = hit;
      }
      at = hit == null ? at + 1 : hit.end();
    }
    return hits;
  }

  private @Nullable NameHit at(Words words, int at) {
    Spelling longest = null;
    int first = words.id(at);
    while (first != Vocabulary.NONE) {
      for (Spelling spelling : byFirstWord.getOrDefault(first, List.of())) {
        boolean longer = longest == null || spelling.words.length > longest.words.length;
        if (longer && words.hasSequence(at, spelling.words)) {
          longest = spelling;
        }
      }
      first = words.tokens().stemOf(first);
    }
    return longest == null
        ? null
        : new NameHit(longest.name, longest.people, at, at + longest.words.length);
  }
}
