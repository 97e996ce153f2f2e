package fanout.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What those of one cluster know and nobody else: the cluster's name, 128 random bits.
///
/// Hazelcast's community edition has no other password, and no TLS: the name crosses the network as
/// it is.
///
/// @param name as Hazelcast has it
public record ClusterToken(String name) {
  private static final int BYTES = 16;
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");

  private static final Set<PosixFilePermission> OWNERS =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /// For a cluster that ends with those who began it.
  public static ClusterToken random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new ClusterToken(HexFormat.of().formatHex(bytes));
  }

  private static ClusterToken ofThisMachine() {
    return new ClusterToken("fanout-on-loopback");
  }

  /// What a file holds that nobody but its user may read; without a file, the token of members on
  /// this machine's loopback interface.
  ///
  /// @throws ClusterException as [#read]
  public static ClusterToken ofFile(@Nullable Path file) throws ClusterException {
    return file == null ? ofThisMachine() : read(file);
  }

  /// What a file holds that nobody but its user may read.
  ///
  /// @throws ClusterException if it holds something else, or others may read it
  static ClusterToken read(Path file) throws ClusterException {
    try {
      if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
        throw new ClusterException(
            "Others may read the token file '%s'; chmod 600 makes it private".formatted(file));
      }
      return of(Files.readString(file).strip(), file);
    } catch (UnsupportedOperationException e) {
      throw new ClusterException("Whether others may read '" + file + "' cannot be told", e);
    } catch (ClusterException e) {
      throw e;
    } catch (IOException e) {
      throw new ClusterException(
          "There is no token file '%1$s'; (umask 077; openssl rand -hex 16 >%1$s) makes one"
              .formatted(file),
          e);
    }
  }

  private static ClusterToken of(String text, Path file) throws ClusterException {
    if (!HEX.matcher(text).matches()) {
      throw new ClusterException(
          "The token file '%s' does not hold %d hexadecimal digits, as openssl rand -hex %d prints"
              .formatted(file, 2 * BYTES, BYTES));
    }
    return new ClusterToken(text);
  }

  /// Not the name, which is a secret.
  @Override
  public String toString() {
    return "a token";
  }
}
