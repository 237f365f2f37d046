package org.parley.app.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.parley.app.AwaitException;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;

/// Makes one line of a cluster's refusal: whose right on what is missing, and the command that
/// grants it; or that the credentials themselves are refused.
public final class Refusal {
  private static final Pattern USER = Pattern.compile("username\\s*=\\s*[\"']?([^\"';\\s]+)");

  private final Cluster cluster;
  private final Actor actor;

  /// @param actor whose rights are at stake
  public Refusal(Cluster cluster, Actor actor) {
    this.cluster = cluster;
    this.actor = actor;
  }

  /// @throws Failure naming the first right that the user lacks, and how many more
  public void check() {
    List<Right> lacking = lacking();
    if (!lacking.isEmpty()) {
      throw failure(lacking.getFirst(), lacking.size() - 1, null);
    }
  }

  /// What to say of `problem`; empty when it is no refusal. Asks the cluster, where it is one.
  public Optional<Failure> of(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthorizationException refused) {
        return Optional.of(right(refused));
      }
    }
    return credentialsIn(problem, cluster.servers());
  }

  /// What to throw in place of `problem`: the failure that names what is refused, else itself.
  public RuntimeException instead(RuntimeException problem) {
    return problem instanceof Failure
        ? problem
        : of(problem).<RuntimeException>map(f -> f).orElse(problem);
  }

  /// What to say when it is the credentials that are refused; empty when it is not.
  public static Optional<Failure> credentialsIn(Throwable problem, String servers) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthenticationException refused) {
        return Optional.of(credentials(servers, refused));
      }
    }
    return Optional.empty();
  }

  private static Failure credentials(String servers, AuthenticationException refused) {
    String said = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    return new Failure(
        ExitCode.NO_PERMISSION,
        "Kafka at "
            + servers
            + " refuses the connection: "
            + said
            + "; check kafka.security.protocol, kafka.sasl.* and kafka.ssl.*",
        refused);
  }

  private Failure right(AuthorizationException refused) {
    List<Right> lacking = lacking();
    List<Right> named = rights().stream().filter(right -> names(refused, right)).toList();
    List<Right> both = lacking.stream().filter(named::contains).toList();
    Optional<Right> first = Stream.of(both, lacking, named).flatMap(List::stream).findFirst();
    if (first.isEmpty()) {
      return new Failure(
          ExitCode.NO_PERMISSION,
          principal() + " lacks a right, Kafka says: " + refused.getMessage() + hint(),
          refused);
    }
    return failure(first.get(), Math.max(0, lacking.size() - 1), refused);
  }

  private static boolean names(AuthorizationException refused, Right right) {
    return switch (refused) {
      case TopicAuthorizationException topics ->
          topics.unauthorizedTopics().stream()
              .anyMatch(topic -> right.covers(ResourceType.TOPIC, topic));
      case GroupAuthorizationException group ->
          group.groupId() == null
              ? right.type() == ResourceType.GROUP
              : right.covers(ResourceType.GROUP, group.groupId());
      case TransactionalIdAuthorizationException _ -> right.type() == ResourceType.TRANSACTIONAL_ID;
      default -> false;
    };
  }

  private List<Right> lacking() {
    try (Admin admin = cluster.admin()) {
      return new AccessCheck(admin, cluster.patience()).lacking(rights());
    } catch (AwaitException e) {
      throw credentialsIn(e, cluster.servers()).<RuntimeException>map(f -> f).orElse(e);
    }
  }

  private Collection<Right> rights() {
    return AccessTable.of(actor, cluster.world());
  }

  private Failure failure(Right right, int more, @Nullable Throwable cause) {
    return new Failure(
        ExitCode.NO_PERMISSION,
        principal()
            + " lacks "
            + right.text()
            + (more == 0 ? "" : " (and " + more + " more rights)")
            + "; grant it: "
            + right.command(cluster.servers(), principal())
            + (more == 0 ? "" : hint()),
        cause);
  }

  private String hint() {
    return "; all that it needs: parley topics acls --role "
        + actor.label()
        + " --principal "
        + principal();
  }

  /// Whom the cluster takes us for, as far as the settings tell.
  private String principal() {
    Map<String, String> client = cluster.client();
    Matcher user = USER.matcher(client.getOrDefault("sasl.jaas.config", ""));
    if (user.find()) {
      return "User:" + user.group(1);
    }
    boolean isCertified = client.containsKey("ssl.keystore.location");
    return isCertified ? "User:<the subject of the client's certificate>" : "User:ANONYMOUS";
  }
}
