package org.parley.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.Span;
import org.parley.contract.TextMap.Run;

class PageReaderTest {
  private static final String HTML =
      """
      <!doctype html><html lang="en-GB"><head><title>Talks fail again | The Daily</title>
      <meta property="og:site_name" content="The Daily">
      <link rel="canonical" href="https://daily.example/talks">
      <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],
        "headline":"Talks fail again","author":[{"name":"Jane Doe"},{"name":"John Roe"}],
        "datePublished":"2024-03-03T10:15:00+01:00"}]}</script></head>
      <body><nav><a href=/>Home</a> <a href=/world>World</a></nav>
      <main><h1>Talks &amp; more:&nbsp;fail</h1><h1>Talks fail again</h1>
      <div class="share-bar">Share this with everyone you know, and do it now, please.</div>
      <p>The   two delegations met in <a href=/i>Istanbul</a> on&nbsp;Tuesday &mdash; and agreed on
      nothing&hellip; &quot;We will meet again,&quot; one of them said.</p>
      <p>R&D spending was not discussed, nor was the fate of the prisoners of war on both sides.</p>
      <ul class="related-posts"><li><a href=/x>Another story about something else altogether, read it.</a></ul>
      <script>var x = "The script said a full sentence about peace talks in Doha.";</script></main>
      <footer>Copyright 2024 The Daily. All rights reserved, and so on and so forth.</footer></body></html>
      """;
  private static final String SENTENCE =
      "The two delegations met for the third time in Istanbul on Tuesday and agreed on nothing.";

  private final PageReader reader = new PageReader();

  @Test
  void readsTheArticleAndWhatThePageStatesOfIt() {
    Page page = reader.read(HTML);
    assertThat(page.text().title()).isEqualTo("Talks fail again");
    assertThat(page.text().author()).isEqualTo("Jane Doe, John Roe");
    assertThat(page.text().publishedAt()).isEqualTo("2024-03-03T09:15:00Z");
    assertThat(page.url()).isEqualTo("https://daily.example/talks");
    assertThat(page.language()).isEqualTo("en-GB");
    assertThat(page.siteName()).isEqualTo("The Daily");
    assertThat(page.text().text().substring(page.text().bodyStart()))
        .isEqualTo(
            "The two delegations met in Istanbul on Tuesday — and agreed on nothing… \"We will meet"
                + " again,\" one of them said.\n\n"
                + "R&D spending was not discussed, nor was the fate of the prisoners of war on both"
                + " sides.");
  }

  @Test
  void mapsTheTextToTheHtmlAroundEntitiesAndMarkup() {
    Page page = reader.read(HTML);
    String text = page.text().text();
    for (Run run : page.text().map().runs()) {
      assertThat(text.substring(run.at(), run.at() + run.length()))
          .isEqualTo(HTML.substring(run.source(), run.source() + run.length()));
    }
    for (String words :
        new String[] {"Istanbul on", "nothing… \"We will", "R&D spending", "fail again"}) {
      int at = text.indexOf(words);
      Span source = page.text().map().toSource(new Span(at, at + words.length()));
      assertThat(source).as(words).isNotNull();
    }
    int at = text.indexOf("one of them said");
    assertThat(page.text().map().toSource(new Span(at, at + 16)))
        .isEqualTo(
            new Span(HTML.indexOf("one of them said"), HTML.indexOf("one of them said") + 16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<html>",
        "&#xD800;&#0;",
        "<p>&bogus; &",
        "<table><tr><p>x",
        "\r\n<p>a\r\nb"
      })
  void takesAnyHtml(String html) {
    assertThat(reader.read(html).text().text()).doesNotContain("<");
  }

  @Test
  void keepsAnArticleWhoseMarkupCallsItAFrame() {
    Page page =
        reader.read(
            "<body><div class=sidebar><div class=widget><p>" + SENTENCE + "</div></div></body>");
    assertThat(page.text().text()).isEqualTo(SENTENCE);
  }

  @Test
  void keepsAnArticleThatIsHiddenUntilAScriptShowsIt() {
    Page page = reader.read("<body><div hidden><p>" + SENTENCE + "</div></body>");
    assertThat(page.text().text()).isEqualTo(SENTENCE);
  }

  @Test
  void takesTheElementOfTheArticleAndNotTheTeasersBesideIt() {
    String teaser =
        "<div><h3>Something else altogether</h3><span>Dec 17, 2025</span><p>An aircraft of a new type"
            + " was brought to the airport of the city to begin its service next month.</p></div>";
    Page page =
        reader.read(
            "<body><h1>Talks end without any result</h1><div><p>"
                + SENTENCE
                + "</p><h2>A table</h2><table><tr><th>Round<th>Place<tr><td>1<td>Minsk</table><p>"
                + SENTENCE.replace("third", "fourth")
                + "</p></div><div>"
                + "<a href=/a>Home</a><br><a href=/b>World</a><br>".repeat(10)
                + teaser.repeat(1)
                + "</div></body>");
    assertThat(page.text().text())
        .isEqualTo(
            "Talks end without any result\n\n"
                + SENTENCE
                + "\n\nA table\n\nRound Place\n\n1 Minsk\n\n"
                + SENTENCE.replace("third", "fourth"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>word ", "<div>", "&a", "x", "<table><tr><td>", "<a href=x>y</a> "})
  @Timeout(120)
  void isBoundedInMegabytesOfAnything(String unit) {
    String html = unit.repeat(2_000_000 / unit.length());
    assertThat(reader.read(html).text().text()).hasSizeLessThanOrEqualTo(2 * 1024 * 1024);
  }
}
