package org.parley.app.config;

import java.util.Locale;

/// The reference of the configuration, written from the settings themselves:
/// `docs/configuration.md` is this text, and a test says when it is stale.
public final class ConfigReference {
  private static final String HEAD =
      """
      # Configuration

      <!-- Generated: `./parley config reference > docs/configuration.md`. -->

      Every key can stand in `parley.yaml` (in the working directory, or named with `--config`), in
      the environment, and on the command line as `--set KEY=VALUE`; the later wins. Nested keys of
      the file are the dotted ones here. `./parley config show` prints what is in force and why.

      Whatever is wrong is reported at once, with key, value, where it stands and the rule: keys that
      are none, keys given twice, lists where one value belongs, values that break their rule. A
      variable that begins with `PARLEY_` and is no key is a mistake, too, unless it ends in `_SECRET`
      or the configuration names it as `env:NAME`.

      | key | environment | must be | default | for |
      |---|---|---|---|---|
      """;

  private static final String TAIL =
      """

      ## Kafka clients

      `kafka.NAME` passes `NAME` to every Kafka client: TLS, SASL and time-outs. For example
      `kafka.security.protocol: SASL_SSL`; in the environment `PARLEY_KAFKA_SECURITY_PROTOCOL`.

      ## Endpoints

      `endpoints.ID.url`, `endpoints.ID.secret` (`env:NAME` or `file:PATH`) and `endpoints.ID.watches`
      (ids; all when left out) define a webhook that `parley run` accepts when it starts:

      ```yaml
      endpoints:
        desk:
          url: https://desk.example.org/parley
          secret: env:PARLEY_DESK_SECRET
          watches: [peace-talks]
      ```
      """;

  private ConfigReference() {}

  public static String markdown() {
    var text = new StringBuilder(HEAD);
    for (Setting<?> setting : Settings.ALL) {
      text.append(
          String.format(
              Locale.ROOT,
              "| `%s` | `%s` | %s | %s | %s |\n",
              setting.key(),
              setting.variable(),
              setting.rule(),
              setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`",
              setting.help().replace("|", "\\|")));
    }
    return text.append(TAIL).toString();
  }
}
