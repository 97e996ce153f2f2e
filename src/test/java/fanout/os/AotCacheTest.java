package fanout.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
  private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;
  private Path jar;
  private Path cache;

  @BeforeEach
  void build() throws IOException {
    jar = file("benchmarks.jar", "twelve bytes", BUILT);
    cache = file("fetch-12.aot", "", BUILT.plusSeconds(1));
  }

  @Test
  void isNamedByTheLengthOfItsJar() throws IOException {
    assertThat(AotCache.fileFor(JavaProgram.FETCH, jar)).isEqualTo(cache);
  }

  @Test
  void isUsedWhereItIsNewerThanItsJar() {
    assertThat(AotCache.usable(JavaProgram.FETCH, jar)).contains(cache);
  }

  @Test
  void isNotUsedForAnotherProgram() {
    assertThat(AotCache.usable(JavaProgram.WORKER, jar)).isEmpty();
  }

  @Test
  void isNotUsedForAJarThatWasBuiltLater() throws IOException {
    Files.setLastModifiedTime(jar, FileTime.from(BUILT.plusSeconds(2)));

    assertThat(AotCache.usable(JavaProgram.FETCH, jar)).isEmpty();
  }

  @Test
  void isNotUsedForAnOlderJarOfAnotherLength() throws IOException {
    file("benchmarks.jar", "another jar", BUILT);

    assertThat(AotCache.usable(JavaProgram.FETCH, jar)).isEmpty();
  }

  @Test
  void isNotUsedWhereThereIsNoJar() throws IOException {
    Files.delete(jar);

    assertThat(AotCache.usable(JavaProgram.FETCH, jar)).isEmpty();
  }

  @Test
  void isNotUsedForAFolderOfClasses() {
    assertThat(AotCache.usable(JavaProgram.FETCH, folder)).isEmpty();
  }

  @Test
  void cachesOfFormerJarsAreDeletedButNotThoseOfOtherPrograms() throws IOException {
    file("fetch-11.aot", "", BUILT);
    file("fetch-12.aot.tmp", "", BUILT);
    var worker = file("worker-12.aot", "", BUILT);

    AotCache.deleteAll(JavaProgram.FETCH, jar);

    try (var left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(jar, worker);
    }
  }

  @Test
  void aJvmStartsFromACacheOfItsOwnAndNotFromAnyFile() throws Exception {
    var own = folder.resolve("own.aot");
    var made = new ProcessBuilder(java("-XX:AOTCacheOutput=" + own, "-version"));
    made.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    made.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    assertThat(made.start().waitFor()).isZero();

    assertThat(AotCache.isAccepted(java("-XX:AOTCache=" + own))).isTrue();
    assertThat(AotCache.isAccepted(java("-XX:AOTCache=" + cache))).isFalse();
  }

  private static List<String> java(String... flags) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.concat(Stream.of(java), Stream.of(flags)).toList();
  }

  private Path file(String name, String content, Instant modified) throws IOException {
    var file = Files.writeString(folder.resolve(name), content);
    return Files.setLastModifiedTime(file, FileTime.from(modified));
  }
}
