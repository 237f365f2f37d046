package org.parley.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.contract.Json;

/// The configuration as text: what each layer says of each key, the later layer winning. The layers
/// are the file, the environment and the command line.
final class Values {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Map<String, Value> byKey = new TreeMap<>();

  /// @param text as written
  /// @param from which layer, for messages: `parley.yaml`, `PARLEY_PREFIX`, `--prefix`
  record Value(String text, String from) {}

  void put(String key, String text, String from) {
    byKey.put(key, new Value(text, from));
  }

  @Nullable Value get(String key) {
    return byKey.get(key);
  }

  Map<String, Value> all() {
    return byKey;
  }

  /// Reads a YAML file: nested keys become dotted ones, lists become text with commas.
  void addFile(Path file) {
    try {
      JsonNode root = YAML.readTree(Files.readString(file));
      if (root.isMissingNode() || root.isNull()) {
        return;
      }
      if (!root.isObject()) {
        throw new Failure(
            ExitCode.USAGE, file + ": must be keys and values, such as 'prefix: parley'");
      }
      flatten("", root, file.toString());
    } catch (JsonProcessingException e) {
      throw new Failure(ExitCode.USAGE, file + ": not YAML: " + Json.problem(e), e);
    } catch (IOException e) {
      throw new Failure(ExitCode.NO_INPUT, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  void addEnvironment(Map<String, String> environment) {
    for (Setting<?> setting : Settings.ALL) {
      String text = environment.get(setting.variable());
      if (text != null) {
        put(setting.key(), text, setting.variable());
      }
    }
  }

  private void flatten(String prefix, JsonNode node, String from) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String key = prefix + field.getKey();
      JsonNode value = field.getValue();
      if (value.isObject()) {
        flatten(key + ".", value, from);
      } else if (value.isArray()) {
        put(key, String.join(",", texts(value)), from);
      } else if (!value.isNull()) {
        put(key, value.asText(), from);
      }
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
