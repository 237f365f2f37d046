package org.parley.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Certificates for servers on loopback, made by the JDK's `keytool` while the test runs, so that
/// none expires in the repository. All are signed by one authority, which only [#client] believes.
public final class LoopbackTls {
  private static final String PASSWORD = "loopback";
  private static final String AUTHORITY = "authority";

  private final Path store;

  private LoopbackTls(Path store) {
    this.store = store;
  }

  /// @param folder for the key store, a test's temporary one
  public static LoopbackTls in(Path folder) throws IOException {
    LoopbackTls tls = new LoopbackTls(folder.resolve("loopback.p12"));
    tls.make(AUTHORITY, "-ext", "bc:critical=ca:true");
    return tls;
  }

  /// Of a server whose certificate holds for 127.0.0.1 and localhost.
  public SSLContext server() throws IOException {
    return certified("valid", "-ext", "san=ip:127.0.0.1,dns:localhost");
  }

  /// Of a server whose certificate ended five days ago.
  public SSLContext expired() throws IOException {
    return certified("expired", "-ext", "san=ip:127.0.0.1", "-startdate", "-10d", "-validity", "5");
  }

  /// Of a server whose certificate is another host's.
  public SSLContext otherHost() throws IOException {
    return certified("other", "-ext", "san=dns:other.example.org");
  }

  /// Of a client that believes the authority, and it alone.
  public SSLContext client() throws IOException {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry(AUTHORITY, load().getCertificate(AUTHORITY));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK cannot set up TLS", e);
    }
  }

  private SSLContext certified(String alias, String... options) throws IOException {
    try {
      if (!load().containsAlias(alias)) {
        List<String> signed = new ArrayList<>(List.of(options));
        signed.addAll(List.of("-signer", AUTHORITY));
        make(alias, signed.toArray(String[]::new));
      }
      KeyStore all = load();
      KeyStore own = KeyStore.getInstance("PKCS12");
      own.load(null, null);
      char[] password = PASSWORD.toCharArray();
      own.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(own, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK cannot set up TLS", e);
    }
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private void make(String alias, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    command.addAll(List.of(options));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (keytool.waitFor() != 0) {
        throw new IOException("keytool could not make '" + alias + "': " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool made '" + alias + "'", e);
    }
  }
}
