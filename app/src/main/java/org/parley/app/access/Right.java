package org.parley.app.access;

import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// One operation on one resource, or on all whose names begin alike.
///
/// @param pattern literal or prefixed
/// @param why it is needed, in a few words
public record Right(
    AclOperation operation, ResourceType type, PatternType pattern, String name, String why) {
  private static final String ANY_HOST = "*";

  static Right topic(AclOperation operation, String name, String why) {
    return new Right(operation, ResourceType.TOPIC, PatternType.LITERAL, name, why);
  }

  static Right topics(AclOperation operation, String prefix, String why) {
    return new Right(operation, ResourceType.TOPIC, PatternType.PREFIXED, prefix, why);
  }

  static Right group(AclOperation operation, String name, String why) {
    return new Right(operation, ResourceType.GROUP, PatternType.LITERAL, name, why);
  }

  static Right transactions(String prefix, String why) {
    return new Right(
        AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, PatternType.PREFIXED, prefix, why);
  }

  public boolean isPrefixed() {
    return pattern == PatternType.PREFIXED;
  }

  /// Whether it is about the resource of that kind and name.
  boolean covers(ResourceType kind, String resource) {
    return type == kind && (isPrefixed() ? resource.startsWith(name) : resource.equals(name));
  }

  /// The rule that grants it, from any host.
  ///
  /// @param principal such as `User:processor`
  public AclBinding grantTo(String principal) {
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW));
  }

  /// The command of Kafka's own tools that grants it.
  ///
  /// @param servers for `--bootstrap-server`
  public String command(String servers, String principal) {
    return "kafka-acls.sh --bootstrap-server "
        + servers
        + " --add --allow-principal '"
        + principal
        + "' --operation "
        + operationName()
        + " "
        + option()
        + " '"
        + name
        + "'"
        + (isPrefixed() ? " --resource-pattern-type prefixed" : "");
  }

  private String option() {
    return switch (type) {
      case TOPIC -> "--topic";
      case GROUP -> "--group";
      case TRANSACTIONAL_ID -> "--transactional-id";
      case ANY, CLUSTER, DELEGATION_TOKEN, UNKNOWN, USER ->
          throw new IllegalStateException("no role needs a right on a " + type);
    };
  }

  /// As Kafka's tools write it: `DescribeConfigs`.
  private String operationName() {
    var name = new StringBuilder();
    for (String word : operation.name().split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  /// Operation and resource: `WRITE on topic parley.stories`, `READ on topics parley-ledger-*`.
  public String text() {
    String kind = type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return operation + " on " + kind + (isPrefixed() ? "s " + name + "*" : " " + name);
  }
}
