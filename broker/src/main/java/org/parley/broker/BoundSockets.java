package org.parley.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.server.ServerSocketFactory;

/// The broker's two listening sockets, bound to 127.0.0.1 before Kafka starts. So a port in use is
/// found here, where it can be said, and no one can take a port between the check and its use.
final class BoundSockets implements ServerSocketFactory, AutoCloseable {
  private final Map<String, ServerSocketChannel> byListener = new HashMap<>();

  /// @param port of the clients; 0 for a free one
  /// @throws BrokerException when the port is taken
  static BoundSockets open(int port) {
    var sockets = new BoundSockets();
    try {
      sockets.bind(NodeSettings.CLIENTS, port);
      sockets.bind(NodeSettings.CONTROLLER, 0);
      return sockets;
    } catch (BindException e) {
      sockets.close();
      throw new BrokerException(
          "port "
              + port
              + " of 127.0.0.1 is in use; choose another with --port, or --port 0 for a free one",
          e);
    } catch (IOException e) {
      sockets.close();
      throw new BrokerException(
          "cannot listen on port "
              + port
              + " of 127.0.0.1: "
              + BrokerException.reason(e)
              + "; choose another with --port",
          e);
    }
  }

  private void bind(String listener, int port) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    byListener.put(listener, channel);
    channel.configureBlocking(false);
    channel.bind(new InetSocketAddress(loopback(), port));
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
  }

  InetSocketAddress socketAddress(String listener) {
    return (InetSocketAddress) socket(listener).socket().getLocalSocketAddress();
  }

  /// `host:port`.
  String address(String listener) {
    return "127.0.0.1:" + socketAddress(listener).getPort();
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listener, InetSocketAddress address, int backlog, int receiveBuffer) {
    return socket(listener);
  }

  private ServerSocketChannel socket(String listener) {
    ServerSocketChannel channel = byListener.get(listener);
    if (channel == null) {
      throw new IllegalArgumentException("no socket was bound for listener " + listener);
    }
    return channel;
  }

  /// Idempotent; Kafka has closed those that it was given.
  @Override
  public void close() {
    byListener.values().forEach(BoundSockets::close);
  }

  private static void close(ServerSocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new BrokerException("cannot close a listening socket: " + BrokerException.reason(e), e);
    }
  }
}
