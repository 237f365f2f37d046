package org.parley.app.config;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.console.ConsoleSettings;
import org.parley.contract.Endpoint;
import org.parley.contract.Spelling;
import org.parley.contract.topic.World;

/// Puts the layers of the configuration together and checks them: the file, above it the
/// environment, above that the command line. All mistakes are reported at once.
public final class ConfigLoader {
  private static final String FILE = "parley.yaml";
  private static final String KAFKA = "kafka.";
  private static final String ENDPOINTS = "endpoints.";
  private static final Set<String> ENDPOINT_KEYS = Set.of("url", "secret", "watches");

  private final Values values = new Values();
  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> environment;

  /// @param environment of the process
  public ConfigLoader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// @param file given by `--config`, else `parley.yaml` of the working directory when it is there
  /// @param options from the command line, by key
  /// @throws Failure listing every mistake with key, value and rule
  public Config load(@Nullable Path file, Map<String, String> options) {
    if (file != null) {
      values.addFile(file);
    } else if (Files.isRegularFile(Path.of(FILE))) {
      values.addFile(Path.of(FILE));
    }
    values.addEnvironment(environment);
    options.forEach((key, text) -> values.put(key, text, "the command line"));
    reportUnknownKeys();
    Config config = build();
    if (!problems.isEmpty()) {
      throw new Failure(ExitCode.USAGE, "configuration: " + String.join("\n  ", problems));
    }
    return config;
  }

  /// Each key with the value in force and the layer it comes from, for `parley config show`.
  public List<String> describe(Config config) {
    List<String> lines = new ArrayList<>();
    Set<String> keys = new TreeSet<>(values.all().keySet());
    Settings.ALL.forEach(setting -> keys.add(setting.key()));
    for (String key : keys) {
      Values.Value value = values.get(key);
      lines.add(
          value == null
              ? key + ": " + fallback(key, config) + "  # default"
              : key + ": " + Secrets.redacted(key, value.text()) + "  # " + value.from());
    }
    return lines;
  }

  private Config build() {
    Path dataDir = get(Settings.DATA_DIR, defaultDataDir());
    return new Config(
        dataDir.toAbsolutePath().normalize(),
        emptyToNull(get(Settings.BOOTSTRAP_SERVERS, "")),
        checkedPrefix(get(Settings.PREFIX, "parley")),
        get(Settings.BROKER_PORT, 0),
        Duration.ofSeconds(get(Settings.BROKER_TIMEOUT, 1)),
        get(Settings.PROCESSOR_THREADS, 1),
        get(Settings.ALERTS_ALLOW, List.of()),
        emptyToNull(get(Settings.SECRET_KEY, "")),
        get(Settings.CORPUS_SEED, home().resolve("seeds")),
        Duration.ofSeconds(get(Settings.SESSION_TIMEOUT, 10)),
        Duration.ofSeconds(get(Settings.STOP_LIMIT, 20)),
        console(),
        kafka(),
        endpoints());
  }

