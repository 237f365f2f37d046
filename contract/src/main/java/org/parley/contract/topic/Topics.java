package org.parley.contract.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Creates topics on a cluster. Creating one that is there already does nothing.
public final class Topics {
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Admin admin;
  private final Duration limit;

  /// @param admin stays the caller's to close
  /// @param limit the longest to wait for the cluster
  public Topics(Admin admin, Duration limit) {
    this.admin = admin;
    this.limit = limit;
  }

  /// Creates those of `topics` that are missing and waits until the broker serves them all: until
  /// then a Kafka Streams application that starts would end, since its source is missing.
  ///
  /// @return the names of those that were created
  /// @throws MayNotCreateTopicException when one is missing and may not be created
  /// @throws KafkaException naming the topic that could not be created for another reason
  public List<String> create(Collection<? extends Topic<?>> topics) {
    var missing = missing(topics);
    if (missing.isEmpty()) {
      return List.of();
    }
    CreateTopicsResult result =
        admin.createTopics(missing.stream().map(Topic::toNewTopic).toList());
    List<String> created =
        result.values().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .filter(asked -> isCreated(asked.getKey(), asked.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    awaitServed(topics.stream().map(Topic::name).toList());
    return created;
  }

  /// Those of `topics` that the cluster does not have, in their order. To ask takes fewer rights
  /// than to create.
  ///
  /// @throws KafkaException naming the topic that may not be asked for
  public List<Topic<?>> missing(Collection<? extends Topic<?>> topics) {
    Map<String, KafkaFuture<TopicDescription>> answers =
        admin.describeTopics(topics.stream().map(Topic::name).toList()).topicNameValues();
    List<Topic<?>> missing = new ArrayList<>();
    for (Topic<?> topic : topics) {
      try {
        var _ =
            await(
                Objects.requireNonNull(answers.get(topic.name())),
                "cannot describe topic " + topic.name());
      } catch (UnknownTopicOrPartitionException _) {
        missing.add(topic);
      }
    }
    return missing;
  }

  private boolean isCreated(String name, KafkaFuture<Void> answer) {
    try {
      await(answer, "cannot create topic " + name);
      return true;
    } catch (TopicExistsException e) {
      return false;
    } catch (AuthorizationException e) {
      throw new MayNotCreateTopicException(name, e);
    }
  }

  /// The controller has created them; the broker learns of it some milliseconds later.
  private void awaitServed(List<String> names) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!areServed(names)) {
      if (System.nanoTime() - deadline > 0) {
        throw new KafkaException("not served within " + limit + " of their creation: " + names);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean areServed(List<String> names) {
    try {
      return await(admin.describeTopics(names).allTopicNames(), "cannot describe topics " + names)
          .values()
          .stream()
          .flatMap(topic -> topic.partitions().stream())
          .noneMatch(partition -> partition.leader() == null || partition.leader().isEmpty());
    } catch (UnknownTopicOrPartitionException e) {
      return false;
    }
  }

  /// @throws ApiException of those kinds that a caller here expects
  private <T> T await(KafkaFuture<T> answer, String failure) {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case AuthorizationException refused -> throw refused;
        case TopicExistsException exists -> throw exists;
        case UnknownTopicOrPartitionException unknown -> throw unknown;
        case null, default -> throw new KafkaException(failure + ": " + e.getMessage(), e);
      }
    } catch (TimeoutException e) {
      throw new KafkaException(failure + ": no answer in " + limit, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(failure + ": interrupted", e);
    }
  }
}
