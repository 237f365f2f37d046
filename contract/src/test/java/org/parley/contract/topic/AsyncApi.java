package org.parley.contract.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.parley.contract.Samples;

/// The AsyncAPI 3.0 document of the public topics, made from the topics themselves: partitions and
/// settings from the table, headers from a record as it is written, payloads from the schemas.
final class AsyncApi {
  private static final String SCHEMAS =
      "../contract/src/main/resources/org/parley/contract/schema/";
  private static final String BINDING = "0.5.0";

  private final World world = World.live("parley");
  private final Map<String, Object> channels = new LinkedHashMap<>();
  private final Map<String, Object> operations = new LinkedHashMap<>();
  private final Map<String, Object> messages = new LinkedHashMap<>();

  /// A topic in words.
  ///
  /// @param name its name in the document
  /// @param schema the name of its values' schema
  /// @param key what its records are keyed by
  /// @param read whether Parley reads it from others rather than writes it for them
  private record Entry(
      Topic<?> topic, String name, String schema, String key, boolean read, String about) {}

  String yaml() throws JsonProcessingException {
    entries().forEach(this::add);
    var document = new LinkedHashMap<String, Object>();
    document.put("asyncapi", "3.0.0");
    document.put("info", info());
    document.put("defaultContentType", "application/json");
    document.put(
        "servers",
        Map.of(
            "embedded",
            map(
                "host", "127.0.0.1:9092",
                "protocol", "kafka",
                "description",
                    "The broker of a running `parley run`, unless it was told otherwise.")));
    document.put("channels", channels);
    document.put("operations", operations);
    document.put("components", map("messages", messages));
    return HEAD + mapper().writeValueAsString(document);
  }

  private static final String HEAD =
      "# Made from the topics, records and schemas of contract/ by AsyncApiTest; write it anew with\n"
          + "# mvn -pl contract -am verify -Dparley.golden=write\n";

  private static ObjectMapper mapper() {
    return new YAMLMapper(
        YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());
  }

