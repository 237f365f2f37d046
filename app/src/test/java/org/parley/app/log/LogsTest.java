package org.parley.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.app.log.LogSettings.Format;
import org.parley.app.terminal.Terminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

class LogsTest {
  private static final Logger LOG = LoggerFactory.getLogger("org.parley.test");
  private static final JsonMapper JSON = new JsonMapper();

  private final PrintStream before = System.err;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setErr(before);
    Logs.use(LogSettings.STANDARD);
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : written.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  @Test
  void eachEventIsOneLineOfJsonWhateverIsInIt() throws IOException {
    Logs.use(new LogSettings(Format.JSON, Level.INFO));
    MDC.put("endpoint", "desk");
    LOG.warn("two\nlines, \"quoted\" {}", 1, new IllegalStateException("out\nof order"));
    MDC.clear();

    assertThat(lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.get("message").asText()).isEqualTo("two\nlines, \"quoted\" 1");
          assertThat(line.get("level").asText()).isEqualTo("WARN");
          assertThat(line.get("logger").asText()).isEqualTo("org.parley.test");
          assertThat(line.get("thread").asText()).isEqualTo(Thread.currentThread().getName());
          assertThat(line.get("exception").asText())
              .startsWith("java.lang.IllegalStateException: out\nof order")
              .contains("LogsTest");
          assertThat(line.get("mdc").get("endpoint").asText()).isEqualTo("desk");
          assertThat(Instant.parse(line.get("time").asText())).isAfter(Instant.EPOCH);
        });
  }

  @Test
  void whatIsSaidToAPersonIsALineOfTheLogForAMachine() throws IOException {
    Logs.use(new LogSettings(Format.JSON, Level.INFO));
    Terminal.ofProcess().say("running on 127.0.0.1:9092");

    assertThat(lines())
        .singleElement()
        .satisfies(line ->
            assertThat(line.get("message").asText()).isEqualTo("running on 127.0.0.1:9092"));
  }

  @Test
  void theLevelHoldsForParleysOwn() throws IOException {
    Logs.use(new LogSettings(Format.JSON, Level.DEBUG));
    LOG.debug("seen");
    Logs.use(new LogSettings(Format.JSON, Level.ERROR));
    LOG.warn("not seen");

    assertThat(lines()).extracting(line -> line.get("message").asText()).containsExactly("seen");
  }

  @Test
  void textComesBack() {
    Logs.use(new LogSettings(Format.JSON, Level.INFO));
    Logs.use(LogSettings.STANDARD);
    LOG.warn("plain");

    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains("WARN", "plain")
        .doesNotContain("{");
  }
}
