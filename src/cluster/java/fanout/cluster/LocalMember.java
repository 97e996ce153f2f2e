package fanout.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import fanout.os.ChildProcess;
import fanout.os.LastWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One member of [LocalMembers]: a JVM that runs [MemberMain].
public final class LocalMember implements AutoCloseable {
  /// System property with further JVM flags for members, separated by spaces, such as
  /// `-XX:TieredStopAtLevel=1`.
  private static final String JVM_ARGS_PROPERTY = "fanout.member.jvmArgs";

  private static final Duration START_DEADLINE = Duration.ofSeconds(60);
  private static final Duration STOP_DEADLINE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int KEPT_BYTES = 4096;

  /// No `hsperfdata` file, which a killed member would leave behind; warnings of the JVM do not
  /// belong between the lines of the protocol.
  private static final List<String> JVM_FLAGS =
      List.of(
          "-Xlog:disable",
          "-Xlog:all=warning:stderr",
          "-XX:-UsePerfData",
          "-XX:+UseSerialGC",
          "--sun-misc-unsafe-memory-access=allow");

  private final ChildProcess process;
  private final MemberAddress address;
  private final LastWords errors;
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  private LocalMember(ChildProcess process, MemberAddress address) {
    this.process = process;
    this.address = address;
    this.errors = LastWords.of(process.errors(), "member-stderr", KEPT_BYTES);
    Thread.ofPlatform().daemon().name("member-stdout").start(this::readLines);
  }

  /// Starts one, and returns when it is in the cluster.
  ///
  /// @param join whom it joins; null where it begins the cluster
  static LocalMember start(
      ClusterToken token,
      MemberAddress address,
      @Nullable MemberAddress join,
      int inFlight,
      @Nullable URI stub)
      throws ClusterException, InterruptedException {
    var builder = new ProcessBuilder(command(address, join, inFlight, stub));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return start(builder, token, address);
  }

  /// What runs one, with this JVM's class path in the environment variable `CLASSPATH`.
  static List<String> command(
      MemberAddress address, @Nullable MemberAddress join, int inFlight, @Nullable URI stub) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(JVM_FLAGS);
    words.addAll(moreFlags());
    words.add(MemberMain.class.getName());
    words.add(address.toString());
    words.add(join == null ? MemberMain.NONE : join.toString());
    words.add(Integer.toString(inFlight));
    words.add(stub == null ? MemberMain.NONE : stub.toString());
    return words;
  }

  /// Starts one with a command of its own; as the other method.
  static LocalMember start(ProcessBuilder builder, ClusterToken token, MemberAddress address)
      throws ClusterException, InterruptedException {
    LocalMember member;
    try {
      member = new LocalMember(ChildProcess.start(builder), address);
    } catch (IOException e) {
      throw new ClusterException("A member cannot be started: " + e.getMessage(), e);
    }
    try {
      member.tell(token);
      member.awaitReady();
      return member;
    } catch (ClusterException | InterruptedException | RuntimeException e) {
      member.close();
      throw e;
    }
  }

  public MemberAddress address() {
    return address;
  }

  /// To look at it; whoever wants it ended asks this class.
  public ProcessHandle handle() {
    return process.handle();
  }

  public boolean isAlive() {
    return process.handle().isAlive();
  }

  /// Ends it at once.
  public void kill() {
    process.kill();
  }

  /// Has it end by itself, and does not wait for that.
  void endInput() {
    try {
      process.input().close();
    } catch (IOException _) {
      process.kill();
    }
  }

  @Override
  public void close() {
    endInput();
    try {
      if (!process.awaitEnd(STOP_DEADLINE)) {
        process.kill();
        var _ = process.awaitEnd();
      }
    } catch (InterruptedException _) {
      process.kill();
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> moreFlags() {
    var flags = System.getProperty(JVM_ARGS_PROPERTY, "").strip();
    return flags.isEmpty() ? List.of() : List.of(flags.split("\\s+", -1));
  }

  private void tell(ClusterToken token) {
    try {
      process.input().write((token.name() + "\n").getBytes(US_ASCII));
      process.input().flush();
    } catch (IOException _) {
      // The process has ended; its output says why.
    }
  }

  private void awaitReady() throws ClusterException, InterruptedException {
    try {
      var _ = ready.get(START_DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new ClusterException(
          "Member %s was not there within %d s".formatted(address, START_DEADLINE.toSeconds()), e);
    } catch (ExecutionException e) {
      var words = errors.await(PATIENCE).text();
      throw new ClusterException(
          "Member "
              + address
              + " ended before it was there"
              + (words.isEmpty() ? "" : ": " + words),
          e);
    }
  }

  private void readLines() {
    try (var lines = new BufferedReader(new InputStreamReader(process.output(), UTF_8))) {
      lines.lines().filter(line -> line.startsWith(MemberMain.READY)).forEach(ready::complete);
    } catch (IOException | UncheckedIOException _) {
      // The same as the end of the stream: the process is gone.
    } finally {
      ready.completeExceptionally(new IOException("The output ended"));
    }
  }
}
