package fanout.stub;

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

  private final Process process;
  private final PayloadSource payloadSource;
  private final Path folder;
  private final URI baseUri;

  private StubProcess(Process process, PayloadSource payloadSource, Path folder, URI baseUri) {
    this.process = process;
    this.payloadSource = payloadSource;
    this.folder = folder;
    this.baseUri = baseUri;
  }

  /// Starts a process on a free port that answers at once.
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
      return start(launch(folder, port, defaultDelay), folder, payloads);
    } catch (StubException | RuntimeException e) {
      StubFolder.delete(folder);
      throw e;
    }
  }

  /// The files are written when the process is there, which deletes them if this JVM is killed
  /// meanwhile.
  private static StubProcess start(Process process, Path folder, Payloads payloads)
      throws StubException {
    try {
      var output = new ChildOutput(process);
      StubFolder.fill(folder, payloads);
      tellToServe(process);
      return new StubProcess(process, payloads.source(), folder, output.awaitReady(START_DEADLINE));
    } catch (StubException | RuntimeException e) {
      end(process);
      throw e;
    }
  }

  private static void tellToServe(Process process) {
    try {
      process.getOutputStream().write(StubMain.SERVE);
      process.getOutputStream().flush();
    } catch (IOException _) {
      // The process has ended; its output tells why.
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
    return folder;
  }

  @Override
  public void close() {
    end(process);
    StubFolder.delete(folder);
  }

  private static Process launch(Path folder, int port, Duration defaultDelay) throws StubException {
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
      return new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new StubException("The stub's process cannot be started: " + e.getMessage(), e);
    }
  }

  /// Closes the pipe that the process reads, which ends it by itself; one that hangs is killed.
  private static void end(Process process) {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_DEADLINE)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException _) {
      process.destroyForcibly();
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
