package fanout.gate.judge;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// What is simulated, from `simulation.json`: fixed before any run of it.
///
/// @param seed of everything
/// @param rows benchmarks in a run
/// @param pairs forks of each arm of each row
/// @param iterations of a fork
/// @param margin as a share
/// @param models of noise
record Simulation(
    long seed, int rows, int pairs, int iterations, double margin, List<Noise> models) {

  /// How a machine and its forks scatter. All of it on logarithms.
  ///
  /// @param forkSd standard deviation between forks
  /// @param cpuForkSd of their CPU time
  /// @param referenceLoopSd between two runs of the reference loop
  /// @param iterationSd between the iterations of a fork
  /// @param drift how much slower the machine gets from the first fork to the last
  /// @param slowShare share of forks that are slower by `slowFactor`
  /// @param correlatedSd standard deviation of a speed that wanders from fork to fork
  /// @param correlation of that speed between a fork and the next
  /// @param orderBias how much slower a fork is that follows another of its row at once
  record Noise(
      String name,
      String words,
      double forkSd,
      double cpuForkSd,
      double referenceLoopSd,
      double iterationSd,
      double drift,
      double slowShare,
      double slowFactor,
      double correlatedSd,
      double correlation,
      double orderBias) {}

  static Simulation load() {
    return JsonMapper.shared().readValue(text(), Simulation.class);
  }

  static byte[] text() {
    try (InputStream file = Simulation.class.getResourceAsStream("simulation.json")) {
      return Objects.requireNonNull(file).readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Noise model(String name) {
    return models.stream().filter(noise -> noise.name().equals(name)).findFirst().orElseThrow();
  }
}
