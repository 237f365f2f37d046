package org.parley.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.app.Cluster;
import org.parley.app.config.Config;
import org.parley.app.config.ConfigLoader;
import org.parley.app.log.Logs;
import picocli.CommandLine.Option;

/// The options that every command takes: they sit above the environment and the file.
final class Globals {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Read the configuration from FILE (else parley.yaml, if it is here).")
  private @Nullable Path file;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Where the broker and the state live (else $XDG_DATA_HOME/parley or ~/.local/share/parley).")
  private @Nullable String dataDir;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Use this Kafka cluster instead of the embedded broker.")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      description = "Begin every topic's name with PREFIX (else parley).")
  private @Nullable String prefix;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set any key of the configuration; may be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  private @Nullable Cluster known;

  /// The configuration with these options on top.
  Config config() {
    Config config = loader().load(file, options());
    Logs.use(config.log());
    return config;
  }

  /// A loader that has not loaded yet, for [ConfigLoader#describe()].
  ConfigLoader loader() {
    return new ConfigLoader(System.getenv());
  }

  @Nullable Path file() {
    return file;
  }

  Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>(settings);
    put(options, "data.dir", dataDir);
    put(options, "bootstrap.servers", bootstrapServers);
    put(options, "prefix", prefix);
    return options;
  }

  /// The cluster that already runs.
  Cluster cluster() {
    Cluster found = Cluster.find(config());
    known = found;
    return found;
  }

  /// What [#cluster()] gave, if it was asked for.
  Optional<Cluster> known() {
    return Optional.ofNullable(known);
  }

  private static void put(Map<String, String> options, String key, @Nullable String value) {
    if (value != null) {
      options.put(key, value);
    }
  }
}
