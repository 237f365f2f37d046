package org.parley.ingest.publish;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;

/// Makes one clear line of whatever Kafka fails with.
///
/// @param servers as configured, for the message
/// @param transactionalId of the producer, for the message
/// @param limit how long Kafka was waited for
record KafkaCalls(String servers, String transactionalId, Duration limit) {
  /// @param doing what fails: "publish corpus 'seeds'"
  /// @throws FencedException when another instance has taken over
  /// @throws PublishException when Kafka fails otherwise
  <T> T call(String doing, Supplier<T> work) {
    try {
      return work.get();
    } catch (InterruptException e) {
      throw new PublishException("cannot " + doing + ": interrupted", e);
    } catch (KafkaException e) {
      throw failure(doing, e);
    }
  }

  private PublishException failure(String doing, KafkaException e) {
    if (caused(e, ProducerFencedException.class)
        || caused(e, InvalidProducerEpochException.class)) {
      return new FencedException(transactionalId, e);
    }
    String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    if (said.contains("not present in metadata")) {
      return new PublishException(
          "cannot " + doing + ": " + said + "; create the topics with 'parley topics create'", e);
    }
    if (caused(e, TimeoutException.class) || said.contains("no answer")) {
      return new PublishException(
          "cannot "
              + doing
              + ": no answer from Kafka at "
              + servers
              + " in "
              + limit.toSeconds()
              + " s; start it with 'parley run', or give --bootstrap-servers",
          e);
    }
    return new PublishException("cannot " + doing + ": Kafka at " + servers + " says: " + said, e);
  }

  private static boolean caused(Throwable failure, Class<? extends Throwable> by) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (by.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
