package fanout.measure;

/// Asks a run to end early: the fork under way is lost, and with it its round.
public final class StopSignal {
  private volatile boolean stopped;

  /// Takes effect before the next fork; whoever calls it ends the fork under way.
  public void stop() {
    stopped = true;
  }

  public boolean stopped() {
    return stopped;
  }
}
