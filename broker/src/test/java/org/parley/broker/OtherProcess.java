package org.parley.broker;

import java.nio.file.Path;
import org.parley.broker.EmbeddedBroker.Settings;

/// Runs a broker for [OtherProcessTest] until its standard input ends, and says in one line that it
/// serves, or why it does not.
final class OtherProcess {
  private OtherProcess() {}

  public static void main(String[] arguments) throws Exception {
    try (var broker = EmbeddedBroker.start(Settings.in(Path.of(arguments[0])))) {
      System.out.println("serves " + broker.bootstrapServers());
      while (System.in.read() >= 0) {
        // Until the test closes the pipe.
      }
    } catch (BrokerException e) {
      System.out.println(e.getMessage());
    }
  }
}
