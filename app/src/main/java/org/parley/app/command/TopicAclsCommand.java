package org.parley.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.access.AccessReference;
import org.parley.app.access.Actor;
import org.parley.app.config.Config;
import org.parley.app.terminal.Terminal;
import org.parley.contract.topic.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley topics acls`.
@Command(
    name = "acls",
    description = {
      "Print the commands that grant a role its rights on a cluster with an authorizer; no cluster is"
          + " asked. docs/acls.md explains each right.",
      "Example: parley topics acls --role processor --principal User:desk"
    })
final class TopicAclsCommand implements Callable<Integer> {
  private static final String ANY_SERVER = "localhost:9092";

  @Mixin private final Globals globals = new Globals();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "${COMPLETION-CANDIDATES} (else all).")
  private @Nullable Actor role;

  @Option(
      names = "--principal",
      paramLabel = "USER",
      description = "As Kafka has it, such as User:NAME (else User:parley-ROLE).")
  private @Nullable String principal;

  @Option(names = "--reference", description = "Print the page docs/acls.md instead.")
  private boolean reference;

  @Override
  public Integer call() {
    var terminal = Terminal.ofProcess();
    if (reference) {
      terminal.print(AccessReference.markdown());
      return ExitCode.DONE.number();
    }
    Config config = globals.config();
    String servers = config.bootstrapServers() == null ? ANY_SERVER : config.bootstrapServers();
    for (Actor actor : role == null ? List.of(Actor.values()) : List.of(role)) {
      String user = principal == null ? "User:parley-" + actor.label() : principal;
      AccessReference.commands(actor, World.live(config.prefix()), servers, user)
          .forEach(terminal.out()::println);
    }
    return ExitCode.DONE.number();
  }
}
