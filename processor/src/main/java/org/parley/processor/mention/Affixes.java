package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a language writes together with a word and a lexicon does not list: articles, prepositions
/// and conjunctions before it, case endings after an apostrophe.
enum Affixes {
  /// None that matter.
  NONE {
    @Override
    List<String> without(String word) {
      return List.of();
    }
  },

  /// `l'accord`, `dell'accordo`: the word follows the apostrophe.
  ELISION {
    @Override
    List<String> without(String word) {
      int apostrophe = word.lastIndexOf('\'');
      return apostrophe < 0 ? List.of() : List.of(word.substring(apostrophe + 1));
    }
  },

  /// `ukrayna'nın`: the word stands before the apostrophe.
  CASE_ENDING {
    private static final List<String> LOCATIVES = List.of("da", "de", "ta", "te");

    @Override
    List<String> without(String word) {
      int apostrophe = word.indexOf('\'');
      return apostrophe <= 0 ? List.of() : List.of(word.substring(0, apostrophe));
    }

    @Override
    boolean sayWhere(String word) {
      String ending = word.substring(word.indexOf('\'') + 1);
      return ending.length() < word.length() && LOCATIVES.stream().anyMatch(ending::startsWith);
    }
  },

  /// `وبالمحادثات`: and, in, the before a word, in this order, each or none; `لل` is to the.
  ARABIC {
    private static final String CONJUNCTIONS = "وف";
    private static final String PREPOSITIONS = "بكلس";
    private static final String ARTICLE = "ال";
    private static final String TO_THE = "لل";
    private static final String IN = "ب";

    @Override
    List<String> without(String word) {
      List<String> bare = new ArrayList<>();
      addBare(word, bare);
      if (CONJUNCTIONS.indexOf(word.charAt(0)) >= 0) {
        addIfWord(word, 1, bare);
        addBare(word.substring(1), bare);
      }
      return bare;
    }

    @Override
    boolean sayWhere(String word) {
      return word.startsWith(IN, CONJUNCTIONS.indexOf(word.charAt(0)) >= 0 ? 1 : 0);
    }

    private static void addBare(String word, List<String> bare) {
      if (word.startsWith(ARTICLE) || word.startsWith(TO_THE)) {
        addIfWord(word, 2, bare);
      }
      if (!word.isEmpty() && PREPOSITIONS.indexOf(word.charAt(0)) >= 0) {
        addIfWord(word, 1, bare);
        if (word.startsWith(ARTICLE, 1)) {
          addIfWord(word, 3, bare);
        }
      }
    }

    @Override
    @Nullable String withoutArticle(String word) {
      return word.startsWith(ARTICLE) && word.length() - ARTICLE.length() >= SHORTEST
          ? word.substring(ARTICLE.length())
          : null;
    }
  },

  /// `ושבשיחות`: up to three of seven letters before a word.
  HEBREW {
    private static final String PREFIXES = "משהוכלב";
    private static final String CONJUNCTIONS = "וש";
    private static final String ARTICLE = "ה";
    private static final String IN = "ב";
    private static final int MOST = 3;

    @Override
    List<String> without(String word) {
      List<String> bare = new ArrayList<>();
      for (int i = 0; i < MOST && i < word.length(); i++) {
        if (PREFIXES.indexOf(word.charAt(i)) < 0) {
          break;
        }
        addIfWord(word, i + 1, bare);
      }
      return bare;
    }

    @Override
    boolean sayWhere(String word) {
      int from = 0;
      while (from < MOST && from < word.length() && CONJUNCTIONS.indexOf(word.charAt(from)) >= 0) {
        from++;
      }
      return word.startsWith(IN, from);
    }

    @Override
    @Nullable String withoutArticle(String word) {
      return word.startsWith(ARTICLE) && word.length() > SHORTEST + 1 ? word.substring(1) : null;
    }
  };

  /// The fewest letters that are left of a word.
  private static final int SHORTEST = 2;

  /// What `word` may be without its affixes, the likeliest first.
  ///
  /// @param word in plain form, not empty
  abstract List<String> without(String word);

  /// Whether the affixes of a place's name say in or at.
  ///
  /// @param word in plain form, not empty, that is known only without its affixes
  boolean sayWhere(String word) {
    return false;
  }

  /// The word without an article that is part of it, or `null` where there is none.
  ///
  /// @param word in plain form
  @Nullable String withoutArticle(String word) {
    return null;
  }

  /// @param language ISO 639-1 code
  static Affixes of(String language) {
    return switch (language) {
      case "fr", "it", "ca" -> ELISION;
      case "tr" -> CASE_ENDING;
      case "ar" -> ARABIC;
      case "he" -> HEBREW;
      default -> NONE;
    };
  }

  private static void addIfWord(String word, int from, List<String> bare) {
    if (word.length() - from >= SHORTEST) {
      bare.add(word.substring(from));
    }
  }
}
