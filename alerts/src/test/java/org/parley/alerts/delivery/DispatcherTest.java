package org.parley.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.alerts.delivery.Report.Result;
import org.parley.alerts.secret.Seal;
import org.parley.alerts.secret.Secrets;
import org.parley.contract.Endpoint;
import org.parley.contract.Endpoint.Policy;
import org.parley.outbound.AddressPolicy;
import org.parley.outbound.Exchange;
import org.parley.outbound.GuardedHttp;
import org.parley.testkit.Answer;
import org.parley.testkit.ManualClock;
import org.parley.testkit.Received;
import org.parley.testkit.Sample;
import org.parley.testkit.WebhookReceiver;

class DispatcherTest {
  @TempDir Path folder;
  private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
  private GuardedHttp http;
  private Dispatcher dispatcher;

  @BeforeEach
  void start() throws Exception {
    http = GuardedHttp.open(AddressPolicy.allowing(List.of("loopback")));
    Secrets secrets = new Secrets(Seal.in(folder), name -> null);
    dispatcher = new Dispatcher(new Post(http, secrets), endpoints::get, ManualClock.create(), 100);
  }

  @AfterEach
  void stop() {
    http.close();
  }

  private static Order order(String story, String endpointId, int slots) {
    return new Order(
        Delivery.of(Sample.alert().story(story).build(), endpointId), 1, slots, () -> true);
  }

  private void endpoint(String id, String url) {
    endpoints.put(id, Sample.endpoint().id(id).url(url).build());
  }

  private Report report() throws InterruptedException {
    Report report = reports.poll(60, TimeUnit.SECONDS);
    assertThat(report).isNotNull();
    return report;
  }

  @Test
  void runsNoMoreAttemptsOfAnEndpointAtOneTimeThanItsSlots() throws Exception {
    var gate = new CountDownLatch(1);
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.held(gate, Answer.ok()))) {
      endpoint("desk", receiver.uri("/").toString());
      for (int i = 0; i < 6; i++) {
        dispatcher.take(order("story-" + i, "desk", 2), reports::add);
      }
      receiver.await(2);
      assertThat(dispatcher.room()).isEqualTo(94);
      assertThat(receiver.received()).hasSize(2);
      gate.countDown();
      for (int i = 0; i < 6; i++) {
        assertThat(report().result()).isInstanceOf(Result.Tried.class);
      }
      assertThat(receiver.received()).extracting(Received::webhookId).doesNotHaveDuplicates();
      assertThat(dispatcher.room()).isEqualTo(100);
    }
  }

  @Test
  void handsBackWhatWaitsBehindAFailure() throws Exception {
    var gate = new CountDownLatch(1);
    try (WebhookReceiver receiver =
        WebhookReceiver.answering(Answer.held(gate, Answer.status(500)))) {
      endpoint("desk", receiver.uri("/").toString());
      for (int i = 0; i < 3; i++) {
        dispatcher.take(order("story-" + i, "desk", 1), reports::add);
      }
      gate.countDown();
      assertThat(List.of(report(), report(), report()))
          .extracting(report -> report.result().getClass().getSimpleName())
          .containsExactlyInAnyOrder("Tried", "Unsent", "Unsent");
      assertThat(receiver.received()).hasSize(1);
    }
  }

  @Test
  void delaysNoEndpointBehindASlowOne() throws Exception {
    var gate = new CountDownLatch(1);
    try (WebhookReceiver slow = WebhookReceiver.answering(Answer.held(gate, Answer.ok()));
        WebhookReceiver quick = WebhookReceiver.answering()) {
      endpoint("slow", slow.uri("/").toString());
      endpoint("quick", quick.uri("/").toString());
      for (int i = 0; i < 10; i++) {
        dispatcher.take(order("story-" + i, "slow", 5), reports::add);
      }
      for (int i = 0; i < 10; i++) {
        dispatcher.take(order("story-" + i, "quick", 1), reports::add);
      }
      for (int i = 0; i < 10; i++) {
        assertThat(report().order().delivery().endpointId()).isEqualTo("quick");
      }
      gate.countDown();
    }
  }

  @Test
  void sendsNothingOnceItMayNotStart() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.answering()) {
      endpoint("desk", receiver.uri("/").toString());
      Order stopped = new Order(Delivery.of(Sample.alert().build(), "desk"), 1, 1, () -> false);
      dispatcher.take(stopped, reports::add);

      assertThat(report().result()).isInstanceOf(Result.Unsent.class);
      assertThat(receiver.connections()).isZero();
    }
  }

  @Test
  void sendsNothingToAnEndpointThatIsHeldOrRemoved() throws Exception {
    Endpoint desk = Sample.endpoint().id("desk").build();
    endpoints.put("desk", desk.withStatus(Endpoint.Status.PAUSED));
    dispatcher.take(order("story", "desk", 1), reports::add);
    assertThat(report().result()).isInstanceOf(Result.Unsent.class);
    endpoints.put("desk", desk.closedAt(ManualClock.START));
    dispatcher.take(order("story", "desk", 1), reports::add);
    assertThat(report().result()).isInstanceOf(Result.Unsent.class);
  }

  @Test
  void namesASecretThatIsOutOfReach() throws Exception {
    endpoints.put("desk", Sample.endpoint().id("desk").secrets("env:NOT_SET").build());
    dispatcher.take(order("story", "desk", 1), reports::add);

    assertThat(report().result())
        .isInstanceOfSatisfying(
            Result.Misconfigured.class,
            result -> assertThat(result.reason()).contains("env:NOT_SET", "'desk'"));
  }

  @Test
  void doesNotFollowARedirect() throws Exception {
    try (WebhookReceiver elsewhere = WebhookReceiver.answering();
        WebhookReceiver receiver = WebhookReceiver.answering(Answer.redirect(elsewhere.uri("/")))) {
      endpoint("desk", receiver.uri("/").toString());
      dispatcher.take(order("story", "desk", 1), reports::add);

      assertThat(report().result())
          .isInstanceOfSatisfying(
              Result.Tried.class,
              tried ->
                  assertThat(tried.exchange())
                      .isInstanceOfSatisfying(
                          Exchange.Answered.class, a -> assertThat(a.status()).isEqualTo(302)));
      assertThat(elsewhere.connections()).isZero();
    }
  }

  @Test
  void freesItsSlotWhenTheDeadlinePasses() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.silence(), Answer.ok())) {
      Policy hasty = new Policy(Policy.STANDARD.schedule(), Duration.ofMillis(300), 1, 0);
      endpoints.put(
          "desk",
          Sample.endpoint().id("desk").url(receiver.uri("/").toString()).policy(hasty).build());
      dispatcher.take(order("one", "desk", 1), reports::add);
      assertThat(report().result())
          .isInstanceOfSatisfying(
              Result.Tried.class,
              tried -> assertThat(tried.exchange()).isInstanceOf(Exchange.Failed.class));
      dispatcher.take(order("two", "desk", 1), reports::add);
      assertThat(report().result()).isInstanceOf(Result.Tried.class);
      assertThat(dispatcher.room()).isEqualTo(100);
    }
  }
}
