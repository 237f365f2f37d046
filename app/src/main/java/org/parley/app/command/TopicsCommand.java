package org.parley.app.command;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.parley.app.Await;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.terminal.Terminal;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parley topics`.
@Command(
    name = "topics",
    description = {
      "Create or list the topics of this world, and print the rights on them.",
      "Example: parley topics list"
    },
    subcommands = {TopicsCommand.Create.class, TopicsCommand.Show.class, TopicAclsCommand.class})
final class TopicsCommand {
  @Command(
      name = "create",
      description = {
        "Create the topics that are missing; those that are there stay as they are.",
        "`parley run` does this when it starts.",
        "Example: parley topics create --bootstrap-servers kafka:9092"
      })
  static final class Create implements Callable<Integer> {
    @Mixin private final Globals globals = new Globals();

    @Override
    public Integer call() {
      Cluster cluster = globals.cluster();
      var out = Terminal.ofProcess().out();
      try (Admin admin = cluster.admin()) {
        var created = new Topics(admin, cluster.patience()).create(cluster.world().topics());
        created.forEach(name -> out.println("created " + name));
        if (created.isEmpty()) {
          out.println("all topics are there");
        }
      }
      return ExitCode.DONE.number();
    }
  }

  @Command(
      name = "list",
      description = {
        "List the topics that are there, with their partitions, and those that are missing.",
        "Example: parley topics list --prefix parley"
      })
  static final class Show implements Callable<Integer> {
    @Mixin private final Globals globals = new Globals();

    @Override
    public Integer call() {
      Cluster cluster = globals.cluster();
      var out = Terminal.ofProcess().out();
      Map<String, Integer> there = partitions(cluster);
      there.forEach((name, partitions) -> out.printf(Locale.ROOT, "%-40s %d%n", name, partitions));
      for (Topic<?> topic : cluster.world().topics()) {
        if (!there.containsKey(topic.name())) {
          out.printf(Locale.ROOT, "%-40s missing; `parley topics create` makes it%n", topic.name());
        }
      }
      return ExitCode.DONE.number();
    }

    private static Map<String, Integer> partitions(Cluster cluster) {
      try (Admin admin = cluster.admin()) {
        var names = Await.result(admin.listTopics().names(), cluster.patience());
        var ours =
            names.stream().filter(n -> n.startsWith(cluster.world().prefix() + ".")).toList();
        var described =
            Await.result(admin.describeTopics(ours).allTopicNames(), cluster.patience());
        Map<String, Integer> partitions = new TreeMap<>();
        described.forEach((name, topic) -> partitions.put(name, topic.partitions().size()));
        return partitions;
      }
    }
  }
}
