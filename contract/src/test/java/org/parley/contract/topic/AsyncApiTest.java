package org.parley.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.contract.Golden;

class AsyncApiTest {
  private static final Path FILE = Path.of("../docs/asyncapi.yaml");

  @Test
  void describesTheTopicsAsTheyAre() throws Exception {
    Golden.check(FILE, new AsyncApi().yaml());
  }

  @Test
  void describesEveryTopic() throws Exception {
    JsonNode document = document();
    List<String> addresses = new ArrayList<>();
    document.get("channels").forEach(channel -> addresses.add(channel.get("address").asText()));

    World world = World.live("parley");
    List<String> names = new ArrayList<>(world.topics().stream().map(Topic::name).toList());
    names.add(world.alertsOf("{watchId}").name());

    assertThat(addresses).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void refersOnlyToWhatIsThere() throws Exception {
    JsonNode document = document();

    assertThat(document.findValuesAsText("$ref"))
        .hasSizeGreaterThan(40)
        .allSatisfy(ref -> {
          if (ref.startsWith("#")) {
            assertThat(document.at(ref.substring(1)).isMissingNode()).as(ref).isFalse();
          } else {
            assertThat(FILE.resolveSibling(ref)).isRegularFile();
          }
        });
  }

  private static JsonNode document() throws Exception {
    return new YAMLMapper().readTree(Files.readString(FILE));
  }
}
