package org.parley.contract.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/// Creates topics on a cluster. Creating one that is there already does nothing.
public final class Topics {
  private final Admin admin;
  private final Duration limit;

  /// @param admin stays the caller's to close
  /// @param limit the longest to wait for the cluster
  public Topics(Admin admin, Duration limit) {
    this.admin = admin;
    this.limit = limit;
  }

  /// Creates those of `topics` that are missing and waits until the broker has them.
  ///
  /// @return the names of those that were created
  /// @throws KafkaException naming the topic that could not be created
  public List<String> create(Collection<? extends Topic<?>> topics) {
    CreateTopicsResult result = admin.createTopics(topics.stream().map(Topic::toNewTopic).toList());
    return result.values().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(asked -> created(asked.getKey(), asked.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean created(String name, KafkaFuture<Void> answer) {
    try {
      answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw new KafkaException("cannot create topic " + name + ": " + e.getMessage(), e);
    } catch (TimeoutException e) {
      throw new KafkaException("cannot create topic " + name + ": no answer in " + limit, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while creating topic " + name, e);
    }
  }
}
