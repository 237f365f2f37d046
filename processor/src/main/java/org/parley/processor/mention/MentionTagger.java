package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Article;
import org.parley.contract.Mention;
import org.parley.contract.Mention.Evidence;
import org.parley.contract.Span;
import org.parley.contract.TextMap;
import org.parley.processor.language.Sentences;

/// Finds the sentences of a text that speak of peace talks between parties to an armed conflict.
///
/// Two tiers and a gate: a strong phrase (`peace talks`, `ceasefire`) fires alone; a weak trigger
/// (`talks`, `mediator`) fires in a sentence that also speaks of an armed conflict, or anywhere in
/// a document in which one of the first two fired, unless a word of another domain (`trade`,
/// `wage`) stands within [Passage#FOREIGN_WITHIN] words. A sentence gives at most one mention: its
/// best trigger, the first between equals.
///
/// Which words do what is in the lexicon, data files in a folder per language. A text in a language
/// without such a folder has no mentions.
///
/// Immutable and thread-safe; the same text always gives the same mentions. Time grows with the
/// text's length only.
public final class MentionTagger {
  /// The longest quote, in UTF-16 code units.
  public static final int LONGEST_QUOTE = 600;

  /// How many of the body's first sentences are its lead.
  private static final int LEAD = 2;

  private final Map<String, Lexicon> lexicons;

  MentionTagger(Map<String, Lexicon> lexicons) {
    this.lexicons = Map.copyOf(lexicons);
  }

  /// Reads the lexicons of all languages that have one.
  ///
  /// @throws IllegalArgumentException with file and line when a lexicon is broken
  public static MentionTagger load() {
    Map<String, Lexicon> lexicons = new HashMap<>();
    for (String language : Locale.getISOLanguages()) {
      if (LexiconReader.exists(language, Mention.PEACE_TALKS)) {
        lexicons.put(language, LexiconReader.read(language, Mention.PEACE_TALKS));
      }
    }
    return new MentionTagger(lexicons);
  }

  /// The languages that have a lexicon, as ISO 639-1 codes.
  public Set<String> languages() {
    return lexicons.keySet();
  }

  /// What an article speaks of.
  ///
  /// @param language as detected
  public Tagging tag(Article article, String language) {
    return tag(article.text(), article.bodyStart(), language, article.map());
  }

  /// What a text speaks of.
  ///
  /// @param bodyStart where the title, its first paragraph, ends; 0 without a title
  /// @param map from the text to its source
  public Tagging tag(String text, int bodyStart, String language, TextMap map) {
    Lexicon lexicon = lexicons.get(language);
    if (lexicon == null || text.isBlank()) {
      return Tagging.NONE;
    }
    List<Passage> passages = read(text, bodyStart, lexicon);
    if (passages.stream().noneMatch(Firing::opensGate)) {
      return Tagging.NONE;
    }
    Reading reading = new Reading(text, map, Sides.of(passages, lexicon));
    List<Mention> mentions = mentions(passages, bodyStart, reading);
    return new Tagging(mentions, Map.of(lexicon.concept(), ArticleStage.of(mentions)));
  }

  /// The mentions of a document whose gate is open; at least the one that opened it.
  private static List<Mention> mentions(List<Passage> passages, int bodyStart, Reading reading) {
    List<Mention> mentions = new ArrayList<>();
    int lead = 0;
    for (Passage passage : passages) {
      boolean inBody = passage.sentence().start() >= bodyStart;
      boolean prominent = !inBody || lead++ < LEAD;
      Firing firing = Firing.in(passage);
      if (firing != null) {
        mentions.add(reading.mention(passage, firing, prominent));
      }
    }
    return mentions;
  }

  /// What the mentions of one text share.
  private record Reading(String text, TextMap map, Sides sides) {
    Mention mention(Passage passage, Firing firing, boolean prominent) {
      RuleHit trigger = firing.trigger();
      Tokens tokens = passage.words().tokens();
      Span at = new Span(tokens.start(trigger.start()), tokens.end(trigger.end() - 1));
      Span quote = Quote.around(text, passage.sentence(), at, LONGEST_QUOTE);
      Lexicon lexicon = sides.lexicon();
      List<RuleHit> hits = lexicon.cues().find(passage.words());
      StageReading stage = StageReading.of(hits, trigger, lexicon);
      Roles roles = Roles.of(passage, hits, trigger, sides);
      return new Mention(
          lexicon.concept(),
          at,
          map.toSource(at),
          passage.sentence(),
          quote.of(text),
          quote.start(),
          stage.stage(),
          prominent ? 2 * firing.score() : firing.score(),
          isBorderline(passage),
          roles.parties(),
          roles.goBetweens(),
          roles.venue(),
          new Evidence(firing.rule(), at.of(text), stage.cues(text, tokens)));
    }

    private static boolean isBorderline(Passage passage) {
      return passage.triggers().stream().allMatch(hit -> hit.rule().borderline());
    }
  }

  private static List<Passage> read(String text, int bodyStart, Lexicon lexicon) {
    Tokens tokens = Tokens.of(text, lexicon.vocabulary());
    @Nullable NameHit[] names = lexicon.names().find(tokens);
    List<Passage> passages = new ArrayList<>();
    for (Span sentence : Sentences.of(text, bodyStart, lexicon.language())) {
      int start = tokens.firstFrom(sentence.start());
      int end = tokens.firstFrom(sentence.end());
      passages.add(Passage.read(sentence, new Words(tokens, names, start, end), lexicon));
    }
    return passages;
  }
}
