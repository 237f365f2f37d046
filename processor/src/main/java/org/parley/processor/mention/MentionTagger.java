package org.parley.processor.mention;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Article;
import org.parley.contract.Mention;
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

  /// A year after this one is absurd.
  private static final int LAST_YEAR = 9999;

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
    return tag(reading(article), language);
  }

  /// What a text of unknown date speaks of.
  ///
  /// @param bodyStart where the title, its first paragraph, ends; 0 without a title
  /// @param map from the text to its source
  public Tagging tag(String text, int bodyStart, String language, TextMap map) {
    return tag(new TextReading(text, bodyStart, map, null), language);
  }

  /// What an article speaks of, and what could have been a mention and is none, with the reason.
  ///
  /// @param language as detected
  public Explanation explain(Article article, String language) {
    TextReading text = reading(article);
    Map<String, Map<Stage, Integer>> votes = new TreeMap<>();
    List<Refusal> refusals = new ArrayList<>();
    for (ConceptReading reading : read(text, language)) {
      refusals.addAll(reading.refusals());
      List<Mention> found = reading.mentions();
      if (!found.isEmpty()) {
        votes.put(reading.lexicon().concept(), ArticleStage.votes(found));
      }
    }
    refusals.sort(Comparator.comparingInt(refusal -> refusal.at().start()));
    return new Explanation(tag(text, language), votes, refusals);
  }

  private static TextReading reading(Article article) {
    Instant published = article.publishedAt() == null ? article.fetchedAt() : article.publishedAt();
    int year = published.atOffset(ZoneOffset.UTC).getYear();
    LocalDate day =
        year < 1 || year > LAST_YEAR ? null : LocalDate.ofInstant(published, ZoneOffset.UTC);
    return new TextReading(article.text(), article.bodyStart(), article.map(), day);
  }

  private Tagging tag(TextReading text, String language) {
    List<Mention> mentions = new ArrayList<>();
    Map<String, Stage> stages = new HashMap<>();
    for (ConceptReading reading : read(text, language)) {
      List<Mention> found = reading.mentions();
      if (!found.isEmpty()) {
        mentions.addAll(found);
        stages.put(reading.lexicon().concept(), ArticleStage.of(found));
      }
    }
    mentions.sort(Comparator.comparingInt(mention -> mention.sentence().start()));
    return new Tagging(mentions, stages);
  }

  /// One a concept; none in a language without a lexicon.
  private List<ConceptReading> read(TextReading text, String code) {
    if (!languages.contains(code) || text.text().isBlank()) {
      return List.of();
    }
    Language language = language(code);
    List<Words> sentences = sentences(text, language);
    return language.lexicons().stream()
        .map(lexicon -> ConceptReading.of(text, language, lexicon, sentences))
        .toList();
  }

  private static List<Words> sentences(TextReading text, Language language) {
    Tokens tokens = Tokens.of(text.text(), language.vocabulary());
    @Nullable NameHit[] names = language.names().find(tokens);
    List<Words> sentences = new ArrayList<>();
    for (Span sentence : Sentences.of(text.text(), text.bodyStart(), language.code())) {
      int start = tokens.firstFrom(sentence.start());
      int end = tokens.firstFrom(sentence.end());
      sentences.add(new Words(sentence, tokens, names, start, end));
    }
    return sentences;
  }
}
