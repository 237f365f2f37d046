package org.parley.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.app.config.Config.EndpointConfig;
import org.parley.contract.Endpoint;
import org.parley.contract.Spelling;

/// The endpoints that the configuration defines: `endpoints.ID.url`, `.secret` and `.watches`.
final class EndpointKeys {
  static final String PREFIX = "endpoints.";

  private static final List<String> NAMES = List.of("url", "secret", "watches");
  private static final Pattern WATCH = Pattern.compile("[a-z0-9-]{1,100}");

  private final Map<String, Map<String, Values.Value>> byId = new TreeMap<>();
  private final List<String> problems;

  private EndpointKeys(List<String> problems) {
    this.problems = problems;
  }

  /// @param problems takes a line for each thing that is wrong
  /// @return those that are sound, by id
  static List<EndpointConfig> read(Values values, List<String> problems) {
    var keys = new EndpointKeys(problems);
    values
        .all()
        .forEach((key, value) -> {
          if (key.startsWith(PREFIX)) {
            keys.take(key, value);
          }
        });
    List<EndpointConfig> endpoints = new ArrayList<>();
    keys.byId.forEach((id, given) -> {
      EndpointConfig endpoint = keys.endpoint(id, given);
      if (endpoint != null) {
        endpoints.add(endpoint);
      }
    });
    return endpoints;
  }

  private void take(String key, Values.Value value) {
    String rest = key.substring(PREFIX.length());
    int dot = rest.lastIndexOf('.');
    if (dot < 1) {
      problems.add(key + " (" + value.from() + ") must have keys of its own: url, secret, watches");
      return;
    }
    String name = rest.substring(dot + 1);
    Map<String, Values.Value> given =
        byId.computeIfAbsent(rest.substring(0, dot), _ -> new TreeMap<>());
    if (!NAMES.contains(name)) {
      problems.add(
          key + " (" + value.from() + ") is no key of an endpoint" + Spelling.suggest(name, NAMES));
    } else if (value.list() && !name.equals("watches")) {
      problems.add(key + " (" + value.from() + ") must be one value, not a list");
    } else {
      given.put(name, value);
    }
  }

  private @Nullable EndpointConfig endpoint(String id, Map<String, Values.Value> given) {
    Values.Value url = given.get("url");
    Values.Value secret = given.get("secret");
    if (url == null || secret == null) {
      String missing = url == null ? "url" : "secret";
      problems.add(
          PREFIX
              + id
              + " has no "
              + missing
              + "; add "
              + missing
              + (url == null ? ": https://…" : ": env:NAME or file:PATH"));
      return null;
    }
    List<String> watches = watches(id, given.get("watches"));
    try {
      var _ =
          new Endpoint(
              id,
              url.text(),
              Endpoint.Format.STANDARD,
              List.of(secret.text()),
              List.of(),
              Endpoint.Status.ACTIVE,
              Endpoint.Policy.STANDARD);
      return new EndpointConfig(id, url.text(), secret.text(), watches);
    } catch (IllegalArgumentException e) {
      problems.add(PREFIX + id + ": " + e.getMessage() + " (" + url.from() + ")");
      return null;
    }
  }

  private List<String> watches(String id, Values.@Nullable Value value) {
    if (value == null) {
      return List.of();
    }
    List<String> watches = Setting.items(value.text());
    for (String watch : watches) {
      if (!WATCH.matcher(watch).matches()) {
        problems.add(
            PREFIX
                + id
                + ".watches = '"
                + watch
                + "' ("
                + value.from()
                + ") must be ids of watches: 1 to 100 of a-z, 0-9 and '-'");
      }
    }
    return watches;
  }
}
