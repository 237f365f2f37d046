package org.parley.processor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens to a record that cannot be read, processed or written: it becomes a dead letter, in
/// the same transaction, and the stream goes on. Kafka Streams makes the three handlers itself, by
/// class name; they find their [DeadLetters] in the configuration.
final class Poison {
  /// The configuration key under which the handlers find their [DeadLetters].
  static final String DEAD_LETTERS = "parley.dead.letters";

  private static final Logger LOG = LoggerFactory.getLogger(Poison.class);

  private Poison() {}

  private static DeadLetters deadLetters(Map<String, ?> settings) {
    if (settings.get(DEAD_LETTERS) instanceof DeadLetters deadLetters) {
      return deadLetters;
    }
    throw new IllegalArgumentException(DEAD_LETTERS + " is not set; build settings from the class");
  }

  private static void report(String what, ErrorHandlerContext at, Exception problem) {
    LOG.warn(
        "{} {}-{}@{} is a dead letter now: {}",
        what,
        at.topic(),
        at.partition(),
        at.offset(),
        problem.getMessage());
  }

  /// Takes records whose bytes are not what their topic holds.
  public static final class Unreadable implements DeserializationExceptionHandler {
    @SuppressWarnings("NullAway.Init")
    private DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> settings) {
      deadLetters = deadLetters(settings);
    }

    @Override
    public Response handleError(
        ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception problem) {
      report("unreadable record", context, problem);
      String step =
          NewsTopology.LANE_LOG.equals(context.processorNodeId())
              ? LaneStep.NAME
              : AnalyseStep.NAME;
      return Response.resume(
          List.of(deadLetters.given(step, context, record.key(), record.value(), problem)));
    }
  }

  /// Takes records on which a step failed.
  public static final class Unprocessable implements ProcessingExceptionHandler {
    @SuppressWarnings("NullAway.Init")
    private DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> settings) {
      deadLetters = deadLetters(settings);
    }

    @Override
    public Response handleError(
        ErrorHandlerContext context, Record<?, ?> record, Exception problem) {
      report("unprocessable record", context, problem);
      return Response.resume(
          List.of(
              deadLetters.given(
                  context.processorNodeId(),
                  context,
                  context.sourceRawKey(),
                  context.sourceRawValue(),
                  problem)));
    }
  }

  /// Takes records that are too large to write, before Kafka sees them: a failed send would end the
  /// transaction. Whatever else goes wrong with a write is the cluster's, and ends the thread.
  public static final class Unwritable implements ProductionExceptionHandler {
    @SuppressWarnings("NullAway.Init")
    private DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> settings) {
      deadLetters = deadLetters(settings);
    }

    @Override
    public Response handleError(
        ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception problem) {
      LOG.error("cannot write to {}: {}", record.topic(), problem.getMessage());
      return Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
        ErrorHandlerContext context,
        ProducerRecord record,
        Exception problem,
        SerializationExceptionOrigin origin) {
      report("unwritable result of record", context, problem);
      byte[] key = String.valueOf(record.key()).getBytes(StandardCharsets.UTF_8);
      return Response.resume(
          List.of(
              deadLetters.given(
                  context.processorNodeId(), context, key, context.sourceRawValue(), problem)));
    }
  }
}
