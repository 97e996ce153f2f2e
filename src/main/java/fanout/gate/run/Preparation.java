package fanout.gate.run;

import fanout.gate.arm.ArmException;
import fanout.gate.arm.ArmJmh;
import fanout.gate.arm.ListedBenchmark;
import fanout.measure.StopSignal;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// What comes before the first round: lists, a plan in advance, pilots.
///
/// @param arms the arms
/// @param request what is requested
/// @param lines hears what people should know, line by line
/// @param stop ends it early
record Preparation(ArmPair arms, GateRequest request, Consumer<String> lines, StopSignal stop) {
  private static final double NS_PER_SECOND = 1e9;

  /// Prepares a run.
  ///
  /// @throws GateException if nothing can be judged, or the rows do not fit the budget
  Prepared prepared() throws GateException, ArmException, IOException {
    var common = common();
    var baseline = arms.baseline().annotations();
    var compared = new ComparedArms(baseline, arms.candidate().annotations(), request.jmh());
    var rows =
        compared.comparable(common.rows()).stream()
            .map(row -> ExpectedRow.of(row, baseline, request.jmh()))
            .toList();
    arms.requireOneCollector(rows.stream().map(ExpectedRow::row).toList());
    long start = System.nanoTime();
    var plan = planned(rows);
    var lengths = plan.lengths().withMostWarmUp(plan.mostWarmUp());
    var piloted =
        new Pilots(arms.baseline(request.jmh()), lengths, plan.pilotForks(), lines, stop).of(rows);
    requireNotStopped();
    double seconds = (System.nanoTime() - start) / NS_PER_SECOND;
    piloted.notes(lengths).forEach(lines);
    return new Prepared(common, compared, lengths, piloted, seconds);
  }

  private CommonRows common() throws GateException, ArmException {
    var common =
        CommonRows.of(
            list(arms.baseline(request.jmh())),
            list(arms.candidate(request.jmh())),
            request.jmh().params(),
            request.allowMissing());
    common.notes().forEach(lines);
    return common;
  }

  /// A signal ends what lists them too, which then has not failed.
  private List<ListedBenchmark> list(ArmJmh arm) throws GateException, ArmException {
    try {
      return arm.list(request.includes(), request.excludes());
    } catch (ArmException e) {
      if (stop.stoppedWithin(StopSignal.PATIENCE)) {
        throw stoppedEarly();
      }
      throw e;
    }
  }

  /// What cannot fit even where a fork starts at once is refused without a probe.
  private AdvancePlan planned(List<ExpectedRow> rows) throws GateException {
    var lengths = new ForkLengths(request.settings().asAnnotated(), request.jmh());
    new AdvancePlan(request, lengths, rows, StartProbe.LEAST_SECONDS).requireRoom();
    double start =
        rows.isEmpty()
            ? StartProbe.LEAST_SECONDS
            : new StartProbe(arms.baseline(request.jmh()), stop).seconds(rows.getFirst());
    requireNotStopped();
    var plan = new AdvancePlan(request, lengths, rows, start);
    plan.requireRoom();
    lines.accept(plan.describe());
    return plan;
  }

  private void requireNotStopped() throws GateException {
    if (stop.stopped()) {
      throw stoppedEarly();
    }
  }

  private static GateException stoppedEarly() {
    return GateException.nothingToJudge("The gate was stopped before its first round");
  }
}
