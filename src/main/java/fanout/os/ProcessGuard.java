package fanout.os;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// While it is open, all processes that this JVM starts end with it, also where it is killed: a
/// small JVM is told of each, and ends them when nobody is at the other end of its pipe any more.
public final class ProcessGuard implements AutoCloseable {
  /// A variable of all that is started meanwhile, and of all that this starts, by which it is found
  /// where its parent has ended.
  static final String VARIABLE = "FANOUT_GUARD";

  /// The last line where all ended well.
  static final String DISMISSED = "dismissed";

  /// It does nothing for as long as it lives.
  private static final List<String> JVM_FLAGS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx32m");

  private static volatile @Nullable ProcessGuard open;

  private final OutputStream input;
  private final String mark;

  private ProcessGuard(OutputStream input, String mark) {
    this.input = input;
    this.mark = mark;
  }

  /// Starts a guard; one at a time.
  ///
  /// @throws IOException if its JVM cannot be started
  public static ProcessGuard start() throws IOException {
    var mark = UUID.randomUUID().toString();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java));
    command.addAll(JVM_FLAGS);
    command.addAll(List.of(GuardMain.class.getName(), mark));
    var builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    var guard = new ProcessGuard(builder.start().getOutputStream(), mark);
    open = guard;
    return guard;
  }

  /// Starts a process, which is guarded where a guard is open.
  static Process startGuarded(ProcessBuilder builder) throws IOException {
    var guard = open;
    if (guard == null) {
      return builder.start();
    }
    builder.environment().put(VARIABLE, guard.mark);
    var process = builder.start();
    guard.tell(Long.toString(process.pid()));
    return process;
  }

  /// Has an open guard end whatever bears `argument` on its command line too, in place of what it
  /// was last told so: a process that somebody else's code starts in this JVM.
  ///
  /// @param argument one that no other process bears; no number
  public static void watchBearerOf(String argument) {
    var guard = open;
    if (guard != null) {
      guard.tell(argument);
    }
  }

  private synchronized void tell(String line) {
    try {
      input.write((line + "\n").getBytes(UTF_8));
      input.flush();
    } catch (IOException _) {
      // Somebody has ended the guard. It is needed only where this JVM is killed as well.
    }
  }

  /// What has been started is no more its business.
  @Override
  public void close() {
    open = null;
    tell(DISMISSED);
    try {
      input.close();
    } catch (IOException _) {
      // As above.
    }
  }
}