  private static Map<String, Object> info() {
    return map(
        "title",
        "Parley",
        "version",
        "1.0.0",
        "description",
        "The public topics of Parley, which watches the news for peace talks. The prefix `parley` is"
            + " configuration. Values are JSON in UTF-8; new fields may be added to them, so pass"
            + " over what you do not know. Read with `isolation.level=read_committed`. Topics are"
            + " created with the cluster's default replication.",
        "license",
        map("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
  }

  private List<Entry> entries() {
    return List.of(
        written(world.articles(), "articles", "article", "articleId", "Every article accepted."),
        written(
            world.sources(),
            "sources",
            "source",
            "the corpus or feed, and for an entry of it `/` and the entry",
            "What ingest knows of each corpus, file, feed and entry; partitioned by `owner`."),
        read(world.feeds(), "feeds", "feed", "url", "The feeds to be polled."),
        read(world.watches(), "watches", "watch", "watchId", "The watches in force."),
        written(
            world.matches(),
            "matches",
            "match",
            "language",
            "Articles that speak of a concept or that a text watch wants: the lanes' log. All of a"
                + " language are in one partition, in order; the count of partitions is fixed for"
                + " good."),
        written(world.stories(), "stories", "story", "storyId", "The stories as they stand."),
        written(
            world.members(),
            "members",
            "member",
            "storyId",
            "Every article in its story: why it belongs, what it adds, which watches were told and"
                + " which were not."),
        written(world.alerts(), "alerts", "alert", "alertId", "The alerts of all watches."),
        written(
            world.alertsOf("{watchId}"),
            "alertsOfWatch",
            "alert",
            "alertId",
            "The alerts of one watch: what subscribers take. It outlives its watch."),
        read(
            world.endpoints(),
            "endpoints",
            "endpoint",
            "endpointId",
            "Where alerts are delivered."),
        written(
            world.attempts(),
            "attempts",
            "attempt",
            "deliveryId",
            "Every attempt to deliver an alert, and what came of it."),
        written(world.notices(), "notices", "notice", "kind", "What an operator should know."),
        written(
            world.deadLetters(),
            "deadLetters",
            "dead-letter",
            "the key of the record that was given up",
            "Records and deliveries given up, with the reason."));
  }

  private static Entry written(
      Topic<?> topic, String name, String schema, String key, String about) {
    return new Entry(topic, name, schema, key, false, about);
  }

  private static Entry read(Topic<?> topic, String name, String schema, String key, String about) {
    return new Entry(topic, name, schema, key, true, about);
  }

  private void add(Entry entry) {
    var channel =
        map(
            "address",
            entry.topic().name(),
            "description",
            entry.about(),
            "messages",
            map(entry.schema(), ref("#/components/messages/" + entry.name())));
    if (entry.topic().name().contains("{watchId}")) {
      channel.put("parameters", map("watchId", map("description", "The id of the watch.")));
    }
    channel.put("bindings", map("kafka", topicBinding(entry.topic())));
    channels.put(entry.name(), channel);
    String name = entry.name().substring(0, 1).toUpperCase(Locale.ROOT) + entry.name().substring(1);
    operations.put(
        (entry.read() ? "receive" : "send") + name,
        map(
            "action",
            entry.read() ? "receive" : "send",
            "channel",
            ref("#/channels/" + entry.name()),
            "messages",
            List.of(ref("#/channels/" + entry.name() + "/messages/" + entry.schema()))));
    messages.put(entry.name(), message(entry));
  }

  private static Map<String, Object> topicBinding(Topic<?> topic) {
    var settings = new LinkedHashMap<String, Object>();
    new TreeMap<>(topic.settings())
        .forEach((key, value) ->
            settings.put(
                key, key.equals("cleanup.policy") ? List.of(value) : (Object) Long.valueOf(value)));
    return map(
        "topic",
        topic.name(),
        "partitions",
        topic.partitions(),
        "topicConfiguration",
        settings,
        "bindingVersion",
        BINDING);
  }

  private static Map<String, Object> message(Entry entry) {
    Headers headers = headers(entry);
    return map(
        "name",
        text(headers, "ce_type"),
        "title",
        entry.topic().type().getSimpleName(),
        "contentType",
        text(headers, "content-type"),
        "headers",
        headerSchema(headers),
        "payload",
        ref(SCHEMAS + entry.schema() + ".json"),
        "bindings",
        map(
            "kafka",
            map(
                "key",
                map("type", "string", "description", entry.key()),
                "bindingVersion",
                BINDING)));
  }

  private static Map<String, Object> headerSchema(Headers headers) {
    var properties = new LinkedHashMap<String, Object>();
    for (Header header : headers) {
      properties.put(header.key(), headerSchema(header.key(), text(headers, header.key())));
    }
    return map(
        "type",
        "object",
        "description",
        "CloudEvents 1.0, binary mode of its Kafka binding.",
        "required",
        List.copyOf(properties.keySet()),
        "properties",
        properties);
  }

  private static Map<String, Object> headerSchema(String key, String value) {
    return switch (key) {
      case "ce_id" ->
          map("type", "string", "description", "The same when the same value is written again.");
      case "ce_time" -> map("type", "string", "format", "date-time");
      default -> map("type", "string", "const", value);
    };
  }

  private static Headers headers(Entry entry) {
    var headers = new RecordHeaders();
    serialize(entry.topic(), Objects.requireNonNull(Samples.all().get(entry.schema())), headers);
    return headers;
  }

  private static <V> void serialize(Topic<V> topic, Object sample, Headers headers) {
    topic.value().serializer().serialize(topic.name(), headers, topic.type().cast(sample));
  }

  private static String text(Headers headers, String key) {
    return new String(headers.lastHeader(key).value(), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> ref(String target) {
    return map("$ref", target);
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
