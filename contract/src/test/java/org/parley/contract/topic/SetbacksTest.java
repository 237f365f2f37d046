package org.parley.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class SetbacksTest {
  private final AtomicLong now = new AtomicLong();
  private final Setbacks setbacks = new Setbacks(now::get);

  @Test
  void aClusterThatIsAwayIsWaitedOutHoweverLong() {
    var away = new KafkaException("a task failed", new TimeoutException("no answer"));
    for (int i = 0; i < 1000; i++) {
      assertThat(setbacks.judge(away).goesOn()).isTrue();
      now.addAndGet(Duration.ofSeconds(1).toNanos());
    }
  }

  @Test
  void thePauseGrowsFromASecondToTen() {
    var fenced = new KafkaException(new InvalidProducerEpochException("old"));
    assertThat(setbacks.judge(fenced).pause()).hasSeconds(1);
    assertThat(setbacks.judge(fenced).pause()).hasSeconds(2);
    for (int i = 0; i < 20; i++) {
      setbacks.judge(fenced);
    }
    assertThat(setbacks.judge(fenced).pause()).hasSeconds(10);
    now.addAndGet(Duration.ofMinutes(6).toNanos());
    assertThat(setbacks.judge(fenced).pause()).hasSeconds(1);
  }

  @Test
  void aRefusalIsFinal() {
    assertThat(setbacks.judge(new TopicAuthorizationException("alerts")).goesOn()).isFalse();
    assertThat(setbacks.judge(new KafkaException(new SaslAuthenticationException("no"))).goesOn())
        .isFalse();
    assertThat(setbacks.judge(new FencedInstanceIdException("two of them")).goesOn()).isFalse();
  }

  @Test
  void anythingElseIsGivenUpAfterFiveInFiveMinutes() {
    var bug = new IllegalStateException("bug");
    for (int i = 0; i < 5; i++) {
      assertThat(setbacks.judge(bug).goesOn()).isTrue();
      now.addAndGet(Duration.ofSeconds(10).toNanos());
    }
    assertThat(setbacks.judge(bug).goesOn()).isFalse();
    assertThat(setbacks.last()).isSameAs(bug);
    now.addAndGet(Duration.ofMinutes(6).toNanos());
    assertThat(setbacks.judge(bug).goesOn()).isTrue();
  }
}
