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
          + "select,option,datalist,button,input,nav,dialog,menu,footer,audio,video,map,"
          + "[hidden],[aria-hidden=true],[role=navigation],[role=dialog],[role=alertdialog],"
          + "[role=search],[role=menu],[role=menubar],[role=banner],[role=contentinfo],"
          + "[role=complementary],[style~=(?i)display\\s*:\\s*none]";

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

  static boolean isHeading(Element element) {
    String name = element.normalName();
    return name.length() == 2
        && name.charAt(0) == 'h'
        && name.charAt(1) >= '1'
        && name.charAt(1) <= '6';
  }

  /// Whether the page's author named it as something that stands around articles.
  static boolean isFrame(Element element) {
    if (element.normalName().equals("body") || element.normalName().equals("html")) {
      return false;
    }
    return element.normalName().equals("aside")
        || FRAME.matcher(element.className()).find()
        || FRAME.matcher(element.id()).find();
  }
}
