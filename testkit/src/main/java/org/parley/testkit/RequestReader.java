package org.parley.testkit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads HTTP/1.1 requests (RFC 9112) of well-behaved clients.
final class RequestReader {
  private final InputStream in;

  RequestReader(InputStream in) {
    this.in = in;
  }

  /// The next request, its order and connection still 0, or nothing when the client has hung up.
  Optional<Received> next() throws IOException {
    String start = line();
    if (start.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = start.split(" ");
    if (parts.length != 3) {
      throw new IOException("not a request line");
    }
    List<Received.Header> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("not a header line");
      }
      headers.add(new Received.Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    Received head = new Received(0, 0, parts[0], parts[1], headers, new byte[0]);
    return Optional.of(new Received(0, 0, parts[0], parts[1], headers, body(head)));
  }

  private byte[] body(Received head) throws IOException {
    if (head.header("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
      return chunks();
    }
    return exactly(Integer.parseInt(head.header("Content-Length").orElse("0")));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.writeBytes(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the client hung up within a body");
    }
    return bytes;
  }

  /// Up to CRLF; empty at the end of the stream too.
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