  /// The setting's value; `otherwise` when it is not set and has no default, or is wrong.
  private <T> T get(Setting<T> setting, T otherwise) {
    Values.Value value = values.get(setting.key());
    String text = value == null ? setting.fallback() : value.text();
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return setting.parser().apply(text);
    } catch (IllegalArgumentException e) {
      problems.add(problem(setting.key(), text, value, "must be " + setting.rule()));
      return otherwise;
    }
  }

  private String checkedPrefix(String prefix) {
    try {
      return World.live(prefix).prefix();
    } catch (IllegalArgumentException e) {
      problems.add(
          problem(
              Settings.PREFIX.key(),
              prefix,
              values.get(Settings.PREFIX.key()),
              "must be " + Settings.PREFIX.rule()));
      return "parley";
    }
  }

  /// On the default port it makes do with another when that is taken; a port that someone asked for
  /// is where they will look for it.
  private @Nullable ConsoleSettings console() {
    InetAddress bind = get(Settings.CONSOLE_BIND, InetAddress.getLoopbackAddress());
    OptionalInt port = get(Settings.CONSOLE_PORT, OptionalInt.empty());
    boolean asked = values.get(Settings.CONSOLE_PORT.key()) != null;
    return port.isEmpty() ? null : new ConsoleSettings(bind, port.getAsInt(), !asked);
  }

  private Map<String, String> kafka() {
    Map<String, String> kafka = new TreeMap<>();
    values
        .all()
        .forEach((key, value) -> {
          if (key.startsWith(KAFKA)) {
            kafka.put(key.substring(KAFKA.length()), value.text());
          }
        });
    return kafka;
  }

  private List<Config.EndpointConfig> endpoints() {
    Set<String> ids = new TreeSet<>();
    for (String key : values.all().keySet()) {
      if (key.startsWith(ENDPOINTS) && key.lastIndexOf('.') > ENDPOINTS.length()) {
        ids.add(key.substring(ENDPOINTS.length(), key.lastIndexOf('.')));
      }
    }
    List<Config.EndpointConfig> endpoints = new ArrayList<>();
    for (String id : ids) {
      var endpoint =
          new Config.EndpointConfig(
              id,
              endpointValue(id, "url"),
              endpointValue(id, "secret"),
              Setting.list("", "", "", "").parser().apply(endpointValue(id, "watches")));
      if (isSound(endpoint)) {
        endpoints.add(endpoint);
      }
    }
    return endpoints;
  }

  private String endpointValue(String id, String key) {
    Values.Value value = values.get(ENDPOINTS + id + "." + key);
    return value == null ? "" : value.text();
  }

  private boolean isSound(Config.EndpointConfig endpoint) {
    try {
      var _ =
          new Endpoint(
              endpoint.id(),
              endpoint.url(),
              Endpoint.Format.STANDARD,
              List.of(endpoint.secret()),
              List.of(),
              Endpoint.Status.ACTIVE,
              Endpoint.Policy.STANDARD);
      return true;
    } catch (IllegalArgumentException e) {
      problems.add(ENDPOINTS + endpoint.id() + ": " + e.getMessage());
      return false;
    }
  }

  private void reportUnknownKeys() {
    Set<String> known = new HashSet<>();
    Settings.ALL.forEach(setting -> known.add(setting.key()));
    values
        .all()
        .forEach((key, value) -> {
          if (!known.contains(key) && !key.startsWith(KAFKA) && !isEndpointKey(key)) {
            problems.add(problem(key, value.text(), value, "is no key" + suggestion(key)));
          }
        });
  }

  private static boolean isEndpointKey(String key) {
    return key.startsWith(ENDPOINTS)
        && ENDPOINT_KEYS.contains(key.substring(key.lastIndexOf('.') + 1));
  }

  private static String suggestion(String key) {
    return Spelling.suggest(key, Settings.ALL.stream().map(Setting::key).toList());
  }

  private static String problem(
      String key, String text, Values.@Nullable Value value, String rule) {
    String from = value == null ? "default" : value.from();
    return key + " = '" + Secrets.redacted(key, text) + "' (" + from + ") " + rule;
  }

  /// What a key that nobody set comes to; two of them depend on where Parley runs.
  private static String fallback(String key, Config config) {
    if (key.equals(Settings.DATA_DIR.key())) {
      return config.dataDir().toString();
    }
    if (key.equals(Settings.CORPUS_SEED.key())) {
      return config.corpusSeed().toString();
    }
    return Settings.ALL.stream()
        .filter(setting -> setting.key().equals(key))
        .map(Setting::fallback)
        .findFirst()
        .orElse("");
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private Path defaultDataDir() {
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    Path base =
        xdg.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(xdg);
    return base.resolve("parley");
  }

  /// Where Parley itself lies; the launcher says it.
  private static Path home() {
    return Path.of(System.getProperty("parley.home", "."));
  }
}
