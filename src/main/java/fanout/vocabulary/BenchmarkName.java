package fanout.vocabulary;

/// Which benchmark a result is of.
public sealed interface BenchmarkName permits Benchmark, Unknown {
  /// Class and method as they stand in files, such as `SixEndpointsBenchmark.fetchAll`.
  String text();

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
