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
  /// @param names nobody, one name, or one for each of the first words
  private record Spelling(int[] words, List<Name> names, boolean people) {
    void putHits(int at, @Nullable NameHit[] hits) {
      if (names.size() == 1) {
        hits[at] = new NameHit(names.getFirst(), people, at, at + words.length);
        return;
      }
      for (int i = 0; i < names.size(); i++) {
        hits[at + i] = new NameHit(names.get(i), people, at + i, at + i + 1);
      }
    }
  }

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
    add(words, List.of(name), people);
  }

  /// Adds a spelling in which each of the first words is the name of someone else.
  ///
  /// @throws IllegalArgumentException when it has fewer words than names
  void addPair(String spelling, List<Name> names) {
    int[] words = Lexicons.words(spelling, vocabulary);
    if (words.length < names.size()) {
      throw new IllegalArgumentException(
          "'" + spelling + "' under pairs: must have a word for each of its parties");
    }
    add(words, names, true);
  }

  /// Adds what begins like a name and is none.
  void addNobody(String spelling) {
    add(Lexicons.words(spelling, vocabulary), List.of(), false);
  }

  private void add(int[] words, List<Name> names, boolean people) {
    List<Spelling> same = byFirstWord.computeIfAbsent(words[0], _ -> new ArrayList<>());
    if (same.stream().noneMatch(other -> Arrays.equals(other.words, words))) {
      same.add(new Spelling(words, names, people));
      same.sort(Comparator.comparingInt((Spelling s) -> s.words.length).reversed());
    }
  }

  /// Everyone whom a name stands for.
  Set<String> parties() {
    return byFirstWord.values().stream()
        .flatMap(List::stream)
        .flatMap(spelling -> spelling.names.stream())
        .map(Name::party)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /// The names in a text, by the token at which they begin; the longest wins, none overlap.
  @Nullable NameHit[] find(Tokens tokens) {
    @Nullable NameHit[] hits = new NameHit[tokens.size() + 1];
    Words all = new Words(new Span(0, 0), tokens, hits, 0, tokens.size());
    for (int at = 0; at < tokens.size(); ) {
      Spelling found = at(all, at);
      if (found != null) {
        found.putHits(at, hits);
      }
      at += found == null ? 1 : found.words.length;
    }
    return hits;
  }

  private @Nullable Spelling at(Words words, int at) {
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
    return longest;
  }
}
