package org.parley.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A well-made answer: status, headers, body with its length. The connection stays open.
///
/// @param status any number
/// @param headers beside `Content-Length`, which is right
/// @param body may be empty
public record Reply(int status, List<Received.Header> headers, byte[] body) implements Answer {
  public Reply {
    headers = List.copyOf(headers);
  }

  /// The same with one more header.
  public Reply with(String name, String value) {
    List<Received.Header> more = new ArrayList<>(headers);
    more.add(new Received.Header(name, value));
    return new Reply(status, more, body);
  }

  /// The same with this body.
  public Reply saying(String text) {
    return saying(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The same with this body.
  public Reply saying(byte[] bytes) {
    return new Reply(status, headers, bytes);
  }

  @Override
  public void give(Received request, Wire wire) throws IOException {
    head(wire, body.length);
    if (!request.method().equals("HEAD")) {
      wire.out().write(body);
    }
    wire.flush();
  }

  /// Status line and headers, with a length that need not be the body's.
  void head(Wire wire, long length) throws IOException {
    wire.text("HTTP/1.1 " + status + " scripted\r\n");
    for (Received.Header header : headers) {
      wire.text(header.name() + ": " + header.value() + "\r\n");
    }
    // RFC 9110: neither 1xx nor 204 may have a length.
    if (status >= 200 && status != 204) {
      wire.text("Content-Length: " + length + "\r\n");
    }
    wire.text("\r\n");
  }
}
