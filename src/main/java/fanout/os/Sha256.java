package fanout.os;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of all that was added, in its order.
public final class Sha256 {
  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256.", e);
    }
  }

  /// Of one text, in UTF-8.
  public static Sha256 of(String text) {
    return new Sha256().add(text);
  }

  public Sha256 add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /// Adds a text in UTF-8.
  public Sha256 add(String text) {
    return add(text.getBytes(UTF_8));
  }

  /// Adds what a file holds.
  public Sha256 addFile(Path file) throws IOException {
    try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      Files.copy(file, out);
    }
    return this;
  }

  /// Adds what a file holds, or what all files below a folder hold, in the order of their names.
  public Sha256 addAll(Path entry) throws IOException {
    try (var files = Files.walk(entry)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        addFile(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return this;
  }

  /// The 32 bytes. The next sum begins anew.
  public byte[] bytes() {
    return digest.digest();
  }

  /// The same as 64 hexadecimal digits.
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }
}
