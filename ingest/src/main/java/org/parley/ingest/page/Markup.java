package org.parley.ingest.page;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What the elements of HTML mean for a reader.
final class Markup {
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "br",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "html",
          "img",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul",
          "video",
          "audio",
          "picture");

  /// Never text of an article.
  static final String MUTE =
      "script,style,noscript,template,svg,math annotation,head,iframe,object,embed,canvas,textarea,"
          + "select,option,datalist,button,input,audio,video,map";

  private static final Set<String> FRAME_ELEMENTS =
      Set.of("aside", "nav", "footer", "dialog", "menu");

  private static final Set<String> FRAME_ROLES =
      Set.of(
          "navigation",
          "dialog",
          "alertdialog",
          "alert",
          "search",
          "menu",
          "menubar",
          "banner",
          "contentinfo",
          "complementary",
          "tooltip");

  private static final Pattern UNSEEN =
      Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");

  private static final Pattern FRAME =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:ad|ads|advert\\w*|author-?(?:bio|box|card|info)|banner|bread-?crumbs?|byline|captcha|comment\\w*|"
              + "cookies?|consent|disqus|footer|footnotes?|gdpr|hidden|jump|login|mailing|masthead|menu|meta|modal|"
              + "most-?(?:read|popular)|nav|navbar|navigation|newsletter\\w*|outbrain|pager|pagination|paywall|popup|popular|"
              + "post-?(?:tags?|nav\\w*)|promo\\w*|recirc\\w*|recommend\\w*|related\\w*|read-?(?:more|next|also)|screen-reader-text|"
              + "see-also|share\\w*|sharing|sidebar\\w*|sign-?up|skip\\w*|social\\w*|sponsor\\w*|sr-only|subscri\\w*|taboola|tags?|"
              + "teasers?|toc|toolbar|tooltip|trending|visually-hidden|widget\\w*)(?:$|[\\s_-])");

  private Markup() {}

  static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName());
  }

  /// Whether it is a cell of a table of words, not of a page's layout.
  static boolean isCell(Element element) {
    String name = element.normalName();
    return (name.equals("td") || name.equals("th"))
        && element.children().stream().noneMatch(Markup::isBlock);
  }

  static boolean isHeading(Element element) {
    String name = element.normalName();
    return name.length() == 2
        && name.charAt(0) == 'h'
        && name.charAt(1) >= '1'
        && name.charAt(1) <= '6';
  }

  /// Whether the page's author made it something that stands around articles, or is not seen.
  static boolean isFrame(Element element) {
    if (element.normalName().equals("body") || element.normalName().equals("html")) {
      return false;
    }
    return FRAME_ELEMENTS.contains(element.normalName())
        || FRAME_ROLES.contains(element.attr("role"))
        || element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || UNSEEN.matcher(element.attr("style")).find()
        || FRAME.matcher(element.className()).find()
        || FRAME.matcher(element.id()).find();
  }
}
