package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The JSON of every public record: what is written now (`golden/now`, written anew when it is
/// meant to change) and what was ever written (`golden/v1`, never changed), which must stay
/// readable.
class ContractJsonTest {
  /// What later versions gave up on purpose: fingerprints of hashes alone, with which no text of
  /// today compares; the members in a story, which have a topic of their own; what a story said of
  /// its opener beyond what a reader needs.
  private static final Pattern GIVEN_UP =
      Pattern.compile(
          "match/fingerprint/(shingles|numbers|sampling)"
              + "|story/members|story/opener/(revision|author|origin/.*)");

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path SCHEMAS = Path.of("src/main/resources/org/parley/contract/schema");

  static Stream<String> records() {
    return Samples.all().keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("records")
  void isWrittenAsTheGoldenFileSays(String name) throws Exception {
    Golden.check(GOLDEN.resolve("now").resolve(name + ".json"), pretty(sample(name)));
  }

  @ParameterizedTest
  @MethodSource("records")
  void isReadBackAsItWas(String name) {
    Object sample = sample(name);

    assertThat((Object) Json.read(Json.write(sample), sample.getClass())).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("records")
  void staysReadableAsTheFirstVersionWroteIt(String name) throws Exception {
    Object sample = sample(name);
    String first = Golden.frozen(GOLDEN.resolve("v1").resolve(name + ".json"), pretty(sample));

    Object read = Json.read(first, sample.getClass());

    assertThat(lost(Json.MAPPER.readTree(first), Json.MAPPER.readTree(Json.write(read)), ""))
        .allMatch(path -> GIVEN_UP.matcher(name + path).matches());
  }

  @ParameterizedTest
  @MethodSource("records")
  void passesOverWhatANewerVersionAdds(String name) throws Exception {
    ObjectNode newer = tree(name);
    newer.putObject("somethingNew").putArray("of").add(1);

    assertThat((Object) Json.read(newer.toString(), sample(name).getClass()))
        .isEqualTo(sample(name));
  }

  @ParameterizedTest
  @MethodSource("records")
  void doesWithoutWhatIsNotRequired(String name) throws Exception {
    var required = new ArrayList<String>();
    Json.MAPPER
        .readTree(Golden.read(SCHEMAS.resolve(name + ".json")))
        .path("required")
        .forEach(field -> required.add(field.asText()));
    for (String field : fields(tree(name))) {
      ObjectNode older = tree(name);
      older.remove(field);
      if (!required.contains(field)) {
        assertThat(Json.read(older.toString(), sample(name).getClass())).as(field).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void takesAMissingListForAnEmptyOne(String name) throws Exception {
    for (String field : fields(tree(name))) {
      ObjectNode older = tree(name);
      if (older.get(field).isArray() && !isNamedElsewhere(name, field)) {
        older.remove(field);
        assertThat(Json.read(older.toString(), sample(name).getClass())).as(field).isNotNull();
      }
    }
  }

  /// The mentions of a match are named by its watches' hits.
  private static boolean isNamedElsewhere(String name, String field) {
    return name.equals("match") && field.equals("mentions");
  }

  @ParameterizedTest
  @MethodSource("records")
  void writesNoNulls(String name) {
    assertThat(Json.write(sample(name))).doesNotContain("null");
  }

  /// What reading and writing again would lose of `before`.
  private static List<String> lost(JsonNode before, JsonNode after, String path) {
    var lost = new ArrayList<String>();
    if (before.isObject()) {
      for (String field : fields((ObjectNode) before)) {
        lost.addAll(lost(before.get(field), after.path(field), path + "/" + field));
      }
    } else if (before.isArray() && before.size() == after.size()) {
      for (int i = 0; i < before.size(); i++) {
        lost.addAll(lost(before.get(i), after.get(i), path + "/" + i));
      }
    } else if (!before.equals(after)) {
      lost.add(path);
    }
    return lost;
  }

  @Test
  void seesWhatAVersionWouldLose() throws Exception {
    JsonNode before = Json.MAPPER.readTree("{\"a\": {\"b\": 1, \"c\": [1, 2]}, \"d\": 4}");
    JsonNode after = Json.MAPPER.readTree("{\"a\": {\"c\": [1, 3]}, \"d\": 4, \"e\": 5}");

    assertThat(lost(before, after, "")).containsExactly("/a/b", "/a/c/1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "match    | \"start\":16            | \"start\":-1        | mentions[0].at: start must be at least 0, not -1",
        "alert    | \"stage\":\"scheduled\",\"score\" | \"stage\":\"soon\",\"score\" | mentions[0].stage: unknown stage 'soon'; one of collapsed",
        "alert    | \"kind\":\"UPDATE\"     | \"kind\":\"OTHER\"  | kind: unknown kind 'OTHER'; one of NEW, UPDATE",
        "attempt  | \"failed\"              | \"lost\"            | outcome: unknown outcome 'lost'; one of delivered, failed",
        "endpoint | \"paused\"              | \"asleep\"          | status: unknown status 'asleep'; one of active, paused, disabled",
        "endpoint | \"cloudevents\"         | \"xml\"             | format: unknown format 'xml'; one of standard, cloudevents",
        "watch    | \"broad\"               | \"wide\"            | breadth: unknown breadth 'wide'; one of strict, broad",
        "notice   | \"watch-refused\"       | \"news\"            | kind: unknown kind 'news'; one of watch-refused",
        "member   | \"update\"              | \"cousin\"          | relation: unknown relation 'cousin'; one of opener",
        "article  | \"corpus\"              | \"dream\"           | origin.kind: unknown kind 'dream'; one of corpus, feed",
        "alert    | \"revision\":2          | \"revision\":1.5    | revision: ",
        "alert    | [\"new stage: scheduled\",\"3 sources\"] | [null] | a list must not hold null",
        "match    | {\"peace-talks\":\"scheduled\"} | {\"peace-talks\":null} | stage of peace-talks must be given",
        "match    | \"mentions\":[0]        | \"mentions\":[1]    | watch 'black-sea' names mention 1 of 1",
        "article  | \"bodyStart\":16        | \"bodyStart\":999   | bodyStart 999 is past the text's end",
      })
  void namesTheFieldAndWhatIsWrongWithIt(String name, String right, String wrong, String problem) {
    String json = Json.write(sample(name)).replace(right, wrong);

    assertThat(json).isNotEqualTo(Json.write(sample(name)));
    assertThatThrownBy(() -> Json.read(json, sample(name).getClass()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem)
        .hasMessageNotContaining("\n");
  }

  @Test
  void writesHalfASurrogatePairAsTheReplacementCharacter() throws Exception {
    String half = "a\ud83d and \udd4a, 🕊";
    var notice =
        new Notice("id", Notice.Kind.WATCH_REFUSED, "subject", half, Samples.notice().at());

    byte[] written = Json.MAPPER.writeValueAsBytes(notice);

    assertThat(Json.MAPPER.readValue(written, Notice.class).message())
        .isEqualTo("a\ufffd and \ufffd, 🕊")
        .hasSameSizeAs(half);
  }

  @Test
  void doesNotCutASurrogatePairInTwo() {
    String answer = "x".repeat(Attempt.MAX_RESPONSE - 1) + "🕊";
    Attempt a = Samples.attempt();

    var attempt =
        new Attempt(
            a.deliveryId(),
            a.endpointId(),
            a.alertId(),
            1,
            1,
            a.at(),
            a.took(),
            a.outcome(),
            200,
            "",
            answer,
            null);

    assertThat(attempt.response()).isEqualTo("x".repeat(Attempt.MAX_RESPONSE - 1));
  }

  private static Object sample(String name) {
    return Objects.requireNonNull(Samples.all().get(name));
  }

  private static ObjectNode tree(String name) throws JsonProcessingException {
    return (ObjectNode) Json.MAPPER.readTree(Json.write(sample(name)));
  }

  private static List<String> fields(ObjectNode node) {
    var fields = new ArrayList<String>();
    node.fieldNames().forEachRemaining(fields::add);
    return fields;
  }

  private static String pretty(Object value) throws JsonProcessingException {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }
}
