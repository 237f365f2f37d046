package org.parley.app.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.Alert;
import org.parley.contract.Ids;
import org.parley.contract.Json;
import org.parley.contract.Member;
import org.parley.testkit.WebhookReceiver;

/// Today's Parley takes over what an older one left: a data directory that `make-data-directory.sh`
/// had an older state of the repository write. It holds the seeds, their alerts, delivered to the
/// endpoint `desk` and waiting for the endpoint `deaf`.
class UpgradeTest {
  private static final int OLD_ALERTS = 5;

  /// An endpoint of today, which is owed the old alerts too: their date is in the future.
  private static final String TODAY = "today";

  private static final String COPY = "https://copy.com/1";
  private static final String NEWS = "https://news.com/1";

  @TempDir Path folder;

  private final Deliveries deliveries = new Deliveries();

  @Test
  void takesOverADirectoryOfTheFirstLayout() throws Exception {
    try (var receiver = WebhookReceiver.answering(deliveries)) {
      Installation parley = Installation.in(folder, receiver.uri("/desk"));
      addEndpoint(TODAY, receiver.uri("/today").toString());
      unpack("data-directory-1.zip.gz", parley.dataDir());
      try (ParleyProcess run = parley.command("run")) {
        run.awaitLine("ready;");
        assertThat(run.messages())
            .as("%s", run)
            .anyMatch(line -> line.contains("seeds: 0 new, 0 revised, 5 unchanged, 0 refused"));
        publish(parley);
        new Books(parley, folder).awaitProcessed();
        await().atMost(Duration.ofMinutes(2)).until(() -> deliveries.all().size() > OLD_ALERTS);
        check(parley);
        assertThat(parley.dataDir().resolve("parley.layout")).hasContent("1");
      }
    }
  }

  /// A story of its own, and a copy of it.
  private void publish(Installation parley) throws IOException {
    String news =
        "Talks open in Muscat\n\nDelegations of the government and of the rebels of Yemen met in Muscat"
            + " on Monday for peace talks on an end to the war. Mediators of Oman said that both sides"
            + " had agreed to speak of a ceasefire first.";
    Path corpus = Files.createDirectory(folder.resolve("later"));
    Files.write(
        corpus.resolve("later.jsonl"),
        List.of(
            Json.write(Map.of("url", NEWS, "text", news)),
            Json.write(Map.of("url", COPY, "text", news.replace("on Monday ", "")))));
    try (ParleyProcess ingest = parley.ended("ingest", corpus.toString())) {
      assertThat(ingest.exitCode()).as("%s", ingest).isZero();
    }
  }

  private void check(Installation parley) {
    var world = Installation.WORLD;
    List<Alert> alerts =
        Written.all(parley.servers(), world.alerts()).stream()
            .map(written -> written.as(world.alerts()))
            .toList();
    assertThat(alerts).as("one new alert, and none for the copy").hasSize(OLD_ALERTS + 1);
    assertThat(alerts)
        .filteredOn(
            alert -> NEWS.equals(alert.article().url()) || COPY.equals(alert.article().url()))
        .hasSize(1);
    assertThat(Written.all(parley.servers(), world.members()))
        .extracting(written -> written.as(world.members()).relation())
        .as("whichever came first")
        .containsExactlyInAnyOrder(Member.Relation.OPENER, Member.Relation.COPY);
    assertThat(deliveries.all())
        .as("nothing goes again to the endpoint that has it")
        .extracting(Deliveries.Delivered::id)
        .containsExactlyInAnyOrderElementsOf(
            alerts.stream()
                .map(alert -> Ids.delivery(alert.alertId(), alert.revision(), TODAY))
                .toList());
    try (ParleyProcess audit = parley.ended("audit")) {
      assertThat(audit.exitCode()).as("%s", audit).isZero();
      assertThat(audit.lines())
          .as("what waited waits")
          .anyMatch(line -> line.contains("delivered 11 + pending 5"));
    }
  }

  private void addEndpoint(String id, String url) throws IOException {
    Files.writeString(
        folder.resolve("parley.yaml"),
        String.format(
            Locale.ROOT,
            "  %s:\n    url: %s\n    secret: file:%s\n",
            id,
            url,
            folder.resolve("secret")),
        StandardOpenOption.APPEND);
  }

  private static void unpack(String resource, Path to) throws IOException {
    try (InputStream packed =
            Objects.requireNonNull(UpgradeTest.class.getResourceAsStream(resource), resource);
        var zip = new ZipInputStream(new GZIPInputStream(packed))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path place = to.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(place);
        } else {
          Files.createDirectories(place.getParent());
          Files.copy(zip, place);
        }
      }
    }
    // The archive keeps no rights, and a key that others can read is refused.
    Files.setPosixFilePermissions(
        to.resolve("secrets.key"), PosixFilePermissions.fromString("rw-------"));
  }
}
