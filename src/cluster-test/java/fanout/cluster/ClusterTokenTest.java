package fanout.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTokenTest {
  private static final String NAME = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  @Test
  void readsWhatOnlyItsOwnerMayRead() throws IOException {
    assertThat(ClusterToken.read(file(NAME + "\n", "rw-------")).name()).isEqualTo(NAME);
    assertThat(ClusterToken.random().name()).matches("[0-9a-f]{32}");
    assertThat(ClusterToken.random()).hasToString("a token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "r-----r--", "rw--w----"})
  void refusesWhatOthersMayRead(String permissions) throws IOException {
    var file = file(NAME, permissions);
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> ClusterToken.read(file))
        .withMessage("Others may read the token file '%s'; chmod 600 makes it private", file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "0123456789ABCDEF0123456789ABCDEF", NAME + NAME})
  void refusesWhatIsNot128Bits(String text) throws IOException {
    var file = file(text, "rw-------");
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> ClusterToken.read(file))
        .withMessageContaining("does not hold 32 hexadecimal digits");
  }

  @Test
  void saysHowToMakeOneThatIsMissing() {
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> ClusterToken.read(folder.resolve("none")))
        .withMessageContaining("(umask 077; openssl rand -hex 16 >" + folder.resolve("none") + ")");
  }

  @Test
  void readsAddresses() {
    assertThat(MemberAddress.parse("10.0.0.3")).hasToString("10.0.0.3:5701");
    assertThat(MemberAddress.parse("host-a.example:1").port()).isEqualTo(1);
    assertThat(MemberAddress.parse("127.0.0.1").isLoopback()).isTrue();
    assertThat(MemberAddress.parse("10.0.0.3").isLoopback()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", "10.0.0.3:0", "10.0.0.3:65536", "x y", "http://10.0.0.3:5701"})
  void refusesWhatIsNoAddress(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> MemberAddress.parse(text));
  }

  private Path file(String text, String permissions) throws IOException {
    return Files.setPosixFilePermissions(
        Files.writeString(folder.resolve("token"), text),
        PosixFilePermissions.fromString(permissions));
  }
}
