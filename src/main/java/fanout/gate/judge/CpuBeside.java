package fanout.gate.judge;

import fanout.gate.result.GateFork;
import fanout.gate.result.Pair;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What compilers and collectors used beside the program: it depends on how long a fork runs rather
/// than on the code in question, so it is told and not judged.
final class CpuBeside {
  private CpuBeside() {}

  /// As a sentence; empty where a fork does not tell.
  ///
  /// @param pairs of one row that count
  static Optional<String> sentence(List<Pair> pairs) {
    if (pairs.isEmpty()
        || !pairs.stream().allMatch(pair -> tells(pair.baseline()) && tells(pair.candidate()))) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Beside the program's CPU time, which is judged, compilers used %.1f %% as much in the"
                + " baseline and %.1f %% in the candidate, garbage collectors %.1f %% and %.1f %%.",
            percent(pairs, Pair::baseline, GateFork.CPU_COMPILER),
            percent(pairs, Pair::candidate, GateFork.CPU_COMPILER),
            percent(pairs, Pair::baseline, GateFork.CPU_COLLECTOR),
            percent(pairs, Pair::candidate, GateFork.CPU_COLLECTOR)));
  }

  private static boolean tells(GateFork fork) {
    return fork.secondary().containsKey(GateFork.CPU_COMPILER)
        && fork.secondary().containsKey(GateFork.CPU_COLLECTOR)
        && perOperation(fork, GateFork.CPU) > 0;
  }

  private static double percent(List<Pair> pairs, Function<Pair, GateFork> arm, String what) {
    return 100
        * pairs.stream()
            .map(arm)
            .mapToDouble(fork -> perOperation(fork, what) / perOperation(fork, GateFork.CPU))
            .average()
            .orElse(0);
  }

  private static double perOperation(GateFork fork, String name) {
    var scores = fork.secondary().get(name);
    return scores == null ? 0 : fork.perOperation(scores);
  }
}
