package org.parley.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
    String body =
        "<p>The two delegations met for the third time in Istanbul on Tuesday and agreed on nothing.</p>"
            .repeat(1);
    Page page =
        reader.read("<body><div class=sidebar><div class=widget>" + body + "</div></div></body>");
    assertThat(page.text().text()).startsWith("The two delegations");
  }
}
