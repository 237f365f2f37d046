package org.parley.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.Article;
import org.parley.contract.SourceState;
import org.parley.contract.topic.World;
import org.parley.ingest.corpus.Corpus;
import org.parley.ingest.corpus.CorpusException;
import org.parley.ingest.corpus.Draft;
import org.parley.ingest.corpus.Reading;
import org.parley.testkit.BrokerExtension;
import org.parley.testkit.ManualClock;
import org.parley.testkit.TestWorld;
import org.parley.testkit.TopicReader;

@ExtendWith(BrokerExtension.class)
class CorpusPublisherTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String BODY =
      "The two delegations met for the third time in Istanbul on Tuesday and agreed on nothing.";

  private final ManualClock clock = ManualClock.create();
  @TempDir Path folder;

  @BeforeEach
  void topics(TestWorld kafka) {
    kafka.createTopics();
  }

  @Test
  void publishesEachFileOnceAndAChangedOneAsARevision(TestWorld kafka) throws Exception {
    write("a.txt", BODY);
    write("b.txt", BODY.replace("third", "fourth"));
    TopicReader<Article> articles = kafka.read(kafka.world().articles());

    List<Progress> progress = new ArrayList<>();
    PublishReport first = publisher(kafka).publish(corpus(), progress::add);
    assertThat(first).isEqualTo(new PublishReport(2, 0, 0, List.of()));
    assertThat(progress).containsExactly(new Progress("a.txt", 1, 2), new Progress("b.txt", 2, 2));
    assertThat(publish(kafka)).isEqualTo(new PublishReport(0, 0, 2, List.of()));

    clock.advance(Duration.ofMinutes(1));
    write("a.txt", BODY.replace("Tuesday", "Friday"));
    assertThat(publish(kafka)).isEqualTo(new PublishReport(0, 1, 1, List.of()));

    write("a.txt", BODY);
    assertThat(publish(kafka)).isEqualTo(new PublishReport(0, 1, 1, List.of()));

    List<Article> all = articles.rest();
    assertThat(all).hasSize(4);
    Article revised = all.stream().filter(a -> a.revision() == 2).findFirst().orElseThrow();
    assertThat(revised.text()).contains("Friday");
    assertThat(revised.fetchedAt()).isEqualTo(ManualClock.START.plus(Duration.ofMinutes(1)));
    assertThat(all.stream().filter(a -> a.articleId().equals(revised.articleId()))).hasSize(3);
  }

  @Test
  void stampsRecordsWithTheTimeOfFetching(TestWorld kafka) throws Exception {
    write("a.txt", BODY);
    TopicReader<Article> articles = kafka.read(kafka.world().articles());
    publish(kafka);
    var record = articles.records(1).getFirst();
    assertThat(record.timestamp()).isEqualTo(ManualClock.START.toEpochMilli());
    assertThat(record.key()).isEqualTo(record.value().articleId());
    assertThat(new String(record.headers().lastHeader("ce_type").value(), UTF_8))
        .isEqualTo("org.parley.article.v1");
  }

  @Test
  void publishesNoNewRevisionWhenOnlyTheFrameChanged(TestWorld kafka) throws Exception {
    write("a.txt", "Blog Search\n\nTalks end without a result\n\n" + BODY);
    publish(kafka);
    write("a.txt", "Skip to content\n\nTalks end without a result\n\n" + BODY);
    assertThat(publish(kafka)).isEqualTo(new PublishReport(0, 0, 1, List.of()));
  }

  @Test
  void refusesBadFilesAndPublishesTheOthers(TestWorld kafka) throws Exception {
    try (var large = new RandomAccessFile(folder.resolve("large.txt").toFile(), "rw")) {
      large.setLength(50L * 1024 * 1024);
    }
    write("a.txt", BODY);
    write("z.txt", BODY.replace("third", "fourth"));
    PublishReport report = publish(kafka);
    assertThat(report.published()).isEqualTo(2);
    assertThat(report.refused())
        .extracting(Reading.Refused::reason)
        .containsExactly("large.txt: 50.0 MB is over the limit of 16 MB; split it");
  }

  @Test
  void publishesRowsOnceInSeveralTransactionsAndReportsBadRowsAgain(TestWorld kafka)
      throws Exception {
    List<String> rows =
        IntStream.range(0, 2500).mapToObj(i -> row("r" + i, i)).collect(Collectors.toList());
    write("rows.jsonl", String.join("\n", rows) + "\nbroken\n");
    PublishReport first = publish(kafka);
    assertThat(first.published()).isEqualTo(2500);
    assertThat(first.refused())
        .extracting(Reading.Refused::entry)
        .containsExactly("rows.jsonl:2501");

    rows.set(7, row("r7", 9999));
    rows.add(0, row("new", 12345));
    write("rows.jsonl", String.join("\n", rows) + "\nbroken\n");
    PublishReport second = publish(kafka);
    assertThat(second.published()).isEqualTo(1);
    assertThat(second.revised()).isEqualTo(1);
    assertThat(second.unchanged()).isEqualTo(2499);
    assertThat(second.refused()).hasSize(1);

    write("rows.jsonl", String.join("\n", rows));
    assertThat(publish(kafka)).isEqualTo(new PublishReport(0, 0, 2501, List.of()));
    assertThat(publish(kafka)).isEqualTo(new PublishReport(0, 0, 1, List.of()));
    assertArticles(kafka, 2502);
  }

  @Test
  void knowsARowWithAnAddressByItWhereverItMoves(TestWorld kafka) throws Exception {
    String row = "{\"url\":\"https://example.org/%s\",\"text\":\"" + BODY + " %s\"}";
    write("rows.jsonl", row.replace("%s", "a"));
    publish(kafka);
    write("rows.jsonl", row.replace("%s", "b") + "\n" + row.replace("%s", "a"));
    assertThat(publish(kafka)).isEqualTo(new PublishReport(1, 0, 1, List.of()));
  }

  @Test
  void publishesNothingOfATransactionThatFailed(TestWorld kafka) throws Exception {
    write("a.txt", BODY);
    Article article = draftOf("a.txt").article(1, clock.instant());
    try (var publisher = sourcePublisher(kafka)) {
      assertThatThrownBy(() ->
              publisher.transact(
                  "a.txt",
                  transaction -> {
                    transaction.article(article);
                    transaction.state(state(article));
                    throw new IllegalStateException("killed");
                  }))
          .hasMessage("killed");
    }
    assertThat(publish(kafka).published()).isEqualTo(1);
    assertArticles(kafka, 1);
  }

  @Test
  void isFencedByASecondPublisherAndPublishesNothingTwice(TestWorld kafka) throws Exception {
    write("a.txt", BODY);
    Article article = draftOf("a.txt").article(1, clock.instant());
    try (var first = sourcePublisher(kafka)) {
      assertThatThrownBy(() ->
              first.transact(
                  "a.txt",
                  transaction -> {
                    transaction.article(article);
                    transaction.state(state(article));
                    assertThat(published(kafka)).isEqualTo(1);
                  }))
          .isInstanceOf(FencedException.class)
          .hasMessageMatching(
              "another ingest took over as 'test-\\d+-ingest-corpus-corpus'; let it .*");
    }
    assertArticles(kafka, 1);
    assertThat(publish(kafka)).isEqualTo(new PublishReport(0, 0, 1, List.of()));
  }

  @Test
  void publishesAnotherCorpusUndisturbedWhileOneIsUnderWay(TestWorld kafka) throws Exception {
    write("a.txt", BODY);
    Article article = draftOf("a.txt").article(1, clock.instant());
    Corpus other = Corpus.open(folder, corpusElsewhere(kafka.world()));
    try (var first = sourcePublisher(kafka)) {
      first.transact(
          "a.txt",
          transaction -> {
            transaction.article(article);
            transaction.state(state(article));
            assertThat(publisher(kafka).publish(other, _ -> {}).published()).isEqualTo(1);
          });
    }
    assertArticles(kafka, 2);
  }

  @Test
  void waitsForWhatANeighboursOpenTransactionHides(TestWorld kafka) throws Exception {
    write("a.txt", BODY);
    String text = draftOf("a.txt").textHash();
    Article article = draftOf("a.txt").article(1, clock.instant());
    try (var neighbour = producer(kafka);
        var mine = sourcePublisher(kafka)) {
      neighbour.initTransactions();
      neighbour.beginTransaction();
      int partition = SourcePublisher.partition(kafka.world().sources(), "corpus");
      neighbour
          .send(new ProducerRecord<>(kafka.world().sources().name(), partition, "x", null))
          .get();
      mine.transact(
          "a.txt",
          transaction -> {
            transaction.article(article);
            transaction.state(state(article, text));
          });
      var ended =
          CompletableFuture.runAsync(
              neighbour::commitTransaction,
              CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
      assertThat(publish(kafka)).isEqualTo(new PublishReport(0, 0, 1, List.of()));
      ended.join();
    }
  }

  private static KafkaProducer<String, String> producer(TestWorld kafka) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "neighbour-of-test"),
        new StringSerializer(),
        new StringSerializer());
  }

  /// The name of a corpus in another partition than "corpus".
  private static String corpusElsewhere(World world) {
    int partition = SourcePublisher.partition(world.sources(), "corpus");
    return IntStream.range(0, 100)
        .mapToObj(i -> "other " + i)
        .filter(name -> SourcePublisher.partition(world.sources(), name) != partition)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void keepsAnOwnersStateInOnePartition(TestWorld kafka) throws Exception {
    for (int i = 0; i < 5; i++) {
      write(i + ".txt", BODY + " " + i);
    }
    publish(kafka);
    assertThat(kafka.read(kafka.world().sources()).records(5))
        .extracting(record -> record.partition())
        .containsOnly(SourcePublisher.partition(kafka.world().sources(), "corpus"));
  }

  @Test
  void saysInOneLineThatKafkaCannotBeReached() throws Exception {
    write("a.txt", BODY);
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var client = Map.of("bootstrap.servers", "127.0.0.1:" + port);
    var publisher = new CorpusPublisher(World.live("none"), client, clock, Duration.ofMillis(1500));
    assertThatThrownBy(() -> publisher.publish(corpus(), _ -> {}))
        .isInstanceOf(PublishException.class)
        .hasMessageStartingWith(
            "cannot publish to Kafka: no answer from Kafka at 127.0.0.1:" + port)
        .hasMessageContaining("--bootstrap-servers");
  }

  /// So many and no more. What is committed becomes readable a moment later.
  private static void assertArticles(TestWorld kafka, int count) {
    TopicReader<Article> articles = kafka.read(kafka.world().articles());
    articles.values(count);
    assertThat(articles.rest()).isEmpty();
  }

  private int published(TestWorld kafka) {
    try {
      return publish(kafka).published();
    } catch (CorpusException e) {
      throw new AssertionError(e);
    }
  }

  private PublishReport publish(TestWorld kafka) throws CorpusException {
    return publisher(kafka).publish(corpus(), _ -> {});
  }

  private CorpusPublisher publisher(TestWorld kafka) {
    return new CorpusPublisher(kafka.world(), client(kafka), clock, LIMIT);
  }

  private SourcePublisher sourcePublisher(TestWorld kafka) {
    return SourcePublisher.ofCorpus(
        new SourcePublisher.Kafka(kafka.world(), client(kafka), LIMIT, clock), "corpus");
  }

  private static Map<String, String> client(TestWorld kafka) {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }

  private Corpus corpus() throws CorpusException {
    return Corpus.open(folder, "corpus");
  }

  private Draft draftOf(String file) throws CorpusException {
    return corpus()
        .readings()
        .filter(r -> r.entry().equals(file))
        .map(r -> ((Reading.Read) r).draft())
        .findFirst()
        .orElseThrow();
  }

  private SourceState state(Article article) {
    return state(article, "hash");
  }

  private SourceState state(Article article, String textHash) {
    return new SourceState(
        "corpus",
        "corpus",
        article.origin().entry(),
        article.origin().sha256(),
        article.articleId(),
        article.revision(),
        textHash,
        clock.instant());
  }

  private static String row(String id, int number) {
    return "{\"id\":\"" + id + "\",\"text\":\"" + BODY + " It was talk number " + number + ".\"}";
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
