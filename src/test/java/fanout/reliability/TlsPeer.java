package fanout.reliability;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A server with TLS whose certificate nobody signed but itself.
final class TlsPeer {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final SSLContext CONTEXT = context();

  private TlsPeer() {}

  /// Makes the keys, which takes a second, before anybody waits for them.
  static void prepare() {
    Objects.requireNonNull(CONTEXT);
  }

  /// Shakes hands, and responds with an empty list to whoever trusts the certificate.
  static void greet(Peer peer) throws IOException {
    var plain = peer.socket();
    try (var secure =
        (SSLSocket) CONTEXT.getSocketFactory().createSocket(plain, null, plain.getPort(), false)) {
      secure.setUseClientMode(false);
      secure.startHandshake();
      secure.getOutputStream().write((Peer.head("Content-Length: 2") + "[]").getBytes(US_ASCII));
    }
  }

  private static SSLContext context() {
    try {
      var folder = Files.createTempDirectory("tls-peer");
      var file = folder.resolve("keys.p12");
      makeKeys(file);
      var store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD);
      }
      Files.delete(file);
      Files.delete(folder);
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | InterruptedException | GeneralSecurityException e) {
      throw new IllegalStateException("No keys for a server with TLS", e);
    }
  }

  private static void makeKeys(Path file) throws IOException, InterruptedException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var words =
        List.of(
            keytool,
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=127.0.0.1",
            "-alias",
            "peer",
            "-storepass",
            new String(PASSWORD),
            "-keystore",
            file.toString());
    int exit = new ProcessBuilder(words).redirectErrorStream(true).start().waitFor();
    if (exit != 0) {
      throw new IOException("keytool ended with exit code " + exit);
    }
  }
}
