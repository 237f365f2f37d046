package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
  private static final Path FOLDER = Path.of("src/main/resources/org/parley/contract/schema");

  static Stream<String> records() {
    return Samples.all().keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("records")
  void describesTheRecordAsItIs(String name) {
    Class<?> type = sample(name).getClass();

    Golden.check(FOLDER.resolve(name + ".json"), new Schemas().of(name, type));
  }

  @ParameterizedTest
  @MethodSource("records")
  void acceptsWhatIsWritten(String name) throws Exception {
    assertThat(problems(name, tree(name))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("records")
  void acceptsFieldsOfANewerVersion(String name) throws Exception {
    ObjectNode value = tree(name);
    value.put("somethingNew", 1);

    assertThat(problems(name, value)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("records")
  void refusesAValueWithoutARequiredField(String name) throws Exception {
    for (JsonNode field : schema(name).getSchemaNode().path("required")) {
      ObjectNode value = tree(name);
      value.remove(field.asText());

      assertThat(problems(name, value)).as(field.asText()).isNotEmpty();
    }
  }

  /// Each wrong in one field, so that the schemas are known to look at it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alert     | /kind              | \"new\"",
        "alert     | /stage             | \"peace\"",
        "alert     | /at                | \"yesterday\"",
        "alert     | /revision          | 1.5",
        "alert     | /mentions/0/parties | \"Ukraine\"",
        "article   | /map/runs/0/length | \"long\"",
        "article   | /origin/kind       | \"CORPUS\"",
        "attempt   | /took              | \"87 ms\"",
        "attempt   | /outcome           | \"lost\"",
        "endpoint  | /policy/schedule/0 | 5",
        "endpoint  | /endpointId        | \"Not an id\"",
        "match     | /stages/peace-talks | \"soon\"",
        "watch     | /watchId           | \"a b\"",
        "watch     | /stages/0          | \"truce\"",
      })
  void refusesAWrongValue(String name, String pointer, String wrong) throws Exception {
    ObjectNode value = tree(name);
    replace(value, pointer, Json.MAPPER.readTree(wrong));

    assertThat(problems(name, value))
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.getInstanceLocation().toString()).isEqualTo(pointer));
  }

  @Test
  void needsLittleOfWhatAPersonWrites() throws Exception {
    var watch = Json.MAPPER.readTree("{\"watchId\": \"w\", \"concept\": \"peace-talks\"}");
    var endpoint = Json.MAPPER.readTree("{\"endpointId\": \"e\", \"url\": \"https://e.org/\"}");

    assertThat(problems("watch", watch)).isEmpty();
    assertThat(problems("endpoint", endpoint)).isEmpty();
    assertThat(Json.read(watch.toString(), Watch.class).breadth()).isEqualTo(Watch.Breadth.STRICT);
    assertThat(Json.read(endpoint.toString(), Endpoint.class).policy())
        .isEqualTo(Endpoint.Policy.STANDARD);
  }

  private static void replace(ObjectNode value, String pointer, JsonNode replacement) {
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = value.at(pointer.substring(0, slash));
    String last = pointer.substring(slash + 1);
    if (parent instanceof ObjectNode object) {
      object.set(last, replacement);
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(last), replacement);
    }
  }

  private static Object sample(String name) {
    return Objects.requireNonNull(Samples.all().get(name));
  }

  private static ObjectNode tree(String name) throws Exception {
    return (ObjectNode) Json.MAPPER.readTree(Json.write(sample(name)));
  }

  private static Set<ValidationMessage> problems(String name, JsonNode value) {
    return schema(name).validate(value);
  }

  private static JsonSchema schema(String name) {
    var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Golden.read(FOLDER.resolve(name + ".json")), config);
  }
}
