package org.parley.app.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.app.Cluster;
import org.parley.app.book.EndpointBook.Wanted;
import org.parley.contract.Endpoint;
import org.parley.contract.Endpoint.Status;
import org.parley.testkit.BrokerExtension;
import org.parley.testkit.TestWorld;

@ExtendWith(BrokerExtension.class)
class EndpointBookTest {
  private static final Wanted DESK = desk("https://desk.example.org/hook");

  private EndpointBook book;

  private static Wanted desk(String url) {
    return new Wanted(
        "desk",
        url,
        Endpoint.Format.STANDARD,
        List.of("env:DESK"),
        List.of(),
        Endpoint.Policy.STANDARD);
  }

  @BeforeEach
  void disabledEndpoint(TestWorld kafka) {
    kafka.createTopics();
    Map<String, String> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
    book =
        new EndpointBook(
            new Cluster(kafka.world(), client, Duration.ofSeconds(30)), Clock.systemUTC());
    book.accept(DESK);
    kafka.write(kafka.world().endpoints(), "desk", there().withStatus(Status.DISABLED));
  }

  private Endpoint there() {
    return Objects.requireNonNull(book.get("desk"));
  }

  @Test
  void wakesADisabledEndpointThatIsAddedAgainAsItWas() {
    book.accept(DESK);
    assertThat(there().status()).isEqualTo(Status.ACTIVE);
    assertThat(there().terms()).as("what waited is still owed").hasSize(1);
  }

  @Test
  void leavesADisabledEndpointHeldThatAConfigurationDefinesAsItIs() {
    book.uphold(DESK);
    assertThat(there().status()).isEqualTo(Status.DISABLED);
  }

  @Test
  void followsAConfigurationThatDefinesAnotherUrl() {
    book.uphold(desk("https://desk.example.org/new"));
    assertThat(there().url()).endsWith("/new");
    assertThat(there().status()).isEqualTo(Status.ACTIVE);
  }
}
