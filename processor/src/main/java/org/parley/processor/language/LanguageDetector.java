package org.parley.processor.language;

import com.google.common.base.Optional;
import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfile;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells the language of a text from its letters, with the optimaize n-gram detector that Tika
/// ships.
///
/// A script that only one language of the news uses decides alone. Otherwise the first [#SAMPLE]
/// letters of the text, those of its main script, are compared with the profiles of [#LANGUAGES];
/// in a doubt, and where a short text has a letter that the likeliest language has not, its
/// [TellingWords] count too. In a short text (a headline) the language that the source states wins
/// unless the letters are sure of another one; in a long one the letters win.
///
/// The same text always gives the same answer. Thread-safe. Loading reads one profile a language,
/// so share one instance.
public final class LanguageDetector {
  /// The tag for a text in no language that is known.
  public static final String UNKNOWN = "und";

  /// The languages told apart by their n-grams, as ISO 639-1 codes.
  public static final List<String> LANGUAGES =
      List.of(
          "en", "ar", "bg", "cs", "da", "de", "es", "et", "fa", "fi", "fr", "hr", "hu", "id", "it",
          "lt", "lv", "mk", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "so", "sq", "sr", "sv",
          "sw", "tr", "uk", "ur", "vi");

  /// How many letters are looked at.
  static final int SAMPLE = 600;

  /// Below this many letters a text is short: what the source states outweighs a doubt.
  static final int SHORT = 120;

  /// Below this many letters they tell nothing.
  static final int TINY = 20;

  private static final double LIKELY = 0.5;
  private static final double SURE = 0.995;
  private static final double POSSIBLE = 0.01;
  private static final double UNLIKELY = 0.005;

  private final com.optimaize.langdetect.LanguageDetector detector;
  private final TellingWords words = TellingWords.load();

  private LanguageDetector(com.optimaize.langdetect.LanguageDetector detector) {
    this.detector = detector;
  }

  /// Reads the profiles from the class path.
  public static LanguageDetector load() {
    List<LanguageProfile> profiles = new ArrayList<>();
    try {
      LanguageProfileReader reader = new LanguageProfileReader();
      for (String language : LANGUAGES) {
        profiles.add(reader.readBuiltIn(LdLocale.fromString(language)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "a language profile is missing from the class path; is the language-detector jar whole?",
          e);
    }
    return new LanguageDetector(
        LanguageDetectorBuilder.create(NgramExtractors.standard())
            // The short-text algorithm stops at the first n-grams that agree, which is too soon.
            // The other one draws lots, always the same ones from a fixed seed.
            .shortTextAlgorithm(0)
            .seed(Optional.of(1L))
            .minimalConfidence(POSSIBLE)
            .prefixFactor(1.5)
            .suffixFactor(2.0)
            .withProfiles(profiles)
            .build());
  }

  /// The language of `text` as an ISO 639-1 code, or [#UNKNOWN].
  ///
  /// @param stated BCP 47 tag that the source states; a hint
  public String detect(String text, @Nullable String stated) {
    return detection(text, stated).language();
  }

  /// The same with what told it.
  ///
  /// @param stated BCP 47 tag that the source states; a hint
  public Detection detection(String text, @Nullable String stated) {
    String hint = primary(stated);
    String sample = Letters.sample(text, SAMPLE);
    if (sample.isEmpty()) {
      return stated(hint, null);
    }
    UnicodeScript script = Letters.script(sample);
    String byScript = Letters.languageOf(script, sample);
    if (byScript != null) {
      return new Detection(byScript, Detection.By.SCRIPT, null);
    }
    String prose = script == UnicodeScript.LATIN ? sample : Letters.wordsIn(script, sample);
    return prose.length() < TINY ? stated(hint, null) : byLetters(prose, hint);
  }

  private static Detection stated(@Nullable String hint, @Nullable Double probability) {
    return hint == null
        ? new Detection(UNKNOWN, Detection.By.NOTHING, probability)
        : new Detection(hint, Detection.By.STATED, probability);
  }

  private Detection byLetters(String sample, @Nullable String hint) {
    List<DetectedLanguage> candidates = detector.getProbabilities(sample);
    boolean brief = sample.length() < SHORT;
    if (candidates.isEmpty()) {
      return stated(brief ? hint : null, null);
    }
    DetectedLanguage best = candidates.getFirst();
    double probability = best.getProbability();
    if (brief && hint != null && (probability < SURE || has(candidates, hint))) {
      return stated(hint, probability);
    }
    String language = best.getLocale().getLanguage();
    boolean doubt = probability < SURE || brief && words.of(small(sample), language) < 0;
    return doubt
        ? inDoubt(sample, candidates)
        : new Detection(language, Detection.By.LETTERS, probability);
  }

  /// The language that its short words and letters speak for, too.
  private Detection inDoubt(String sample, List<DetectedLanguage> candidates) {
    String small = small(sample);
    String likeliest = UNKNOWN;
    double most = 0;
    double all = 0;
    for (String language : LANGUAGES) {
      double said = probability(candidates, language) * Math.exp(words.of(small, language));
      all += said;
      if (said > most) {
        most = said;
        likeliest = language;
      }
    }
    return most < LIKELY * all
        ? stated(null, most / all)
        : new Detection(likeliest, Detection.By.LETTERS, most / all);
  }

  private static String small(String sample) {
    return sample.toLowerCase(Locale.ROOT);
  }

  private static double probability(List<DetectedLanguage> candidates, String language) {
    return candidates.stream()
        .filter(candidate -> candidate.getLocale().getLanguage().equals(language))
        .mapToDouble(DetectedLanguage::getProbability)
        .findFirst()
        .orElse(UNLIKELY);
  }

  private static boolean has(List<DetectedLanguage> candidates, String language) {
    return candidates.stream().anyMatch(c -> c.getLocale().getLanguage().equals(language));
  }

  private static @Nullable String primary(@Nullable String tag) {
    if (tag == null || tag.isBlank()) {
      return null;
    }
    String language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
    return language.isEmpty() || language.equals(UNKNOWN) ? null : language;
  }
}
