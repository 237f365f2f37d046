package org.parley.app.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.contract.topic.World;

/// The reference of the rights, written from the table itself: `docs/acls.md` is this text, and a
/// test says when it is stale.
public final class AccessReference {
  private static final String HEAD =
      """
      # Rights on a secured cluster

      <!-- Generated: `./parley topics acls --reference > docs/acls.md`. -->

      Where a cluster has an authorizer, each role needs the rights below and no others. The names are
      those of the prefix `parley`; with another prefix they begin with that. `parley topics acls
      --role ROLE --principal User:NAME` prints the commands that grant them. A role that lacks one
      ends with exit code 77 and says which one, and how to grant it.

      Client settings go under `kafka.` (see [configuration.md](configuration.md)): for example
      `kafka.security.protocol: SASL_SSL`, `kafka.sasl.mechanism: SCRAM-SHA-512` and
      `kafka.sasl.jaas.config`. They pass to every client of every role.

      The world's own topics are created by an operator with `parley topics create`; a role that finds
      them needs no right to create them. `parley run --bootstrap-servers` needs the rights of all
      four; so does `parley replay --bootstrap-servers`, under the prefix `parley-replay-`.
      READ and WRITE imply DESCRIBE.
      """;

  private AccessReference() {}

  public static String markdown() {
    var text = new StringBuilder(HEAD);
    World world = World.live("parley");
    for (Actor actor : Actor.values()) {
      text.append("\n## ").append(actor.label()).append("\n\n");
      text.append(actor.meaning()).append("\n\n");
      text.append("| resource | name | operation | for |\n|---|---|---|---|\n");
      AccessTable.of(actor, world).forEach(right -> text.append(row(right)));
    }
    return text.toString();
  }

  private static String row(Right right) {
    return String.format(
        Locale.ROOT,
        "| %s | `%s%s` | %s | %s |\n",
        right.type().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        right.name(),
        right.isPrefixed() ? "*" : "",
        right.operation(),
        right.why());
  }

  /// The commands that grant `actor` its rights, one a line.
  public static List<String> commands(Actor actor, World world, String servers, String principal) {
    List<String> commands = new ArrayList<>();
    AccessTable.of(actor, world).forEach(right -> commands.add(right.command(servers, principal)));
    return commands;
  }
}
