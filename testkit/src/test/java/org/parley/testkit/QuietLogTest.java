package org.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class QuietLogTest {
  @Test
  void testsLogWarningsOnly() {
    var log = LoggerFactory.getLogger("org.apache.kafka.clients.admin.AdminClientConfig");

    assertThat(log.isInfoEnabled()).isFalse();
    assertThat(log.isWarnEnabled()).isTrue();
  }
}
