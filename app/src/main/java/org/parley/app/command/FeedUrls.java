package org.parley.app.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.FeedBook;
import org.parley.contract.Feed;

/// Addresses of feeds as they are given on the command line.
final class FeedUrls {
  private FeedUrls() {}

  /// The form by which the feed is known.
  ///
  /// @throws Failure when it is no address of a feed
  static String known(String given) {
    try {
      return Feed.normal(given);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  /// A feed that is asked for.
  ///
  /// @throws Failure when it can be none
  static FeedBook.Wanted wanted(String url, @Nullable String title, @Nullable Duration every) {
    return new FeedBook.Wanted(known(url), title, every);
  }

  static Failure unknown(String url) {
    return new Failure(
        ExitCode.BAD_DATA, "there is no feed " + url + "; `parley feed list` shows them");
  }
}
