package org.parley.ingest.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line that says who wrote an article or when it appeared, and nothing else.
///
/// @param author as written; none when the line names no person or agency
/// @param at when it appeared
/// @param updated whether `at` is said to be the time of a later change
/// @param open whether the line breaks off after "by": the name is on the next one
record Byline(@Nullable String author, @Nullable Instant at, boolean updated, boolean open) {
  private static final int LONGEST = 160;
  private static final int LABEL_WORDS = 4;
  private static final char DATE = '\uE000';
  private static final String BY =
      "by|written by|reported by|story by|words by|article by|text by|posted by|published by|author|authors|reporter|"
          + "von|par|por|autor|autorin|auteur|autora|autore|di|autorzy|автор|автори|авторы|текст|yazar|yazan|بقلم|الكاتب|كتب|מאת|作者|文|記者|记者|लेखक";
  private static final Pattern BY_NAME =
      Pattern.compile("(?iU)^(?:" + BY + ")(?:\\s*[:：]\\s*|\\s+)(.+)$");
  private static final Pattern BY_GLUED = Pattern.compile("^By(\\p{Lu}\\p{Ll}.+)$");
  private static final Pattern BY_ALONE = Pattern.compile("(?iU)^(?:" + BY + ")\\s*[:：]?$");
  private static final Pattern MORE_FROM =
      Pattern.compile(
          "(?i)^[~\\s]*(?:read )?more (?:from|by|articles by|posts by|stories by) (.+?)\\.?$");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*[|•·●▪∙/]\\s*|\\s+[–—-]+\\s+");
  private static final Pattern DATE_WORDS =
      Pattern.compile(
          "(?iU)\\b(?:first |originally )?(?:published|posted|updated|modified|created|date|time|last|on|at|in|the|am|pm|a\\.m\\.?|p\\.m\\.?|"
              + "gmt|utc|est|edt|et|pst|pdt|pt|cst|cdt|ct|cet|cest|eet|eest|bst|ist|msk|local|uhr|um|am|à|h|min|read|"
              + "mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
              + "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
              + "lunes|martes|miércoles|jueves|viernes|sábado|domingo|veröffentlicht|aktualisiert|stand|vom|publié|mis à jour|le|publicado|actualizado|el|"
              + "opublikowano|aktualizacja|dodano|опубликовано|обновлено|опубліковано|оновлено|дата|г|р|года|року)\\b");
  private static final Pattern UPDATED =
      Pattern.compile(
          "(?iU)\\b(?:updated|modified|aktualisiert|mis à jour|actualizado|aktualizacja|обновлено|оновлено)\\b");
  private static final Pattern CONNECTOR =
      Pattern.compile(
          "and|und|et|y|e|i|и|та|&|de|del|della|di|da|van|von|der|den|la|le|al|el|bin|ben|ter|dos");
  private static final Set<String> NO_NAME =
      Set.of(
          "the",
          "a",
          "an",
          "this",
          "that",
          "these",
          "our",
          "your",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "phone",
          "clicking",
          "signing",
          "next");
  private static final Set<String> ORGANISATION =
      Set.of(
          "news",
          "times",
          "post",
          "nation",
          "media",
          "press",
          "today",
          "team",
          "staff",
          "daily",
          "agency",
          "magazine",
          "network",
          "journal",
          "politics",
          "world",
          "opinion",
          "category");

  /// The byline that `line` is, or `null` when it is something else.
  static @Nullable Byline of(String line) {
    if (line.length() > LONGEST) {
      return null;
    }
    Dates.Found date = Dates.find(line);
    String author = null;
    boolean open = false;
    for (String piece : pieces(line, date)) {
      String name = author == null ? named(piece) : null;
      if (name != null) {
        author = name;
      } else if (BY_ALONE.matcher(piece).matches()) {
        open = date == null;
      } else if (!isLabel(piece)) {
        return null;
      }
    }
    if (date == null && author == null && !open) {
      return null;
    }
    boolean updated = date != null && UPDATED.matcher(line).find();
    return new Byline(author, date == null ? null : date.at(), updated, open && author == null);
  }

  /// What stands between separators, with a mark in place of the date.
  private static List<String> pieces(String line, Dates.@Nullable Found date) {
    String marked =
        date == null ? line : line.substring(0, date.start()) + DATE + line.substring(date.end());
    return List.of(SEPARATOR.split(marked.strip()));
  }

  /// The name in a link to an author's other articles ("Read more from Jane Doe").
  static @Nullable String authorOfLink(String line) {
    if (line.length() > LONGEST) {
      return null;
    }
    Matcher more = MORE_FROM.matcher(line);
    if (!more.matches() || !isName(more.group(1)) || !more.group(1).contains(" ")) {
      return null;
    }
    for (String word : more.group(1).toLowerCase(Locale.ROOT).split(" ")) {
      if (ORGANISATION.contains(word)) {
        return null;
      }
    }
    return more.group(1);
  }

  private static @Nullable String named(String piece) {
    Matcher by = BY_NAME.matcher(piece);
    Matcher glued = BY_GLUED.matcher(piece);
    String rest = by.matches() ? by.group(1) : glued.matches() ? glued.group(1) : null;
    if (rest == null) {
      return null;
    }
    int date = rest.indexOf(DATE);
    String names = firstNames(date < 0 ? rest : rest.substring(0, date));
    return isName(names) ? names : null;
  }

  /// "Jane Doe, Reuters" is Jane Doe; "Jane Doe, John Roe and Ann Poe" are three.
  private static String firstNames(String names) {
    String cut =
        names
            .replaceAll("\\s*\\(.*$", "")
            .replaceAll("(?i)[\\s,;:.]+(?:on|published|updated|posted)?[\\s,;:.]*$", "");
    return cut.contains(" and ") || cut.contains(" & ") ? cut : cut.split("\\s*[,;]\\s*", 2)[0];
  }

  /// Whether `text` can be a name: a few words, each with a capital where the script has them.
  static boolean isName(String text) {
    List<String> words = new ArrayList<>(List.of(text.strip().split("[\\s,]+")));
    if (words.isEmpty()
        || words.getFirst().isEmpty()
        || words.size() > 12
        || Prose.words(text) > 14) {
      return false;
    }
    int names = 0;
    for (String word : words) {
      if (!CONNECTOR.matcher(word).matches()) {
        int first = word.codePointAt(0);
        if (!Character.isLetter(first) || Character.isLowerCase(first) || hasDigit(word)) {
          return false;
        }
        names++;
      }
    }
    String first = words.getFirst().toLowerCase(Locale.ROOT);
    boolean several = text.contains(" and ") || text.contains(" & ");
    return names > 0
        && names <= (several ? 9 : 5)
        && Dates.month(first) == null
        && (!NO_NAME.contains(first) || first.equals("the") && names > 1);
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  /// Whether a piece is at most a label ("Politics"); what stands beside the date itself must be
  /// words that go with dates.
  private static boolean isLabel(String piece) {
    String left = DATE_WORDS.matcher(piece).replaceAll(" ");
    int words = Prose.words(left.replaceAll("[\\d:+.,()\\s" + DATE + "]+", " "));
    return piece.indexOf(DATE) >= 0
        ? words == 0
        : words <= LABEL_WORDS && !Prose.endsSentence(piece, 0, piece.length());
  }
}
