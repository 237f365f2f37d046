package org.parley.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.junit.jupiter.api.Test;

class ArticleDocumentTest {
  @Test
  void hasOneValueForEachSentenceAndTheTitleTwice() {
    var document = ArticleDocument.of("A truce\n\nIt holds. So far.\nNew paragraph", 9, "en");

    assertThat(document.getValues("title")).extracting(String::strip).containsExactly("A truce");
    assertThat(sentences(document))
        .containsExactly("A truce", "It holds.", "So far.", "New paragraph");
  }

  @Test
  void doesNotEndASentenceAtAnAbbreviation() {
    var document =
        ArticleDocument.of("The U.S. Envoy met Mr. Lavrov and Gen. Smith. They left.", 0, "en");

    assertThat(sentences(document))
        .containsExactly("The U.S. Envoy met Mr. Lavrov and Gen. Smith.", "They left.");
  }

  @Test
  void losesNoWordInAnyScript() {
    String text = "和平谈判开始了。停火生效。\nПереговори тривають! Чи ні?\nشروط السلام؟ نعم.";

    var document = ArticleDocument.of(text, 0, "und");

    assertThat(String.join("", document.getValues("text"))).isEqualTo(text.replace("\n", ""));
  }

  private static List<String> sentences(Document document) {
    return Arrays.stream(document.getValues("text")).map(String::strip).toList();
  }
}
