package org.parley.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Speaks HTTP to a console over a socket of its own, so that a test can say anything.
record Browser(int port) {
  /// What came back.
  record Answer(int status, String head, String body) {
    static Answer of(String text) {
      int end = text.indexOf("\r\n\r\n");
      String head = text.substring(0, end);
      return new Answer(Integer.parseInt(head.substring(9, 12)), head, text.substring(end + 4));
    }
  }

  Answer get(String path) throws IOException {
    return ask("GET", path, "127.0.0.1:" + port);
  }

  Answer ask(String method, String path, String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      String request = method + " " + path + " HTTP/1.1\r\nHost: " + host;
      String end = "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
      socket.getOutputStream().write((request + end).getBytes(StandardCharsets.ISO_8859_1));
      // The server keeps the connection for as long as this side does.
      socket.shutdownOutput();
      return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
