package org.parley.app.config;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.parley.app.log.LogSettings;
import org.parley.console.ConsoleSettings;
import org.parley.outbound.AddressPolicy;
import org.slf4j.event.Level;

/// Every key there is, in the order of the reference.
public final class Settings {
  private static final Pattern SERVER =
      Pattern.compile("([A-Z]+://)?([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.%]+]):\\d{1,5}");
  private static final Pattern REFERENCE = Pattern.compile("(env|file):.+");

  static final Setting<Path> DATA_DIR =
      Setting.path(
          "data.dir",
          "",
          "Where the embedded broker, the state stores and the sealing key live. When nothing is set:"
              + " $XDG_DATA_HOME/parley, else ~/.local/share/parley.");
  static final Setting<String> BOOTSTRAP_SERVERS =
      new Setting<>(
          "bootstrap.servers",
          "host:port, several with commas",
          "",
          "The Kafka cluster to use. When empty, `parley run` starts an embedded broker, and every"
              + " other command uses the one that runs on the same data directory.",
          Settings::servers,
          true);
  static final Setting<String> PREFIX =
      Setting.text(
          "prefix",
          "1 to 81 of a-z, 0-9, '.', '_' and '-'",
          "parley",
          "Begins the name of every topic and application. Another prefix is another, isolated world.");
  static final Setting<Integer> BROKER_PORT =
      Setting.number(
          "broker.port",
          0,
          65535,
          9092,
          "Port of the embedded broker on 127.0.0.1; 0 for a free one.");
  static final Setting<Integer> PROCESSOR_THREADS =
      Setting.number("processor.threads", 1, 64, 2, "Stream threads of the processor.");
  static final Setting<List<String>> ALERTS_ALLOW =
      Setting.list(
          "alerts.allow",
          "loopback, private, addresses, blocks such as 10.1.0.0/16, or host names with or without"
              + " :port, with commas",
          "",
          "Private addresses that webhooks may be sent to. Everything that is not public is refused"
              + " otherwise. Only an operator sets this: there is no way to it through a topic.",
          Settings::addresses);
  static final Setting<String> SECRET_KEY =
      new Setting<>(
          "secret.key",
          "env:NAME or file:PATH",
          "",
          "The key that seals endpoints' secrets, 32 bytes in base64. When empty, one is made and kept"
              + " in the data directory, readable by its owner only.",
          text -> matching(REFERENCE, text));
  static final Setting<Path> CORPUS_SEED =
      Setting.path(
          "corpus.seed",
          "",
          "The corpus that `parley run` and `parley demo` read first. When empty: the seeds that come"
              + " with Parley.");
  static final Setting<Integer> BROKER_TIMEOUT =
      Setting.number(
          "broker.timeout", 1, 600, 15, "Seconds to wait for a broker before a command gives up.");

  static final Setting<Integer> SESSION_TIMEOUT =
      Setting.number(
          "session.timeout",
          1,
          300,
          10,
          "Seconds without a sign of life after which the work of a processor or of an alerts instance"
              + " goes to the others. One that is back before has its work back at once. A cluster's"
              + " `group.min.session.timeout.ms`, usually 6 s, is the least.");
  static final Setting<Integer> STOP_LIMIT =
      Setting.number(
          "stop.limit",
          1,
          600,
          20,
          "Seconds to complete what is under way when a process is told to stop. What is not done by"
              + " then is done again by whoever takes over.");

  static final Setting<InetAddress> CONSOLE_BIND =
      new Setting<>(
          "console.bind",
          "an IP address",
          "127.0.0.1",
          "Where the console (`/livez`, `/readyz`, `/metrics`) of a process that runs until Ctrl-C"
              + " listens. It asks nobody for a password: on 0.0.0.0 everyone who reaches it can read it.",
          InetAddress::ofLiteral);
  static final Setting<OptionalInt> CONSOLE_PORT =
      new Setting<>(
          "console.port",
          "a whole number from 0 to 65535, or 'off'",
          Integer.toString(ConsoleSettings.PORT),
          "Port of the console; 0 for a free one, `off` for no console. When nothing is set and the"
              + " default is taken, it is a free one, and which is said; one that was set and is taken"
              + " stops the start.",
          Settings::port);

