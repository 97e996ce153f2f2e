package fanout.stub;

import fanout.os.ChildProcess;
import fanout.os.TemporaryFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The stub in a JVM of its own, so that it shares no heap, no compiler and no threads with what is
/// measured. It ends with this JVM, also when this one is killed.
public final class StubProcess implements Stub {
  private static final Duration START_DEADLINE = Duration.ofSeconds(20);
  private static final Duration STOP_DEADLINE = Duration.ofSeconds(5);

  /// Everything else is the JVM's choice, as for any server.
  private static final List<String> JVM_FLAGS =
      List.of(
          // Warnings of the JVM do not belong between the lines of the protocol.
          "-Xlog:disable",
          "-Xlog:all=warning:stderr",
          "-XX:-UsePerfData",
          "--sun-misc-unsafe-memory-access=allow");

  private final ChildProcess process;
  private final PayloadSource payloadSource;
  private final TemporaryFolder folder;
  private final URI baseUri;

  private StubProcess(
      ChildProcess process, PayloadSource payloadSource, TemporaryFolder folder, URI baseUri) {
    this.process = process;
    this.payloadSource = payloadSource;
    this.folder = folder;
    this.baseUri = baseUri;
  }

  /// Starts a process on a free port that responds without delay.
  ///
  /// @throws StubException if it does not serve within 20 s, with its own words
  public static StubProcess start(Payloads payloads) throws StubException {
    return start(0, payloads, Duration.ZERO);
  }

  /// Starts a process; as [StubServer#start(int, Payloads, Duration)].
  ///
  /// @throws StubException if it does not serve within 20 s, with its own words
  /// @throws IllegalArgumentException if the port is no port, or the delay not from 0 to 60 s
  public static StubProcess start(int port, Payloads payloads, Duration defaultDelay)
      throws StubException {
    StubServer.checkArguments(port, defaultDelay);
    var folder = StubFolder.create();
    try {
      return start(launch(folder.path(), port, defaultDelay), folder, payloads);
    } catch (StubException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /// The files are written when the process is there, which deletes them if this JVM is killed
  /// meanwhile.
  private static StubProcess start(ChildProcess process, TemporaryFolder folder, Payloads payloads)
      throws StubException {
    try {
      var output = ChildOutput.of(process);
      StubFolder.fill(folder.path(), payloads);
      requestService(process);
      return new StubProcess(process, payloads.source(), folder, output.awaitReady(START_DEADLINE));
    } catch (StubException | RuntimeException e) {
      end(process);
      throw e;
    }
  }

  private static void requestService(ChildProcess process) {
    try {
      process.input().write(StubMain.SERVE);
      process.input().flush();
    } catch (IOException _) {
      // The process has ended; its output says why.
    }
  }

  @Override
  public URI baseUri() {
    return baseUri;
  }

  @Override
  public PayloadSource payloadSource() {
    return payloadSource;
  }

  /// The id of the process.
  public long pid() {
    return process.pid();
  }

  /// The temporary folder, gone after [#close()].
  Path folder() {
    return folder.path();
  }

  @Override
  public void close() {
    end(process);
    folder.close();
  }

  private static ChildProcess launch(Path folder, int port, Duration defaultDelay)
      throws StubException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_FLAGS);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(StubMain.class.getName());
    command.add(folder.toString());
    command.add(Integer.toString(port));
    command.add(Long.toString(defaultDelay.toMillis()));
    try {
      return ChildProcess.start(new ProcessBuilder(command));
    } catch (IOException e) {
      throw new StubException("The stub's process cannot be started: " + e.getMessage(), e);
    }
  }

  /// Closes the pipe that the process reads, which ends it by itself; one that hangs is killed.
  private static void end(ChildProcess process) {
    try {
      process.input().close();
      if (!process.awaitEnd(STOP_DEADLINE)) {
        process.kill();
        var _ = process.awaitEnd();
      }
    } catch (IOException _) {
      process.kill();
    } catch (InterruptedException _) {
      process.kill();
      Thread.currentThread().interrupt();
    }
  }
}
