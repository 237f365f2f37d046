package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.Article;
import org.parley.contract.DeadLetter;
import org.parley.contract.Json;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.TopicSnapshot;
import org.parley.testkit.BrokerExtension;
import org.parley.testkit.Sample;
import org.parley.testkit.TestWorld;

@ExtendWith(BrokerExtension.class)
class DlqCommandTest {
  private static final Instant THEN = Instant.parse("2024-11-26T12:00:00Z");

  private TestWorld kafka;

  @BeforeEach
  void topics(TestWorld kafka) {
    this.kafka = kafka;
    kafka.createTopics();
  }

  private CommandLineRun dlq(String... arguments) {
    List<String> all = new ArrayList<>(List.of("dlq"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", kafka.bootstrapServers()));
    all.addAll(List.of("--prefix", kafka.world().prefix()));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private void letter(
      String step, Topic<?> topic, int partition, long offset, @Nullable String value) {
    var letter =
        new DeadLetter(step, topic.name(), partition, offset, "key", value, "it broke", null, THEN);
    kafka.write(kafka.world().deadLetters(), "key", letter, THEN);
  }

  private <V> List<TopicSnapshot.Entry<V>> entries(Topic<V> topic) {
    return new TopicSnapshot(
            Map.of("bootstrap.servers", kafka.bootstrapServers()), Duration.ofSeconds(60))
        .entries(topic);
  }

  private Article brokenArticle() {
    Article article = Sample.article().build();
    var place = kafka.write(kafka.world().articles(), "key", article, THEN);
    letter("analyse", kafka.world().articles(), place.partition(), place.offset(), "{}");
    return article;
  }

  @Test
  void listsWithFilters() throws JsonProcessingException {
    letter("analyse", kafka.world().articles(), 2, 7, "{}");
    letter("lane", kafka.world().matches(), 0, 3, "{}");
    assertThat(dlq("list").out()).hasSize(2);
    assertThat(dlq("list", "--step", "lane").out())
        .singleElement()
        .asString()
        .startsWith("0-1 ")
        .contains("lane", kafka.world().matches().name() + "-0@3: it broke");
    assertThat(dlq("list", "--topic", "articles").out()).hasSize(1);
    assertThat(dlq("list", "--since", "2024-11-27").out()).isEmpty();
    assertThat(dlq("list", "--reason", "BROKE").out()).hasSize(2);
    assertThat(dlq("list", "--reason", "mended").said()).contains("no dead letters like that");
    JsonNode first = Json.MAPPER.readTree(dlq("list", "--json").out().getFirst());
    assertThat(first.path("id").asText()).isEqualTo("0-0");
    assertThat(first.at("/letter/value").isMissingNode()).isTrue();
  }

  @Test
  void showsTheWholeRecord() throws JsonProcessingException {
    letter("analyse", kafka.world().articles(), 2, 7, "{\"text\": \"Talks.\"}");
    CommandLineRun run = dlq("show", "0-0");
    JsonNode whole = Json.MAPPER.readTree(String.join("\n", run.out()));
    assertThat(whole.at("/letter/value/text").asText()).isEqualTo("Talks.");
    CommandLineRun none = dlq("show", "0-9");
    assertThat(none.exitCode()).isEqualTo(ExitCode.BAD_DATA.number());
    assertThat(none.said()).singleElement().asString().contains("'0-9'", "parley dlq list");
  }

  @Test
  void writesTheRecordItselfBackOnceAndAgainOnlyWhenAsked() {
    Article article = brokenArticle();
    CommandLineRun run = dlq("replay", "0-0");
    assertThat(run.exitCode()).as(run.everything()).isZero();
    assertThat(run.out()).containsExactly("0-0 written back to " + kafka.world().articles().name());
    assertThat(entries(kafka.world().articles()))
        .hasSize(2)
        .allSatisfy(entry -> {
          assertThat(entry.value()).isEqualTo(article);
          assertThat(entry.key()).isEqualTo("key");
          assertThat(entry.timestamp()).isEqualTo(THEN);
        });
    assertThat(dlq("list").out()).singleElement().asString().contains("(written back ");

    CommandLineRun twice = dlq("replay", "0-0");
    assertThat(twice.exitCode()).isEqualTo(ExitCode.BAD_DATA.number());
    assertThat(twice.said().getFirst()).contains("0-0", "was written back", "--again");
    assertThat(dlq("replay", "--all").said()).contains("0 written back, 0 left alone");
    assertThat(entries(kafka.world().articles())).hasSize(2);

    assertThat(dlq("replay", "0-0", "--again").exitCode()).isZero();
    assertThat(entries(kafka.world().articles())).hasSize(3);
  }

  @Test
  void restoresARecordThatItsTopicDoesNotKeepAnyMore() {
    Article article = Sample.article().build();
    letter("analyse", kafka.world().articles(), 1, 12_345, Json.write(article));
    letter("analyse", kafka.world().articles(), 1, 12_346, "{\"text\": \"Ta");
    CommandLineRun run = dlq("replay", "--all");
    assertThat(run.exitCode()).as(run.everything()).isEqualTo(ExitCode.PARTLY.number());
    assertThat(run.said().getFirst()).contains("0-1", "not an Article");
    assertThat(entries(kafka.world().articles()))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.value()).isEqualTo(article);
          assertThat(entry.partition()).isEqualTo(1);
          assertThat(entry.timestamp()).isEqualTo(THEN);
        });
  }

  @Test
  void writesBackBytesThatAreNoRecordAsTheyWere() {
    byte[] garbage = {(byte) 0xff, 0, 1};
    byte[] key = "key".getBytes(StandardCharsets.UTF_8);
    var place = kafka.writeRaw(kafka.world().articles(), key, garbage);
    letter("analyse", kafka.world().articles(), place.partition(), place.offset(), "base64:/wAB");
    assertThat(dlq("replay", "--step", "analyse").exitCode()).isZero();
    assertThat(entries(kafka.world().articles()))
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry.problem()).contains("not an Article"));
  }

  @Test
  void aDeliveryCannotBeSentAgain() {
    letter("ledger", kafka.world().alerts(), -1, -1, "{}");
    CommandLineRun run = dlq("replay", "0-0");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_DATA.number());
    assertThat(run.said().getFirst()).contains("0-0", "delivery", "sends nothing twice");
    assertThat(entries(kafka.world().alerts())).isEmpty();
  }

  @Test
  void aTopicThatIsGoneIsNamed() {
    letter("alert", kafka.world().alertsOf("gone"), 0, -1, Json.write(Sample.alert().build()));
    letter("analyse", kafka.world().deadLetters(), 0, 0, "{}");
    CommandLineRun run = dlq("replay", "0-0", "0-1");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_DATA.number());
    assertThat(run.said().get(0)).contains("0-0", kafka.world().alertsOf("gone").name());
    assertThat(run.said().get(1)).contains("0-1", "no topic that it could be written back to");
  }

  @Test
  void saysWhatIsWrongWithTheCommandLine() {
    CommandLineRun nothing = dlq("replay");
    assertThat(nothing.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(nothing.said()).singleElement().asString().contains("--all");
    assertThat(dlq("replay", "0-0", "--all").exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(dlq("replay", "0-7").exitCode()).isEqualTo(ExitCode.BAD_DATA.number());
    assertThat(dlq("list", "--since", "lunch").said()).singleElement().asString().contains("2h");
  }
}
