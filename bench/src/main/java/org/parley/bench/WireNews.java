package org.parley.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.parley.contract.Article;
import org.parley.contract.Ids;
import org.parley.contract.Origin;
import org.parley.contract.TextMap;

/// Articles as agencies send them and sites print them: some 350 words of a large vocabulary, with
/// names, figures, quotations and diacritics; three in ten are an earlier one again, copied, cut,
/// updated or slightly rewritten, some within a site's frame. Any article can be asked for, in any
/// order; the same seed gives the same texts. Thread-safe.
final class WireNews {
  private static final int WORDS = 350;
  private static final int VOCABULARY = 200_000;
  private static final int SITES = 2_000;

  /// How far back the article may be that one is made of.
  private static final int REACH = 20_000;

  private static final double DERIVED = .3;
  private static final double CUT = .15;
  private static final double UPDATED = .15;
  private static final double REWRITTEN = .1;

  /// Apart from one another, what is drawn for an article.
  private static final long WRITING = 1L << 32;

  private static final long FRAMING = 2L << 32;
  private static final long DERIVING = 3L << 32;

  private static final Pattern NO_LETTERS = Pattern.compile("[^A-Za-z]+");

  private final long seed;
  private final Instant start;
  private final Duration step;
  private final Vocabulary vocabulary = new Vocabulary(VOCABULARY);

  /// @param start when the first one is fetched
  /// @param step how long after the one before it each is fetched
  WireNews(long seed, Instant start, Duration step) {
    this.seed = seed;
    this.start = start;
    this.step = step;
  }

  /// An article.
  ///
  /// @param original number of the article that it is made of; its own when it is new
  record Item(int number, int original, Article article) {}

  Item item(int number) {
    int original = original(number);
    List<String> body = sentences(original);
    if (original != number) {
      body = derived(body, random(number + DERIVING));
    }
    Heading heading = heading(number);
    body.addAll(frame(heading.source()));
    String text = heading.title() + "\n\n" + String.join(" ", body);
    return new Item(number, original, article(number, heading, text));
  }

  /// The id of an article: all that is needed of one that others are made of.
  String id(int number) {
    return Ids.article(heading(number).url());
  }

  /// When the article is fetched.
  Instant at(int number) {
    return start.plus(step.multipliedBy(number));
  }

  private Article article(int number, Heading heading, String text) {
    String source = heading.source();
    String url = heading.url();
    String title = heading.title();
    return new Article(
        Ids.article(url),
        1,
        new Origin(Origin.Kind.FEED, "https://" + source + "/feed", url, "0".repeat(64), "UTF-8"),
        source,
        url,
        title,
        null,
        at(number),
        at(number),
        "en",
        text,
        title.length() + 2,
        false,
        TextMap.NONE);
  }

  /// Where an article stands, and under which words.
  private record Heading(String source, String title, String url) {}

  private Heading heading(int number) {
    SplittableRandom random = random(number);
    String source = "site-" + (int) (SITES * Math.pow(random.nextDouble(), 3)) + ".example";
    String title = title(random);
    String slug = NO_LETTERS.matcher(title).replaceAll("-").toLowerCase(Locale.ROOT);
    String url = "https://www." + source + "/2026/11/world/" + slug + "-" + number + ".html";
    return new Heading(source, title, url);
  }

  /// The new article that one goes back to, itself perhaps.
  private int original(int number) {
    int at = number;
    while (at > 0) {
      SplittableRandom random = random(~(long) at);
      if (random.nextDouble() >= DERIVED) {
        return at;
      }
      at -= 1 + random.nextInt(Math.min(at, REACH));
    }
    return at;
  }

  private SplittableRandom random(long of) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + of * 0xBF58476D1CE4E5B9L);
  }

  private String title(SplittableRandom random) {
    List<String> names = List.of(vocabulary.name(random), vocabulary.name(random));
    StringBuilder title = new StringBuilder(names.getFirst());
    for (int words = 5 + random.nextInt(5); words > 0; words--) {
      title.append(' ').append(vocabulary.word(random));
    }
    return title.append(' ').append(names.getLast()).toString();
  }

  private List<String> sentences(int original) {
    SplittableRandom random = random(original + WRITING);
    List<String> names = names(random);
    int length = WORDS - 80 + random.nextInt(160);
    List<String> sentences = new ArrayList<>();
    for (int words = 0; words < length; ) {
      int size = 10 + random.nextInt(22);
      sentences.add(sentence(size, names, random));
      words += size;
    }
    return sentences;
  }

  private List<String> names(SplittableRandom random) {
    return IntStream.range(0, 6).mapToObj(_ -> vocabulary.name(random)).toList();
  }

  private String sentence(int size, List<String> names, SplittableRandom random) {
    StringBuilder sentence = new StringBuilder();
    boolean quoted = random.nextInt(5) == 0;
    for (int i = 0; i < size; i++) {
      String word =
          switch (random.nextInt(40)) {
            case 0, 1, 2 -> names.get(random.nextInt(names.size()));
            case 3 -> names.get(random.nextInt(names.size())) + "\u2019s";
            case 4 -> Integer.toString(2 + random.nextInt(400));
            case 5, 6 -> vocabulary.word(random) + ",";
            default -> vocabulary.word(random);
          };
      sentence.append(i == 0 ? "" : " ").append(word);
    }
    sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
    return quoted ? "\u201C" + sentence + ",\u201D he said." : sentence.append('.').toString();
  }

  private List<String> derived(List<String> body, SplittableRandom random) {
    double how = random.nextDouble();
    int size = body.size();
    if (how < CUT) {
      return new ArrayList<>(body.subList(0, Math.max(3, size / 2)));
    }
    if (how < CUT + UPDATED) {
      List<String> updated = new ArrayList<>();
      List<String> names = names(random);
      for (int i = 2 + random.nextInt(5); i > 0; i--) {
        updated.add(sentence(10 + random.nextInt(22), names, random));
      }
      updated.addAll(body);
      return updated;
    }
    List<String> copied = new ArrayList<>(body);
    if (how < CUT + UPDATED + REWRITTEN) {
      copied.replaceAll(sentence ->
          random.nextInt(3) > 0
              ? sentence
              : sentence.replaceFirst(" \\S+ ", " " + vocabulary.word(random) + " "));
    }
    return copied;
  }

  /// What a site writes under each of its articles: one in ten has some thirty words.
  private List<String> frame(String site) {
    SplittableRandom random = random(site.hashCode() + FRAMING);
    if (random.nextInt(10) > 0) {
      return List.of();
    }
    List<String> names = names(random);
    return List.of(sentence(16, names, random), sentence(14, names, random));
  }
}
