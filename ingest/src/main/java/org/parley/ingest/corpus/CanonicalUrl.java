package org.parley.ingest.corpus;

import crawlercommons.domains.EffectiveTldFinder;
import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An article's address in the one form that all links to it have in common: crawler-commons'
/// normal form, without fragment and tracking parameters, of AMP and mobile forms the plain one.
///
/// @param url absolute, http or https
/// @param source the publisher: its registrable domain by the public suffix list, else its host
public record CanonicalUrl(String url, String source) {
  private static final String TRACKING =
      "utm_.*|fbclid|gclid|gclsrc|dclid|yclid|msclkid|twclid|igshid|mc_[ce]id|_ga|_gl|_hs(?:enc|mi)|mkt_tok|"
          + "ocid|cmpid|cmp|ncid|smid|sr_share|s_cid|src|ref|ref_src|ref_url|referrer|at_(?:medium|campaign|custom\\d|link.*|"
          + "bbc.*|format|ptr.*)|ns_(?:mchannel|source|campaign|linkname|fee)|icid|itm_.*|wt_.*|xtor|"
          + "spm|share|shared|feature|taid|traffic_source|guccounter|guce_.*|amp";

  /// Makes it of a link; `null` when the link is not one of the web.
  public static @Nullable CanonicalUrl of(String link) {
    String normal = new BasicURLNormalizer().filter(link.strip());
    if (normal == null) {
      return null;
    }
    try {
      URI uri = new URI(normal);
      String host = uri.getHost();
      if (host == null || uri.getScheme() == null || !uri.getScheme().matches("https?")) {
        return null;
      }
      String plain = plainHost(host);
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String path = plainPath(uri.getRawPath() == null ? "/" : uri.getRawPath());
      String url = uri.getScheme() + "://" + plain + port + path + query(uri.getRawQuery());
      return new CanonicalUrl(url, registrableDomain(plain));
    } catch (URISyntaxException e) {
      // Not a URL even after normalisation: as good as none.
      return null;
    }
  }

  /// The registrable domain of `host`, else the host itself.
  public static String registrableDomain(String host) {
    String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
    return (domain == null ? host : domain).toLowerCase(Locale.ROOT);
  }

  private static String plainHost(String host) {
    for (String prefix : new String[] {"m.", "mobile.", "amp."}) {
      if (host.startsWith(prefix) && host.indexOf('.', prefix.length()) > 0) {
        return host.substring(prefix.length());
      }
    }
    return host;
  }

  private static String plainPath(String path) {
    String plain =
        path.replaceFirst("^/amp(?=/.)", "")
            .replaceFirst("(?<=.)(?:/amp/?|\\.amp(?:\\.html)?)$", "");
    return plain.isEmpty() ? "/" : plain;
  }

  private static String query(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return "";
    }
    String kept =
        Arrays.stream(query.split("&"))
            .filter(p -> !p.split("=", 2)[0].toLowerCase(Locale.ROOT).matches(TRACKING))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
