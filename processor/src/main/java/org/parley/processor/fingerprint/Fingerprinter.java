package org.parley.processor.fingerprint;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.contract.Fingerprint;
import org.parley.contract.Span;
import org.parley.processor.language.Sentences;

/// Reads a text as hashed words in their order, so that copies and events can be told without the
/// text. Thread-safe. The hash must never change: fingerprints are stored.
public final class Fingerprinter {
  /// The most words of one text: of a longer one, every second, fourth, … sentence is kept, chosen
  /// by its words; so that the lane's record of an article stays under 64 KiB.
  static final int MAX_WORDS = 16_000;

  private static final Hasher64 HASHER = Hashing.wyhashFinal4();
  private static final int HASH_BITS = 22;

  private final Spellings spellings = Spellings.standard();

  /// What was made of a text.
  ///
  /// @param fingerprint of it
  /// @param sentences where each of the fingerprint's sentences stands in the text
  public record Print(Fingerprint fingerprint, List<Span> sentences) {}

  /// @param bodyStart where the body starts in `text`, see `Article`
  /// @param language ISO 639-1 code, or `und`
  public Print of(String text, int bodyStart, String language) {
    List<Sentence> sentences = new ArrayList<>();
    for (Span span : Sentences.of(text, bodyStart, language)) {
      int[] codes = codes(Words.of(span.of(text), spellings));
      if (codes.length > 0) {
        sentences.add(new Sentence(span, codes, span.start() < bodyStart));
      }
    }
    int sampling = 1;
    List<Sentence> kept = bounded(sentences);
    while (words(kept) > MAX_WORDS) {
      sampling *= 2;
      kept = thinned(kept, sampling);
    }
    return print(kept, sampling);
  }

  /// A sentence that has words.
  private record Sentence(Span span, int[] codes, boolean isTitle) {
    Sentence with(int[] others) {
      return new Sentence(span, others, isTitle);
    }
  }

  private static Print print(List<Sentence> sentences, int sampling) {
    int[] codes = codes(sentences);
    int title = words(sentences.stream().filter(Sentence::isTitle).toList());
    List<Integer> lengths = sentences.stream().map(each -> each.codes.length).toList();
    return new Print(
        Fingerprint.of(codes, title, lengths, sampling),
        sentences.stream().map(Sentence::span).toList());
  }

  private static int words(List<Sentence> sentences) {
    return sentences.stream().mapToInt(each -> each.codes.length).sum();
  }

  private static List<Sentence> thinned(List<Sentence> sentences, int sampling) {
    return sentences.stream()
        .filter(each -> Wording.isKept(each.codes, 0, each.codes.length, sampling))
        .toList();
  }

  /// Of a text that goes on repeating itself, only the words that end a shingle which it did not
  /// have yet: what is stored of an article is bounded by its distinct shingles.
  private static List<Sentence> bounded(List<Sentence> sentences) {
    int[] codes = codes(sentences);
    if (codes.length * Fingerprint.WORD_BYTES <= 4 * distinctShingles(codes) + 12) {
      return sentences;
    }
    Set<Integer> distinct = new HashSet<>();
    List<Sentence> kept = new ArrayList<>();
    int at = 0;
    for (Sentence sentence : sentences) {
      int[] ends = new int[sentence.codes.length];
      int size = 0;
      for (int code : sentence.codes) {
        if (at < 2 || distinct.add(Wording.shingle(codes[at - 2], codes[at - 1], code))) {
          ends[size++] = code;
        }
        at++;
      }
      if (size > 0) {
        kept.add(sentence.with(Arrays.copyOf(ends, size)));
      }
    }
    return kept;
  }

  private static int distinctShingles(int[] codes) {
    int[] shingles = new int[Math.max(0, codes.length - 2)];
    for (int i = 0; i < shingles.length; i++) {
      shingles[i] = Wording.shingle(codes[i], codes[i + 1], codes[i + 2]);
    }
    Arrays.sort(shingles);
    int distinct = 0;
    for (int i = 0; i < shingles.length; i++) {
      distinct += i == 0 || shingles[i] != shingles[i - 1] ? 1 : 0;
    }
    return distinct;
  }

  private static int[] codes(List<Sentence> sentences) {
    int[] codes = new int[words(sentences)];
    int at = 0;
    for (Sentence sentence : sentences) {
      System.arraycopy(sentence.codes, 0, codes, at, sentence.codes.length);
      at += sentence.codes.length;
    }
    return codes;
  }

  private static int[] codes(Words words) {
    int[] codes = new int[words.list().size()];
    for (int i = 0; i < codes.length; i++) {
      boolean name = i > 0 && words.isCapital(i);
      codes[i] = code(words.list().get(i)) | (name ? Fingerprint.NAME : 0);
    }
    return codes;
  }

  private static int code(String word) {
    int hash = (int) (HASHER.hashCharsToLong(word) >>> (Long.SIZE - HASH_BITS));
    boolean numeric = word.charAt(0) >= '0' && word.charAt(0) <= '9';
    return numeric ? hash | Fingerprint.NUMERIC : hash;
  }
}
