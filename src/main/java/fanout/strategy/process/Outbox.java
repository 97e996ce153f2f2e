package fanout.strategy.process;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What is to be written to a worker. Any thread may post at any time; whoever flushes writes for
/// all, in one system call where the pipe has room.
final class Outbox {
  private final Queue<Frame.Request> posted = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();
  private @Nullable OutputStream pipe;
  private @Nullable FrameWriter writer;

  /// Has what is flushed from now on written to `out`.
  void open(OutputStream out) {
    writing.lock();
    try {
      pipe = out;
      writer = new FrameWriter(out);
    } finally {
      writing.unlock();
    }
  }

  /// Notes what [#flush] will write. This never blocks.
  void post(Frame.Request request) {
    posted.add(request);
  }

  /// Writes what was posted before this call.
  ///
  /// @throws IOException if the pipe takes no more; what was posted is dropped
  void flush() throws IOException {
    while (!posted.isEmpty()) {
      writing.lock();
      try {
        write();
      } catch (IOException e) {
        posted.clear();
        throw e;
      } finally {
        writing.unlock();
      }
    }
  }

  /// Closes the pipe. This never blocks.
  ///
  /// @return false if it is not open, or another thread writes to it
  boolean tryClose() throws IOException {
    if (!writing.tryLock()) {
      return false;
    }
    try {
      if (pipe == null) {
        return false;
      }
      pipe.close();
      return true;
    } finally {
      writing.unlock();
    }
  }

  private void write() throws IOException {
    if (writer == null) {
      throw new IOException("not started");
    }
    for (var frame = posted.poll(); frame != null; frame = posted.poll()) {
      writer.add(frame);
    }
    writer.flush();
  }
}
