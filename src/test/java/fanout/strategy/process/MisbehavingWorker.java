package fanout.strategy.process;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// The main class of a worker that misbehaves as an environment variable says: each one, or only
/// the one that makes a file that another variable names. The others are ordinary workers.
public final class MisbehavingWorker {
  private static final String HOW = "FANOUT_TEST_MISBEHAVIOUR";
  private static final String ONCE = "FANOUT_TEST_ONCE";

  private MisbehavingWorker() {}

  /// Workers all of which misbehave.
  static WorkerCommand always(Misbehaviour how) {
    return command(Map.of(HOW, how.name()));
  }

  /// Workers of which one misbehaves: the first that gets as far as making a file in `directory`.
  static WorkerCommand once(Misbehaviour how, Path directory) {
    return command(Map.of(HOW, how.name(), ONCE, directory.resolve("once").toString()));
  }

  private static WorkerCommand command(Map<String, String> environment) {
    return new WorkerCommand(
        MisbehavingWorker.class.getName(), WorkerCommand.standard().jvmFlags(), environment);
  }

  public static void main(String[] args) throws IOException {
    if (isMyTurn()) {
      misbehave(Misbehaviour.valueOf(System.getenv(HOW)));
    }
    Worker.main(args);
  }

  private static boolean isMyTurn() throws IOException {
    var once = System.getenv(ONCE);
    if (once == null) {
      return true;
    }
    try {
      Files.createFile(Path.of(once));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /// Returns where the worker shall do its work beside.
  private static void misbehave(Misbehaviour how) throws IOException {
    var out = new FileOutputStream(FileDescriptor.out);
    switch (how) {
      case PRINTS -> {
        write(out, "[0.012s][error][aot] A file has changed\nListening for transport\n");
        Thread.ofPlatform().daemon().start(MisbehavingWorker::printForEver);
      }
      case RUBBISH -> {
        takeTask(out);
        write(out, "java.lang.OutOfMemoryError: rubbish\n");
        waitForEver();
      }
      case EXITS -> {
        takeTask(out);
        System.err.println("I had enough");
        Runtime.getRuntime().halt(7);
      }
      case HANGS -> {
        takeTask(out);
        waitForEver();
      }
      case ANSWERS_TWICE -> {
        long id = takeTask(out);
        var answer = new Frame.Failure(id, "responded with 404 instead of 200");
        write(out, answer, answer);
        waitForEver();
      }
      case DIES_AT_START -> {
        System.err.println("error while loading shared libraries");
        Runtime.getRuntime().halt(9);
      }
    }
  }

  /// Greets the pool and takes the first fetch.
  private static long takeTask(OutputStream out) throws IOException {
    var in = new FrameReader(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    var _ = in.read();
    write(out, new Frame.Hello());
    return in.read() instanceof Frame.Fetch fetch ? fetch.id() : -1;
  }

  private static void write(OutputStream out, Frame... frames) throws IOException {
    var writer = new FrameWriter(out);
    for (var frame : frames) {
      writer.add(frame);
    }
    writer.flush();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void printForEver() {
    while (true) {
      System.out.print("a stray print");
      System.out.flush();
      LockSupport.parkNanos(100_000);
    }
  }

  private static void waitForEver() {
    while (true) {
      LockSupport.park();
    }
  }
}
