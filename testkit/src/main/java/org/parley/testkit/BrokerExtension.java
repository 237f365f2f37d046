package org.parley.testkit;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.parley.broker.EmbeddedBroker;

/// Gives each test a [TestWorld] of its own on one broker that all tests of the JVM share: started
/// when the first asks for it, stopped at the end.
///
/// ```java
/// @ExtendWith(BrokerExtension.class)
/// class FeedPublisherTest {
///   @Test
///   void publishesEachEntryOnce(TestWorld kafka) { … }
/// }
/// ```
///
/// A test gets the same world wherever it takes one as a parameter, in `@BeforeEach` as well. Its
/// topics are deleted when it ends.
public final class BrokerExtension implements ParameterResolver {
  private static final Namespace SPACE = Namespace.create(BrokerExtension.class);
  private static final AtomicInteger WORLDS = new AtomicInteger();

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == TestWorld.class;
  }

  @Override
  public TestWorld resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getStore(SPACE)
        .computeIfAbsent(
            TestWorld.class,
            key ->
                new TestWorld(broker(test).bootstrapServers(), "test-" + WORLDS.incrementAndGet()),
            TestWorld.class);
  }

  private static EmbeddedBroker broker(ExtensionContext test) {
    Store whole = test.getRoot().getStore(SPACE);
    return whole.computeIfAbsent(
        EmbeddedBroker.class,
        key -> EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral()),
        EmbeddedBroker.class);
  }
}
