package org.parley.processor.mention;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Article;
import org.parley.contract.Mention;
import org.parley.contract.Mention.Evidence;
import org.parley.contract.Span;
import org.parley.contract.Stage;
import org.parley.contract.TextMap;
import org.parley.processor.language.Sentences;

/// Finds the sentences of a text that speak of peace talks between parties to an armed conflict,
/// and of the further concepts that there are lexicons for, each on its own.
///
/// Two tiers and a gate: a strong phrase (`peace talks`, `ceasefire`) fires alone; a weak trigger
/// (`talks`, `mediator`) fires in a sentence that also speaks of an armed conflict, or anywhere in
/// a document in which one of the first two fired, unless a word of another domain (`trade`,
/// `wage`) stands within [Passage#FOREIGN_WITHIN] words. A sentence gives at most one mention of a
/// concept: its best trigger, the first between equals.
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

  private final LexiconReader reader;
  private final Set<String> languages;
  private final Set<String> concepts;
  private final Map<String, Language> read = new ConcurrentHashMap<>();

  private MentionTagger(LexiconFiles files) {
    reader = new LexiconReader(files);
    languages = Collections.unmodifiableSet(reader.languages());
    concepts = Collections.unmodifiableSet(reader.concepts());
  }

  /// A tagger with the lexicons that Parley ships. Each language is read when it is first met.
  public static MentionTagger load() {
    return new MentionTagger(LexiconFiles.SHIPPED);
  }

  /// A tagger whose lexicons are those of a folder, and for what is not in it those that Parley
  /// ships: `<language>/<concept>.yaml` and `<language>/names.yaml`, in the same form.
  ///
  /// @throws IllegalArgumentException with file, line and reason when a lexicon is broken
  public static MentionTagger load(Path folder) {
    MentionTagger tagger = new MentionTagger(new LexiconFiles(folder));
    tagger.languages.forEach(tagger::language);
    return tagger;
  }

  /// The languages that have a lexicon, as ISO 639-1 codes, sorted.
  public Set<String> languages() {
    return languages;
  }

  /// The concepts that are looked for, sorted.
  public Set<String> concepts() {
    return concepts;
  }

  private Language language(String code) {
    return read.computeIfAbsent(code, reader::read);
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
    if (!languages.contains(language) || text.isBlank()) {
      return Tagging.NONE;
    }
    Language known = language(language);
    List<Words> sentences = sentences(text, bodyStart, known);
    List<Mention> mentions = new ArrayList<>();
    Map<String, Stage> stages = new HashMap<>();
    for (Lexicon lexicon : known.lexicons()) {
      List<Mention> found = find(text, bodyStart, map, sentences, lexicon);
      if (!found.isEmpty()) {
        mentions.addAll(found);
        stages.put(lexicon.concept(), ArticleStage.of(found));
      }
    }
    mentions.sort(Comparator.comparingInt(mention -> mention.sentence().start()));
    return new Tagging(mentions, stages);
  }

  /// The mentions of one concept.
  private static List<Mention> find(
      String text, int bodyStart, TextMap map, List<Words> sentences, Lexicon lexicon) {
    List<Passage> passages = sentences.stream().map(words -> Passage.read(words, lexicon)).toList();
    return passages.stream().noneMatch(Firing::opensGate)
        ? List.of()
        : mentions(passages, bodyStart, new Reading(text, map, Sides.of(passages, lexicon)));
  }

  /// The mentions of a document whose gate is open; at least the one that opened it.
  private static List<Mention> mentions(List<Passage> passages, int bodyStart, Reading reading) {
    List<Mention> mentions = new ArrayList<>();
    int lead = 0;
    for (Passage passage : passages) {
      boolean inBody = passage.words().sentence().start() >= bodyStart;
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
      Span quote = Quote.around(text, passage.words().sentence(), at, LONGEST_QUOTE);
      Lexicon lexicon = sides.lexicon();
      List<RuleHit> hits = lexicon.cues().find(passage.words());
      StageReading stage = StageReading.of(hits, trigger, lexicon);
      Roles roles = Roles.of(passage, hits, trigger, sides);
      return new Mention(
          lexicon.concept(),
          at,
          map.toSource(at),
          passage.words().sentence(),
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

  private static List<Words> sentences(String text, int bodyStart, Language language) {
    Tokens tokens = Tokens.of(text, language.vocabulary());
    @Nullable NameHit[] names = language.names().find(tokens);
    List<Words> sentences = new ArrayList<>();
    for (Span sentence : Sentences.of(text, bodyStart, language.code())) {
      int start = tokens.firstFrom(sentence.start());
      int end = tokens.firstFrom(sentence.end());
      sentences.add(new Words(sentence, tokens, names, start, end));
    }
    return sentences;
  }
}
