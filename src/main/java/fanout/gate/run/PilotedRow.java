package fanout.gate.run;

import fanout.gate.arm.BenchmarkRow;
import fanout.gate.result.ArmName;
import fanout.gate.result.GateRow;
import fanout.gate.result.RowFailure;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is known after the pilots. Rows that failed come after those that worked.
///
/// @param pilots of the rows that worked, in the order of the rows
/// @param failed those that did not
/// @param seconds what all of them took
record PilotedRow(List<Pilot> pilots, List<FailedPilot> failed, double seconds) {
  /// A row whose pilot failed.
  ///
  /// @param why as a sentence
  record FailedPilot(BenchmarkRow row, String why) {}

  PilotedRow {
    pilots = List.copyOf(pilots);
    failed = List.copyOf(failed);
  }

  /// How many rows there are.
  int count() {
    return pilots.size() + failed.size();
  }

  /// The rows of the run.
  List<GateRow> rows(ForkLengths lengths) {
    return Stream.concat(
            pilots.stream().map(pilot -> pilot.gateRow(lengths)),
            failed.stream().map(pilot -> UnknownMode.row(pilot.row)))
        .toList();
  }

  /// What each fork is going to take, in seconds, for each row; 0 of what failed.
  List<Double> forkSeconds(ForkLengths lengths) {
    return Stream.concat(
            pilots.stream().map(pilot -> pilot.forkSeconds(lengths)), failed.stream().map(_ -> 0.0))
        .toList();
  }

  /// What the plan cut off, as sentences.
  List<String> notes(ForkLengths lengths) {
    long cut =
        lengths.warmUpFromPilots()
            ? pilots.stream().filter(pilot -> pilot.needsMoreThan(lengths.mostWarmUp())).count()
            : 0;
    return cut == 0
        ? List.of()
        : List.of(
            "%s of %s rows would need more than the %s iterations of warm-up that fit the budget."
                .formatted(cut, count(), lengths.mostWarmUp()));
  }

  List<RowFailure> failures() {
    return IntStream.range(0, failed.size())
        .mapToObj(i -> new RowFailure(pilots.size() + i, ArmName.BASELINE, failed.get(i).why))
        .toList();
  }

  /// The first is named: each was told of when it failed.
  ///
  /// @throws GateException if one failed
  void requireNoFailure() throws GateException {
    if (failed.isEmpty()) {
      return;
    }
    int more = failed.size() - 1;
    throw GateException.benchmarkFailed(
        "%s failed in the baseline: %s%s"
            .formatted(
                failed.getFirst().row,
                failed.getFirst().why,
                more == 0 ? "" : " (and %s more failed)".formatted(more)));
  }
}
