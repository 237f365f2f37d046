package org.parley.ingest.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What sites put around articles: menus, share buttons, teasers. The phrases are data, in
/// `chrome.txt`.
public final class Chrome {
  /// The kinds of lines that are no part of an article.
  public enum Kind {
    /// Never part of an article.
    LINE,
    /// A line that begins so is none either, if it is short.
    START,
    /// Heads teasers of other articles.
    RELATED,
    /// Heads what comes after an article: comments, the author's portrait.
    END,
    /// A link at a paragraph's end.
    TAIL,
    /// The site speaks of itself, in sentences that address its reader.
    SITE,
    /// The same, in any sentence.
    NOTICE,
    /// A word that addresses a reader.
    ADDRESS
  }

  private static final String FILE = "chrome.txt";
  private static final Set<Kind> KINDS_OF_LINES = EnumSet.of(Kind.LINE, Kind.RELATED, Kind.END);
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");
  private static final int LONGEST = 160;
  private static final int LONGEST_SITE = 600;
  private static final int LONGEST_START_WORDS = 25;
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
  private static final Pattern COUNTED = Pattern.compile("^\\(?\\d+\\)?\\s+|\\s+\\(?\\d+\\)?$");
  private static final Pattern COMMENT_COUNT =
      Pattern.compile(
          "(?:(?:leave|add|post|write) an? (?:comment|reply)\\b.{0,40}|\\d+ (?:comments?|responses?|replies)(?: (?:on|to)\\b.*)?|\\d+ thoughts? on .*)");
  private static final Pattern BARE_LINK =
      Pattern.compile("(?:https?://|www\\.)\\S+|[\\w.-]+@[\\w-]+\\.[\\w.-]+|[@#]\\w+");
  private static final Pattern CREDIT =
      Pattern.compile(
          "[(\\[]?(?i:photo|image|picture|photograph|foto|фото)(?i: credit| courtesy| source)?(?:s)?\\s*(?::|(?i:by|via|courtesy)\\b).{0,120}",
          Pattern.UNICODE_CASE);
  private static final Pattern READING_TIME =
      Pattern.compile(
          "(?i)(?:reading time:?\\s*)?(?:about )?\\d{1,3}[ -]?(?:min|mins|minute|minutes)\\.?(?: read)?|\\d+ (?:views|shares|likes|followers|hours? ago|minutes? ago|days? ago|weeks? ago|months? ago)");

  private static final Chrome STANDARD = load();

  private final Map<Kind, Set<String>> phrases;

  private Chrome(Map<Kind, Set<String>> phrases) {
    this.phrases = phrases;
  }

  public static Chrome standard() {
    return STANDARD;
  }

  /// What kind of chrome the whole `line` is, or `null` when it may be part of an article.
  public @Nullable Kind kind(String line) {
    if (line.length() > LONGEST) {
      return speaksOfSite(line) ? Kind.SITE : null;
    }
    String phrase = folded(line);
    if (phrase.isEmpty()) {
      return Kind.LINE;
    }
    String uncounted = COUNTED.matcher(phrase).replaceAll("");
    for (Kind kind : List.of(Kind.RELATED, Kind.END, Kind.LINE)) {
      if (of(kind).contains(phrase) || of(kind).contains(uncounted)) {
        return kind;
      }
    }
    if (COMMENT_COUNT.matcher(phrase).matches()) {
      return Kind.END;
    }
    if (BARE_LINK.matcher(line).matches() || READING_TIME.matcher(phrase).matches()) {
      return Kind.LINE;
    }
    if (startsAsChrome(line) || CREDIT.matcher(line).matches()) {
      return Kind.START;
    }
    return speaksOfSite(line) ? Kind.SITE : null;
  }

  private boolean speaksOfSite(String passage) {
    if (passage.length() > LONGEST_SITE) {
      return false;
    }
    String lower = passage.toLowerCase(Locale.ROOT);
    return of(Kind.NOTICE).stream().anyMatch(lower::contains)
        || of(Kind.SITE).stream().anyMatch(lower::contains) && addresses(lower);
  }

  private boolean addresses(String lower) {
    Set<String> words = of(Kind.ADDRESS);
    for (String word : NO_WORD.split(lower)) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsAsChrome(String line) {
    if (Prose.words(line) > LONGEST_START_WORDS) {
      return false;
    }
    String lower = line.toLowerCase(Locale.ROOT);
    int first = 0;
    while (first < lower.length() && "•*>»→-–— ~".indexOf(lower.charAt(first)) >= 0) {
      first++;
    }
    for (String start : of(Kind.START)) {
      if (lower.startsWith(start, first)) {
        return true;
      }
    }
    return false;
  }

  /// Where `passage` ends when a link at its end ("Read more") is left out.
  int endWithoutTail(String passage) {
    int from = Math.max(0, passage.length() - 40);
    String end = passage.substring(from).toLowerCase(Locale.ROOT).stripTrailing();
    for (String tail : of(Kind.TAIL)) {
      int at = end.length() - tail.length();
      if (end.endsWith(tail) && Prose.endsSentence(passage, 0, trimmed(passage, from + at))) {
        return trimmed(passage, from + at);
      }
    }
    return passage.length();
  }

  private static int trimmed(String text, int end) {
    int last = end;
    while (last > 0 && text.charAt(last - 1) == ' ') {
      last--;
    }
    return last;
  }

  private Set<String> of(Kind kind) {
    return phrases.getOrDefault(kind, Set.of());
  }

  private static String folded(String line) {
    String trimmed = EDGES.matcher(line).replaceAll("");
    return trimmed.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\s+", " ");
  }

  private static Chrome load() {
    Map<Kind, Set<String>> phrases = new EnumMap<>(Kind.class);
    Kind kind = Kind.LINE;
    try (InputStream in = Chrome.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the class path");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          kind = Kind.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          boolean whole = KINDS_OF_LINES.contains(kind);
          phrases
              .computeIfAbsent(kind, _ -> new HashSet<>())
              .add(whole ? folded(line) : line.toLowerCase(Locale.ROOT).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
    return new Chrome(phrases);
  }
}
