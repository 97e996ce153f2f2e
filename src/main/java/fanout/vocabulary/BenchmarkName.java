package fanout.vocabulary;

/// Which benchmark a result is of.
public sealed interface BenchmarkName extends Name permits Benchmark, Unknown {
  /// The benchmark of that name, or of that former name.
  static BenchmarkName of(String text) {
    for (var benchmark : Benchmark.values()) {
      if (benchmark.isCalled(text)) {
        return benchmark;
      }
    }
    return new Unknown(text);
  }
}
