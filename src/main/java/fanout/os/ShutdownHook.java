package fanout.os;

/// What this JVM does when it ends, unless that is closed before.
public final class ShutdownHook implements AutoCloseable {
  private final Thread thread;

  private ShutdownHook(Thread thread) {
    this.thread = thread;
  }

  /// Installs a hook.
  ///
  /// @param name of the thread that runs `action`, beside other hooks
  public static ShutdownHook install(String name, Runnable action) {
    var thread = new Thread(action, name);
    Runtime.getRuntime().addShutdownHook(thread);
    return new ShutdownHook(thread);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException _) {
      // This JVM is ending already, and runs the hook.
    }
  }
}
