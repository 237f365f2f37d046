package org.parley.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;

/// What [WebhookReceiver] does with a request: answer it well, badly, slowly or not at all. When it
/// returns with the wire open, the next request of the connection is read.
@FunctionalInterface
public interface Answer {
  /// Between two dripped bytes.
  Duration DRIP = Duration.ofMillis(5);

  /// @throws IOException when the other side has hung up, which ends the connection and nothing
  ///   else
  void give(Received request, Wire wire) throws IOException, InterruptedException;

  /// A plain answer without a body.
  static Reply status(int status) {
    return new Reply(status, List.of(), new byte[0]);
  }

  static Reply ok() {
    return status(200);
  }

  /// 302 to `location`.
  static Reply redirect(URI location) {
    return status(302).with("Location", location.toString());
  }

  /// `then`, once `gate` is released.
  static Answer held(CountDownLatch gate, Answer then) {
    return (request, wire) -> {
      wire.await(gate);
      then.give(request, wire);
    };
  }

  /// Nothing at all, for as long as the other side waits.
  static Answer silence() {
    return (_, wire) -> wire.awaitHangUp();
  }

  /// The head of a body and its first bytes, then nothing for as long as the other side waits.
  static Answer stalledBody() {
    return (_, wire) -> {
      ok().head(wire, 1000);
      wire.text("<rss").flush();
      wire.awaitHangUp();
    };
  }

  /// RST in place of an answer.
  static Answer reset() {
    return (_, wire) -> wire.reset();
  }

  /// RST in the middle of the body.
  static Answer resetDuringBody() {
    return (_, wire) -> {
      ok().head(wire, 1000);
      wire.text("only this").flush();
      wire.reset();
    };
  }

  /// RST right after a whole answer.
  static Answer resetAfter(Answer answer) {
    return (request, wire) -> {
      answer.give(request, wire);
      wire.reset();
    };
  }

  /// These bytes, then the end of the connection.
  static Answer raw(String bytes) {
    return (_, wire) -> {
      wire.text(bytes).flush();
      wire.close();
    };
  }

  /// A head that never ends, a byte at a time.
  static Answer drippingHead() {
    return (_, wire) -> {
      wire.text("HTTP/1.1 200 scripted\r\nX-Slow: ");
      drip(wire);
    };
  }

  /// A body that never ends, a byte at a time.
  static Answer drippingBody() {
    return (_, wire) -> {
      ok().head(wire, Long.MAX_VALUE);
      drip(wire);
    };
  }

  private static void drip(Wire wire) throws IOException, InterruptedException {
    do {
      wire.text("x").flush();
    } while (wire.pace(DRIP));
  }

  /// A body of this many bytes, made while it is sent.
  static Answer hugeBody(long length) {
    return (_, wire) -> {
      ok().head(wire, length);
      zeros(wire.out(), length);
      wire.flush();
    };
  }

  /// A gzip body that inflates to this many bytes, a thousandth of that on the wire.
  static Answer gzipBomb(long inflated) {
    return (_, wire) -> {
      wire.text("HTTP/1.1 200 scripted\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n");
      GZIPOutputStream gzip = new GZIPOutputStream(wire.out());
      zeros(gzip, inflated);
      gzip.finish();
      wire.flush();
      wire.close();
    };
  }

  private static void zeros(OutputStream out, long length) throws IOException {
    byte[] chunk = new byte[64 * 1024];
    for (long left = length; left > 0; left -= chunk.length) {
      out.write(chunk, 0, (int) Math.min(left, chunk.length));
    }
  }

  /// This many header lines of a kilobyte each, then an answer.
  static Answer manyHeaders(int lines) {
    return (_, wire) -> {
      wire.text("HTTP/1.1 200 scripted\r\n");
      String value = "v".repeat(1000);
      for (int i = 0; i < lines; i++) {
        wire.text("X-Header-" + i + ": " + value + "\r\n");
      }
      wire.text("Content-Length: 0\r\n\r\n").flush();
    };
  }

  /// One header line of this many bytes, then an answer.
  static Answer longHeader(int length) {
    return (_, wire) -> {
      wire.text("HTTP/1.1 200 scripted\r\nX-Long: ");
      String part = "v".repeat(1024);
      for (int left = length; left > 0; left -= part.length()) {
        wire.text(part);
      }
      wire.text("\r\nContent-Length: 0\r\n\r\n").flush();
    };
  }

  /// This many interim answers (1xx), then `then`.
  static Answer interim(int status, int count, Answer then) {
    return (request, wire) -> {
      for (int i = 0; i < count; i++) {
        wire.text("HTTP/1.1 " + status + " scripted\r\n\r\n");
      }
      wire.flush();
      then.give(request, wire);
    };
  }
}
