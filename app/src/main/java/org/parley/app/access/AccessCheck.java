package org.parley.app.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.ResourceType;
import org.parley.app.Await;
import org.parley.app.AwaitException;

/// Asks a cluster which rights its user lacks, before anything fails for want of them. Without an
/// authorizer there is nothing to lack.
///
/// What cannot be asked for counts as there: READ on a group that does not exist yet, and what a
/// prefix holds of topics that do not exist yet, other than CREATE.
public final class AccessCheck {
  private static final String PROBE = "parley-access-check";

  private final Admin admin;
  private final Duration limit;

  /// @param admin stays the caller's to close
  /// @param limit the longest to wait for the cluster
  public AccessCheck(Admin admin, Duration limit) {
    this.admin = admin;
    this.limit = limit;
  }

  /// Those of `rights` that the user of the admin client lacks, in their order.
  ///
  /// @throws AwaitException when the cluster does not answer
  public List<Right> lacking(Collection<Right> rights) {
    Map<String, Set<AclOperation>> topics = topics(rights);
    return rights.stream().filter(right -> isLacking(right, topics)).toList();
  }

  private boolean isLacking(Right right, Map<String, Set<AclOperation>> topics) {
    return switch (right.type()) {
      case TOPIC -> isTopicLacking(right, topics);
      case GROUP -> isGroupLacking(right);
      case TRANSACTIONAL_ID -> isTransactionLacking(right);
      case ANY, CLUSTER, DELEGATION_TOKEN, UNKNOWN, USER -> false;
    };
  }

  /// What may be done with each topic that the rights name, and with each there is that one of
  /// their prefixes covers; nothing for one that may not be asked for. One that does not exist is
  /// missing.
  private Map<String, Set<AclOperation>> topics(Collection<Right> rights) {
    List<Right> asked = rights.stream().filter(r -> r.type() == ResourceType.TOPIC).toList();
    Set<String> visible = asked.isEmpty() ? Set.of() : answer(admin.listTopics().names());
    Set<String> names =
        asked.stream()
            .filter(right -> !right.isPrefixed())
            .map(Right::name)
            .collect(Collectors.toSet());
    visible.stream()
        .filter(name -> asked.stream().anyMatch(r -> r.covers(ResourceType.TOPIC, name)))
        .forEach(names::add);
    Map<String, Set<AclOperation>> allowed = new HashMap<>();
    admin
        .describeTopics(names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
        .topicNameValues()
        .forEach((name, future) ->
            allowed(future).ifPresent(operations -> allowed.put(name, operations)));
    return allowed;
  }

  private Optional<Set<AclOperation>> allowed(KafkaFuture<TopicDescription> future) {
    try {
      return Optional.of(answer(future).authorizedOperations());
    } catch (AwaitException e) {
      if (isCause(e, AuthorizationException.class)) {
        return Optional.of(Set.of());
      }
      if (isCause(e, UnknownTopicOrPartitionException.class)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private boolean isTopicLacking(Right right, Map<String, Set<AclOperation>> topics) {
    if (right.isPrefixed() && right.operation() == AclOperation.CREATE) {
      return mayNotCreate(right.name() + PROBE);
    }
    List<Set<AclOperation>> found = new ArrayList<>();
    topics.forEach((name, operations) -> {
      if (right.covers(ResourceType.TOPIC, name)) {
        found.add(operations);
      }
    });
    if (found.isEmpty() && right.isPrefixed()) {
      return isRefused(admin.describeTopics(Set.of(right.name() + PROBE)).allTopicNames());
    }
    return found.stream().anyMatch(operations -> !operations.contains(right.operation()));
  }

  private boolean mayNotCreate(String name) {
    var topic = new NewTopic(name, Optional.of(1), Optional.empty());
    return isRefused(
        admin.createTopics(Set.of(topic), new CreateTopicsOptions().validateOnly(true)).all());
  }

  private boolean isGroupLacking(Right right) {
    try {
      var options = new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true);
      var groups = answer(admin.describeConsumerGroups(Set.of(right.name()), options).all());
      Set<AclOperation> operations = groups.values().iterator().next().authorizedOperations();
      return operations != null && !operations.contains(right.operation());
    } catch (AwaitException e) {
      return isRefusal(e);
    }
  }

  private boolean isTransactionLacking(Right right) {
    return isRefused(admin.describeTransactions(Set.of(right.name() + PROBE)).all());
  }

  private boolean isRefused(KafkaFuture<?> future) {
    try {
      answer(future);
      return false;
    } catch (AwaitException e) {
      return isRefusal(e);
    }
  }

  /// Whether it is for want of a right; what does not exist may be asked for.
  private static boolean isRefusal(AwaitException e) {
    if (isCause(e, AuthorizationException.class)) {
      return true;
    }
    if (isCause(e, UnknownTopicOrPartitionException.class)
        || isCause(e, InvalidTopicException.class)
        || isCause(e, GroupIdNotFoundException.class)
        || isCause(e, TransactionalIdNotFoundException.class)) {
      return false;
    }
    throw e;
  }

  private static boolean isCause(Throwable problem, Class<? extends Throwable> type) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private <T> T answer(KafkaFuture<T> future) {
    return Await.result(future, limit);
  }
}
