package fanout.gate.run;

import fanout.gate.result.ArmDifferences;
import fanout.gate.result.GateRow;
import java.util.List;
import java.util.stream.Stream;

/// What is known before the first round.
///
/// @param common what both arms have
/// @param compared whether they measure it alike
/// @param lengths how long forks are
/// @param piloted what the pilots showed
/// @param secondsSpent what all that took of the budget
record Prepared(
    CommonRows common,
    ComparedArms compared,
    ForkLengths lengths,
    PilotedRow piloted,
    double secondsSpent) {

  /// All rows of the run: last of all those that are not measured.
  List<GateRow> rows() {
    return Stream.concat(
            piloted.rows(lengths).stream(), compared.incomparable(common.rows()).stream())
        .toList();
  }

  ArmDifferences differences() {
    return new ArmDifferences(common.missing(), compared.of(rows()));
  }

  /// What to know about the run, as sentences.
  List<String> notes() {
    return Stream.concat(common.notes().stream(), piloted.notes(lengths).stream()).toList();
  }

  /// What each fork is going to take, for each row that is measured.
  List<Double> forkSeconds() {
    return piloted.forkSeconds(lengths);
  }

  /// The plan of the rows that work.
  GatePlan plan(GateRequest request) {
    var controlled = GateSchedule.controlled(request.settings().seed(), piloted.count());
    var eta = new EtaEstimator(forkSeconds(), controlled, secondsSpent, System::nanoTime);
    return GatePlan.of(request, eta, piloted.pilots(), secondsSpent);
  }
}
