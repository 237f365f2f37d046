package org.parley.ingest.corpus;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Ids;
import org.parley.contract.Origin;
import org.parley.ingest.corpus.CorpusFile.RawFile;
import org.parley.ingest.page.Page;
import org.parley.ingest.page.PageReader;
import org.parley.ingest.text.CleanText;
import org.parley.ingest.text.TextCleaner;

/// Makes an article of a file, or of a row of one: the same rules of identity for all formats.
final class Articles {
  static final TextCleaner CLEANER = new TextCleaner();
  private static final PageReader PAGES = new PageReader();

  private Articles() {}

  static Reading ofText(RawFile file) {
    return of(file, file.name(), CLEANER.clean(file.text()), new Facts(null, null, null, null));
  }

  static Reading ofMarkdown(RawFile file) {
    Markdown markdown = Markdown.of(file.text());
    FrontMatter front = markdown.front();
    return of(
        file,
        file.name(),
        CLEANER.clean(markdown.passages(), front.stated()),
        new Facts(front.url(), front.source(), front.language(), null));
  }

  static Reading ofHtml(RawFile file) {
    Page page = PAGES.read(file.text());
    return of(file, file.name(), page.text(), new Facts(page.url(), null, page.language(), null));
  }

  /// What is known of an article beside its text.
  record Facts(
      @Nullable String url,
      @Nullable String source,
      @Nullable String language,
      @Nullable Instant fetchedAt) {}

  /// @param entry the file's name, or `file#row`
  static Reading of(RawFile file, String entry, CleanText clean, Facts facts) {
    if (clean.text().isBlank()) {
      return new Reading.Refused(
          entry, entry + ": no text of an article in it; remove it, or check how it was made");
    }
    CanonicalUrl url = facts.url() == null ? null : CanonicalUrl.of(facts.url());
    return new Reading.Read(
        new Draft(
            url == null ? Ids.article(file.corpus(), entry) : Ids.article(url.url()),
            new Origin(Origin.Kind.CORPUS, file.corpus(), entry, file.sha256(), file.charset()),
            source(file, url, facts.source()),
            url == null ? null : url.url(),
            clean.title(),
            clean.author(),
            clean.publishedAt(),
            facts.fetchedAt(),
            facts.language(),
            clean.text(),
            clean.bodyStart(),
            clean.truncated(),
            clean.map()));
  }

  private static String source(RawFile file, @Nullable CanonicalUrl url, @Nullable String stated) {
    if (url != null) {
      return url.source();
    }
    return stated == null || stated.isBlank()
        ? file.name()
        : stated.strip().toLowerCase(Locale.ROOT);
  }
}
