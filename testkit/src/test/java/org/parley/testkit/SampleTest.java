package org.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contract.Alert;
import org.parley.contract.Article;
import org.parley.contract.Ids;
import org.parley.contract.Json;
import org.parley.contract.Mention;

class SampleTest {
  static Stream<Supplier<Object>> samples() {
    return Stream.of(
        () -> Sample.article().build(),
        () -> Sample.mention().build(),
        () -> Sample.match().build(),
        () -> Sample.story().build(),
        () -> Sample.alert().build(),
        () -> Sample.watch().build(),
        () -> Sample.endpoint().build(),
        () -> Sample.attempt().build(),
        () -> Sample.fingerprint(3, 1, 2));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isTheSameEachTimeAndSurvivesJson(Supplier<Object> sample) {
    Object first = sample.get();

    assertThat(sample.get()).isEqualTo(first);
    assertThat(Json.read(Json.write(first), first.getClass())).isEqualTo(first);
  }

  @Test
  void theBodyOfAnArticleStartsAfterItsTitle() {
    Article titled = Sample.article().title("Talks resume").body("They met.").build();
    Article untitled = Sample.article().text("They met.").build();

    assertThat(titled.text()).isEqualTo("Talks resume\n\nThey met.");
    assertThat(titled.text().substring(titled.bodyStart())).isEqualTo("They met.");
    assertThat(untitled.bodyStart()).isZero();
  }

  @Test
  void theSpanOfAMentionIsItsTrigger() {
    String text = "First. Peace talks began in Doha.";
    Mention mention =
        Sample.mention().in("Peace talks began in Doha.", "Peace talks").at(7).build();

    assertThat(mention.at().of(text)).isEqualTo("Peace talks");
    assertThat(mention.sentence().of(text)).isEqualTo("Peace talks began in Doha.");
    assertThatThrownBy(() -> Sample.mention().in("No such words.", "truce").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("truce");
  }

  @Test
  void recordsOfOneArticleBelongTogether() {
    Article article =
        Sample.article().url("https://other.example/x").source("other.example").build();
    Alert alert = Sample.alert().watch("truce").of(article).build();

    assertThat(Sample.match().of(article).build().article()).isEqualTo(article.ref());
    assertThat(alert.alertId()).isEqualTo(Ids.alert("truce", article.articleId()));
    assertThat(alert.sources()).containsExactly("other.example");
    assertThat(Sample.attempt().of(alert).to("desk").build().deliveryId())
        .isEqualTo(Ids.delivery(alert.alertId(), 1, "desk"));
  }
}
