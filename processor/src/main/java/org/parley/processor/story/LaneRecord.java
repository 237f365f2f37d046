package org.parley.processor.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.contract.ArticleRef;
import org.parley.contract.Story;
import org.parley.processor.event.Filed;
import org.parley.processor.fingerprint.Wording;

/// What the lane keeps of an article: the one logged record that its index is rebuilt from.
///
/// @param storyId which story it belongs to
/// @param eventId which event that story reports
/// @param number its place in the lane's order; a later revision gets a new one
/// @param first the number of its first revision
/// @param at the lane's time when it came, in milliseconds of the epoch
/// @param source its publisher
/// @param standing of the story when it came; the story's latest article has the present one
/// @param opening what the story says of the article that opened it; of that article only
/// @param wording while new articles are compared with it; none afterwards
/// @see LaneRecordFormat
public record LaneRecord(
    String storyId,
    String eventId,
    long number,
    long first,
    long at,
    String source,
    Standing standing,
    @Nullable Opening opening,
    @Nullable Wording wording) {
  /// How much of a publisher's name is kept, in bytes of UTF-8.
  static final int MAX_SOURCE = 48;

  LaneRecord withoutWording() {
    return new LaneRecord(storyId, eventId, number, first, at, source, standing, opening, null);
  }

  /// How far a story has grown.
  ///
  /// @param members how many, later revisions included
  /// @param articles how many distinct ones
  /// @param stages that its mentions had so far, a bit for each by its place in `Stage`
  /// @param firstSeen when its first member was fetched
  /// @param lastSeen when its newest member was fetched
  public record Standing(
      int members, int articles, int stages, Instant firstSeen, Instant lastSeen) {}

  /// As much of a text as `most` bytes of UTF-8 hold.
  static String cut(String text, int most) {
    int size = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      size += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (size > most) {
        break;
      }
      at += Character.charCount(c);
    }
    return text.substring(0, at);
  }

  /// What a story says of the article that opened it, apart from what the record says anyway.
  ///
  /// @param url canonical URL, when it is not too long
  /// @param title the beginning of it
  /// @param filed how other stories of its event find it
  public record Opening(
      @Nullable String url,
      @Nullable String title,
      @Nullable Instant publishedAt,
      Instant fetchedAt,
      Filed filed) {
    /// In bytes of UTF-8, how much of a title a story keeps and how long a URL; more for a longer
    /// text, since the whole record is bounded by the text's shingles.
    private static final int LEAST = 80;

    private static final int MORE = 150;

    /// @param shingles how many distinct ones the article has
    public static Opening of(ArticleRef article, int shingles, Filed filed) {
      int most = LEAST + Math.min(MORE, shingles / 5);
      String url = article.url();
      String title = article.title();
      return new Opening(
          url == null || url.length() > most ? null : url,
          title == null ? null : cut(title, most),
          article.publishedAt(),
          article.fetchedAt(),
          filed);
    }

    Opening with(Filed now) {
      return new Opening(url, title, publishedAt, fetchedAt, now);
    }

    Story.Opener opener(String articleId, String source) {
      return new Story.Opener(articleId, source, url, title, publishedAt, fetchedAt);
    }
  }
}
