package org.parley.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.Article;
import org.parley.contract.Samples;

class JsonSerdeTest {
  private final Topic<Article> topic = World.live("parley").articles();

  @Test
  void describesARecordInCloudEventsHeaders() {
    var headers = new RecordHeaders();
    Article article = Samples.article();

    topic.value().serializer().serialize(topic.name(), headers, article);

    assertThat(text(headers))
        .containsExactlyEntriesOf(
            map(
                "ce_specversion", "1.0",
                "ce_type", "org.parley.article.v1",
                "ce_source", "/parley/ingest",
                "ce_id", article.articleId() + "/2",
                "ce_time", "2026-03-01T09:30:00.125Z",
                "content-type", "application/json"));
  }

  @Test
  void replacesTheHeadersOfAnEarlierRecordAndLeavesTheOthers() {
    var headers = new RecordHeaders();
    headers.add("ce_id", "old".getBytes(StandardCharsets.UTF_8));
    headers.add("traceparent", "00-1".getBytes(StandardCharsets.UTF_8));

    topic.value().serializer().serialize(topic.name(), headers, Samples.article());
    topic.value().serializer().serialize(topic.name(), headers, Samples.article());

    assertThat(headers.headers("ce_id")).hasSize(1);
    assertThat(text(headers)).containsEntry("traceparent", "00-1").hasSize(7);
  }

  @Test
  void writesNoHeadersForAStore() {
    var headers = new RecordHeaders();

    JsonSerde.plain(Article.class).serializer().serialize("store", headers, Samples.article());

    assertThat(headers).isEmpty();
  }

  @Test
  void readsWhatItWrote() {
    byte[] bytes = topic.value().serializer().serialize(topic.name(), Samples.article());

    assertThat(topic.value().deserializer().deserialize(topic.name(), bytes))
        .isEqualTo(Samples.article());
  }

  @Test
  void passesATombstoneThrough() {
    var headers = new RecordHeaders();

    assertThat(topic.value().serializer().serialize(topic.name(), headers, null)).isNull();
    assertThat(topic.value().deserializer().deserialize(topic.name(), null)).isNull();
    assertThat(headers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "1",
        "\"text\"",
        "[]",
        "{}",
        "{",
        "{\"articleId\": \"a\"",
        "{\"articleId\": 1}",
        "{\"articleId\":\"a\"} {}",
        "<xml/>",
        "not json",
      })
  void saysOnOneLineWhatIsWrongWithAPoisonRecord(String poison) {
    byte[] bytes = poison.getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> topic.value().deserializer().deserialize(topic.name(), bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageStartingWith("not an Article: ")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "7b22ff223a317d", "00", "fffe7b007d00", "1f8b0800", "c3"})
  void refusesBytesThatAreNoText(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);

    assertThatThrownBy(() -> topic.value().deserializer().deserialize(topic.name(), bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageStartingWith("not an Article: ");
  }

  @Test
  void refusesDeepNestingInsteadOfOverflowingTheStack() {
    byte[] bytes = ("{\"new\":" + "[".repeat(100_000)).getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> topic.value().deserializer().deserialize(topic.name(), bytes))
        .isInstanceOf(SerializationException.class);
  }

  private static Map<String, String> text(RecordHeaders headers) {
    var text = new LinkedHashMap<String, String>();
    headers.forEach(h -> text.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return text;
  }

  private static Map<String, String> map(String... keysAndValues) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