  static final Setting<Duration> FEEDS_INTERVAL =
      Setting.length(
          "feeds.interval",
          Duration.ofSeconds(1),
          Duration.ofDays(30),
          "15m",
          "From one poll of a feed to the next, unless the feed was added with an interval of its own.");
  static final Setting<Duration> FEEDS_DEADLINE =
      Setting.length(
          "feeds.deadline",
          Duration.ofSeconds(1),
          Duration.ofMinutes(10),
          "30s",
          "The longest that one request for a feed may take, to the last byte.");
  static final Setting<Integer> FEEDS_CONNECTIONS =
      Setting.number(
          "feeds.connections",
          1,
          1024,
          64,
          "Requests for feeds at one time, over all hosts; a host is asked for one feed at a time in"
              + " any case.");
  static final Setting<List<String>> FEEDS_ALLOW =
      Setting.list(
          "feeds.allow",
          "loopback, private, addresses, blocks such as 10.1.0.0/16, or host names with or without"
              + " :port, with commas",
          "",
          "Private addresses that feeds may be fetched from. Everything that is not public is refused"
              + " otherwise. Only an operator sets this: there is no way to it through a topic.",
          Settings::addresses);
  static final Setting<Boolean> FEEDS_HINTS =
      Setting.choice(
          "feeds.hints",
          "obey",
          "ignore",
          "Whether what a feed asks for (`max-age`, `ttl`, `sy:updatePeriod`, `skipHours`, `skipDays`)"
              + " lengthens its interval, up to a day.");
  static final Setting<Boolean> FEEDS_RETRY_AFTER =
      Setting.choice(
          "feeds.retry-after",
          "feed",
          "host",
          "What rests when an answer says `Retry-After`: the feed alone, or every feed of its host.");

  static final Setting<LogSettings.Format> LOG_FORMAT =
      new Setting<>(
          "log.format",
          "text or json",
          "text",
          "What the log on standard error looks like. With `json` everything that a service says there"
              + " is one JSON object a line.",
          LogSettings::format);
  static final Setting<Level> LOG_LEVEL =
      new Setting<>(
          "log.level",
          "error, warn, info, debug or trace",
          "info",
          "The least that Parley's own loggers log; of the libraries only what matters is logged.",
          LogSettings::level);

  /// All of them. Beside these, `kafka.*` keys pass to every Kafka client, and `endpoints.NAME.*`
  /// keys define endpoints.
  public static final List<Setting<?>> ALL =
      List.of(
          DATA_DIR,
          BOOTSTRAP_SERVERS,
          PREFIX,
          BROKER_PORT,
          PROCESSOR_THREADS,
          ALERTS_ALLOW,
          SECRET_KEY,
          CORPUS_SEED,
          BROKER_TIMEOUT,
          SESSION_TIMEOUT,
          STOP_LIMIT,
          FEEDS_INTERVAL,
          FEEDS_DEADLINE,
          FEEDS_CONNECTIONS,
          FEEDS_ALLOW,
          FEEDS_HINTS,
          FEEDS_RETRY_AFTER,
          CONSOLE_BIND,
          CONSOLE_PORT,
          LOG_FORMAT,
          LOG_LEVEL);

  private Settings() {}

  private static String servers(String text) {
    List<String> servers = Setting.items(text);
    servers.forEach(server -> matching(SERVER, server));
    return String.join(",", servers);
  }

  private static List<String> addresses(List<String> entries) {
    var _ = AddressPolicy.allowing(entries);
    return entries;
  }

  private static String matching(Pattern pattern, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("not " + pattern);
    }
    return text;
  }

  private static OptionalInt port(String text) {
    if (text.equals("off")) {
      return OptionalInt.empty();
    }
    int port = Integer.parseInt(text);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("out of range");
    }
    return OptionalInt.of(port);
  }
}
