package org.parley.testkit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The receiver's end of a connection, in the hands of an [Answer].
public final class Wire implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final CountDownLatch closing;

  /// @param closing released when the receiver is closed, which ends every wait
  Wire(Socket socket, CountDownLatch closing) throws IOException {
    this.socket = socket;
    this.closing = closing;
    in = new BufferedInputStream(socket.getInputStream());
    out = new BufferedOutputStream(socket.getOutputStream());
  }

  InputStream in() {
    return in;
  }

  /// Unflushed until [#flush].
  public OutputStream out() {
    return out;
  }

  public Wire text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  public void flush() throws IOException {
    out.flush();
  }

  /// Ends the connection with RST instead of FIN.
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  boolean isOpen() {
    return !socket.isClosed();
  }

  /// Waits until `gate` is released or the receiver is closed.
  public void await(CountDownLatch gate) throws InterruptedException {
    while (!gate.await(20, TimeUnit.MILLISECONDS)) {
      if (closing.getCount() == 0) {
        return;
      }
    }
  }

  /// Lets `pause` pass.
  ///
  /// @return false once the receiver is closed
  public boolean pace(Duration pause) throws InterruptedException {
    return !closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Waits until the other side hangs up.
  public void awaitHangUp() throws IOException {
    while (in.read() >= 0) {
      // What it still sends is of no interest.
    }
  }
}
