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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.log.LogSettings;
import org.parley.console.ConsoleSettings;
import org.parley.contract.Spelling;
import org.parley.contract.topic.World;
import org.parley.ingest.feed.FeedSettings.Polling;

/// Puts the layers of the configuration together and checks them: the file, above it the
/// environment, above that the command line. All mistakes are reported at once.
public final class ConfigLoader {
  private static final String FILE = "parley.yaml";

  /// The keys that have an option of their own.
  private static final Map<String, String> FLAGS =
      Map.of(
          "data.dir", "--data-dir",
          "bootstrap.servers", "--bootstrap-servers",
          "prefix", "--prefix");

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
      YamlFile.read(file, values::put, problems);
    } else if (Files.isRegularFile(Path.of(FILE))) {
      YamlFile.read(Path.of(FILE), values::put, problems);
    }
    var variables = new Environment(environment);
    variables.read(values::put);
    options.forEach((key, text) ->
        values.put(key, new Values.Value(text, FLAGS.getOrDefault(key, "--set"), false)));
    variables.check(values, problems);
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
        feeds(),
        new LogSettings(
            get(Settings.LOG_FORMAT, LogSettings.STANDARD.format()),
            get(Settings.LOG_LEVEL, LogSettings.STANDARD.level())),
        console(),
        KafkaKeys.read(values, problems),
        EndpointKeys.read(values, problems));
  }

  /// The setting's value; `otherwise` when it is not set and has no default, or is wrong.
  private <T> T get(Setting<T> setting, T otherwise) {
    Values.Value value = values.get(setting.key());
    String text = value == null ? setting.fallback() : value.text();
    if (text.isEmpty()) {
      return otherwise;
    }
    if (value != null && value.list() && !setting.takesList()) {
      problems.add(
          problem(setting.key(), text, value, "must be " + setting.rule() + ", not a list"));
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

  private Config.Feeds feeds() {
    var polling =
        new Polling(
            get(Settings.FEEDS_INTERVAL, Polling.STANDARD.interval()),
            get(Settings.FEEDS_DEADLINE, Polling.STANDARD.deadline()),
            get(Settings.FEEDS_CONNECTIONS, Polling.STANDARD.connections()),
            get(Settings.FEEDS_HINTS, Polling.STANDARD.obeysHints()),
            !get(Settings.FEEDS_RETRY_AFTER, !Polling.STANDARD.restsWholeHost()));
    return new Config.Feeds(polling, get(Settings.FEEDS_ALLOW, List.of()));
  }

  /// On the default port it makes do with another when that is taken; a port that someone asked for
  /// is where they will look for it.
  private @Nullable ConsoleSettings console() {
    InetAddress bind = get(Settings.CONSOLE_BIND, InetAddress.getLoopbackAddress());
    OptionalInt port = get(Settings.CONSOLE_PORT, OptionalInt.empty());
    boolean asked = values.get(Settings.CONSOLE_PORT.key()) != null;
    return port.isEmpty() ? null : new ConsoleSettings(bind, port.getAsInt(), !asked);
  }

  private void reportUnknownKeys() {
    Set<String> known = new HashSet<>();
    Settings.ALL.forEach(setting -> known.add(setting.key()));
    values
        .all()
        .forEach((key, value) -> {
          boolean elsewhere =
              key.startsWith(KafkaKeys.PREFIX) || key.startsWith(EndpointKeys.PREFIX);
          if (!known.contains(key) && !elsewhere) {
            problems.add(problem(key, value.text(), value, "is no key" + suggestion(key)));
          }
        });
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
