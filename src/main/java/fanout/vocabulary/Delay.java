package fanout.vocabulary;

/// How long the stub waits before each response.
public enum Delay implements DelayName {
  /// The stub responds at once.
  NONE(0, Spread.FIXED),
  /// 20 ms stands for a call that crosses a region and asks a database there.
  FIXED_20_MS(20, Spread.FIXED),
  /// 100 ms stands for a call across an ocean.
  FIXED_100_MS(100, Spread.FIXED),
  /// Log-normal with a mean of 20 ms, so that one fetch after the other waits as long as with
  /// [#FIXED_20_MS] and what differs is due to the spread alone: median 17.4 ms, 99th percentile 60
  /// ms.
  LOGNORMAL_20_MS(20, Spread.LOGNORMAL);

  /// Whether all responses wait as long.
  public enum Spread {
    FIXED,
    LOGNORMAL
  }

  private final int meanMillis;
  private final Spread spread;

  Delay(int meanMillis, Spread spread) {
    this.meanMillis = meanMillis;
    this.spread = spread;
  }

  public int meanMillis() {
    return meanMillis;
  }

  public Spread spread() {
    return spread;
  }

  /// Whether each response waits, and all of them as long.
  public boolean isFixedWait() {
    return this != NONE && spread == Spread.FIXED;
  }

  @Override
  public String text() {
    return name();
  }
}
