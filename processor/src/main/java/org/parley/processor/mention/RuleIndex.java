package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds the rules whose phrases stand in a sentence, looking only at those that can begin with the
/// word at hand. Not thread-safe while rules are added.
final class RuleIndex {
  private record Entry(Phrase phrase, Rule rule, int order) {}

  private final Map<Integer, List<Entry>> byWord = new HashMap<>();
  private final Map<Name.Kind, List<Entry>> byName = new EnumMap<>(Name.Kind.class);
  private int entries;

  void add(Phrase phrase, Rule rule) {
    Entry entry = new Entry(phrase, rule, entries++);
    for (Phrase.Step step : phrase.openings()) {
      for (int[] sequence : step.sequences()) {
        put(byWord.computeIfAbsent(sequence[0], _ -> new ArrayList<>()), entry);
      }
      if (step.number()) {
        put(byWord.computeIfAbsent(Tokens.NUMBER, _ -> new ArrayList<>()), entry);
      }
      for (Name.Kind kind : step.names()) {
        put(byName.computeIfAbsent(kind, _ -> new ArrayList<>()), entry);
      }
    }
  }

  private static void put(List<Entry> entries, Entry entry) {
    if (!entries.contains(entry)) {
      entries.add(entry);
    }
  }

  /// All hits in a sentence, in the order of the text, then of the lexicon.
  List<RuleHit> find(Words words) {
    List<RuleHit> hits = new ArrayList<>();
    for (int at = words.start(); at < words.end(); at++) {
      match(beginningWith(words.tokens(), at), words, at, hits);
      NameHit name = words.nameAt(at);
      if (name != null) {
        match(byName.getOrDefault(name.name().kind(), List.of()), words, at, hits);
      }
    }
    return hits;
  }

  /// The entries that can begin with a word: with itself, or with one of its stems.
  private List<Entry> beginningWith(Tokens tokens, int at) {
    int id = tokens.id(at);
    List<Entry> entries = byWord.getOrDefault(id, List.of());
    for (int stem = tokens.stemOf(id); stem != Vocabulary.NONE; stem = tokens.stemOf(stem)) {
      entries = merged(entries, byWord.getOrDefault(stem, List.of()));
    }
    return entries;
  }

  private static List<Entry> merged(List<Entry> some, List<Entry> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return some.isEmpty() ? more : some;
    }
    return Stream.concat(some.stream(), more.stream())
        .distinct()
        .sorted(Comparator.comparingInt(Entry::order))
        .toList();
  }

  private static void match(List<Entry> entries, Words words, int at, List<RuleHit> hits) {
    for (Entry entry : entries) {
      int end = entry.phrase.match(words, at);
      if (end != Phrase.NO) {
        hits.add(new RuleHit(entry.rule, at, end));
      }
    }
  }
}
