package fanout.fetch;

import java.util.concurrent.atomic.AtomicLong;

/// The bytes of all bodies that are being received or decoded: bounded, so that many large bodies
/// at once fail by name before this JVM runs out of memory.
final class BodyMemory {
  /// Half of the heap; the other half is for what the bodies are decoded into.
  static final BodyMemory OF_THIS_JVM = new BodyMemory(Runtime.getRuntime().maxMemory() / 2);

  private final long limitBytes;
  private final AtomicLong reservedBytes = new AtomicLong();

  BodyMemory(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  /// Takes room for as many bytes.
  ///
  /// @throws ResponseRejectedException if there is not so much; nothing is taken then
  void reserve(long bytes) throws ResponseRejectedException {
    if (reservedBytes.addAndGet(bytes) > limitBytes) {
      release(bytes);
      throw new ResponseRejectedException(
          "sent a body for which there is no room: all that are received at once may take "
              + Bytes.inWords(limitBytes));
    }
  }

  /// Gives back what was taken.
  void release(long bytes) {
    reservedBytes.addAndGet(-bytes);
  }

  long reservedBytes() {
    return reservedBytes.get();
  }
}
