package org.parley.contract.topic;

import java.util.Set;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/// A topic is missing, and the user may not create it. The message says what to do.
public final class MayNotCreateTopicException extends TopicAuthorizationException {
  private static final long serialVersionUID = 1;

  MayNotCreateTopicException(String topic, AuthorizationException why) {
    super(
        "topic "
            + topic
            + " is missing and may not be created: create it with 'parley topics create' as a user"
            + " with CREATE on topic "
            + topic,
        Set.of(topic));
    initCause(why);
  }
}
