package org.parley.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/// A connection that closes at once. The library's own flushes its buffer and writes TLS's farewell
/// first, which blocks for as long as the other side does not read, and once that has begun a
/// second close does nothing: neither a deadline nor the pool, which closes under its lock, could
/// bear it.
///
/// It also bounds what comes before an answer's body, interim answers (1xx) included, and tells the
/// [Attempt] how far it is.
final class PromptConnection extends DefaultBHttpClientConnection
    implements ManagedHttpClientConnection {
  private static final int MOST_INTERIM = 16;
  private static final int MOST_HEAD = 256 * 1024;

  private volatile boolean closed;
  private volatile boolean ended;
  private volatile @Nullable Socket wire;
  private int interim;
  private boolean inHead;
  private int headLength;

  PromptConnection(Http1Config config) {
    // The parser takes its limits from its factory alone.
    super(config, null, null, null, null, null, new DefaultHttpResponseParserFactory(config));
  }

  @Override
  public void bind(Socket socket) throws IOException {
    bind(new WatchedSocket(socket), socket);
  }

  @Override
  public void bind(SSLSocket tls, Socket socket) throws IOException {
    bind(new WatchedSocket(tls, socket), socket);
  }

  private void bind(SocketHolder holder, Socket socket) throws IOException {
    wire = socket;
    super.bind(holder);
    // Closed before or meanwhile by the deadline: whoever came second closes the socket.
    if (closed) {
      close();
      throw new InterruptedIOException("the connection was closed while it was made");
    }
  }

  @Override
  public void close() {
    closed = true;
    Closer.closeQuietly(wire);
    super.close(CloseMode.IMMEDIATE);
  }

  @Override
  public void close(CloseMode mode) {
    close();
  }

  @Override
  public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
    interim = 0;
    headLength = 0;
    Attempt.CURRENT.get().enter(Attempt.Phase.SEND);
    super.sendRequestHeader(request);
  }

  @Override
  public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
    Attempt.CURRENT.get().enter(Attempt.Phase.HEAD);
    inHead = true;
    ClassicHttpResponse response = super.receiveResponseHeader();
    inHead = false;
    if (ended) {
      // The parser takes the end of the stream for the end of the head.
      throw new ConnectionClosedException("the connection ended within the answer's head");
    }
    int status = response.getCode();
    if (status == 101) {
      throw new ProtocolException("a switch of protocols that nobody asked for");
    }
    if (status < 200 && ++interim > MOST_INTERIM) {
      throw new MessageConstraintException("more than " + MOST_INTERIM + " interim answers (1xx)");
    }
    return response;
  }

  @Override
  public @Nullable Socket getSocket() {
    SocketHolder holder = getSocketHolder();
    return holder == null ? null : holder.getSocket();
  }

  @Override
  public @Nullable SSLSession getSSLSession() {
    return getSocket() instanceof SSLSocket tls ? tls.getSession() : null;
  }

  /// Nothing to do: there are no socket timeouts, only the deadline of the exchange.
  @Override
  public void passivate() {}

  @Override
  public void activate() {}

  /// Notes the end of what the other side sends.
  private final class WatchedSocket extends SocketHolder {
    WatchedSocket(Socket socket) {
      super(socket);
    }

    WatchedSocket(SSLSocket tls, Socket socket) {
      super(tls, socket);
    }

    @Override
    protected InputStream getInputStream(Socket socket) throws IOException {
      return new FilterInputStream(super.getInputStream(socket)) {
        @Override
        public int read() throws IOException {
          int next = super.read();
          noted(next < 0 ? next : 1);
          return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
          return noted(super.read(bytes, from, length));
        }
      };
    }

    private int noted(int count) throws MessageConstraintException {
      if (count < 0) {
        ended = true;
      } else if (inHead) {
        headLength += count;
        if (headLength > MOST_HEAD) {
          throw new MessageConstraintException("a head of more than " + MOST_HEAD + " bytes");
        }
      }
      return count;
    }
  }
}
