package org.parley.app.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.parley.app.Cluster;
import org.parley.contract.Article;
import org.parley.contract.Ids;
import org.parley.ingest.corpus.CanonicalUrl;

/// The articles of a log, looked up one at a time: the whole topic is read, the newest revision of
/// what was asked for is kept.
///
/// @param cluster whose
public record ArticleLog(Cluster cluster) {
  /// How many hexadecimal digits of an id are enough to ask for it.
  public static final int LEAST_ID = 6;

  /// @param url in any form
  public List<Article> byUrl(String url) {
    CanonicalUrl canonical = CanonicalUrl.of(url);
    if (canonical == null) {
      return List.of();
    }
    String id = Ids.article(canonical.url());
    return newest(
        article -> article.articleId().equals(id) || canonical.url().equals(article.url()));
  }

  /// @param id of an article, or its beginning
  public List<Article> byId(String id) {
    return newest(article -> article.articleId().startsWith(id));
  }

  private List<Article> newest(Predicate<Article> wanted) {
    Map<String, Article> found = new LinkedHashMap<>();
    cluster
        .snapshot()
        .values(cluster.world().articles(), wanted)
        .forEach(article -> found.merge(article.articleId(), article, ArticleLog::newer));
    return new ArrayList<>(found.values());
  }

  private static Article newer(Article one, Article other) {
    return other.revision() >= one.revision() ? other : one;
  }
}
