package fanout.gate.run;

import fanout.gate.judge.DiscardRule;
import fanout.gate.result.ControlFork;
import fanout.gate.result.GateFile;
import fanout.gate.result.GateRun;
import fanout.gate.result.Pair;
import fanout.gate.result.ReferenceLoopPair;
import fanout.gate.result.RowFailure;
import fanout.measure.Interference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a run has found, kept in `gate.json` after every full round: what is written is always a
/// run that can be judged, and gone on with.
final class GateLedger {
  private final Path file;
  private final Function<GateRun, List<Integer>> judge;
  private final List<ForkOutcome> round = new ArrayList<>();
  private final List<ScheduledFork> again = new ArrayList<>();
  private GateRun run;

  /// Begins with what is known before the next round. Why a run ended that is gone on with is of no
  /// more concern.
  ///
  /// @param judge says which rows still need pairs
  GateLedger(Path file, GateRun run, Function<GateRun, List<Integer>> judge) {
    this.file = file;
    this.run = run.withNotes(StopReason.without(run.notes()));
    this.judge = judge;
  }

  /// All full rounds.
  GateRun run() {
    return run;
  }

  /// Number of the last full round; 0 before the first.
  int lastRound() {
    return Math.max(
        run.pairs().stream().mapToInt(Pair::round).max().orElse(0),
        run.ruler().stream().mapToInt(ReferenceLoopPair::round).max().orElse(0));
  }

  /// Rows that still need pairs.
  List<Integer> open() {
    var failed = run.failures().stream().map(RowFailure::row).toList();
    return judge.apply(run).stream().filter(row -> !failed.contains(row)).toList();
  }

  /// Why what was just measured does not count, by the rule that was fixed beforehand; null where
  /// it does.
  @Nullable String voidReason(ScheduledFork entry, Interference machine) {
    return DiscardRule.reason(machine, voidSoFar(entry), run.settings().maxPairs());
  }

  /// Keeps what an entry of the round under way found.
  void add(ScheduledFork entry, ForkOutcome found) {
    round.add(found);
    if (isVoid(found)) {
      again.add(entry);
    }
  }

  /// What did not count since this was last asked, to be measured again; not of rows that failed.
  List<ScheduledFork> takeVoid() {
    var failed = failedRows();
    var entries = again.stream().filter(entry -> !isOf(entry, failed)).toList();
    again.clear();
    return entries;
  }

  /// The round is full: it is part of the run from now on.
  void closeRound() {
    var pairs = new ArrayList<>(run.pairs());
    var controls = new ArrayList<>(run.controls());
    var ruler = new ArrayList<>(run.ruler());
    var failures = new ArrayList<>(run.failures());
    for (var found : round) {
      switch (found) {
        case ForkOutcome.APair(Pair pair) -> pairs.add(pair);
        case ForkOutcome.ATriple(Pair pair, ControlFork control) -> {
          pairs.add(pair);
          controls.add(control);
        }
        case ForkOutcome.ARuler(ReferenceLoopPair twice) -> ruler.add(twice);
        case ForkOutcome.AFailure(RowFailure failure) -> {
          if (failures.stream().noneMatch(known -> known.row() == failure.row())) {
            failures.add(failure);
          }
        }
      }
    }
    round.clear();
    write(pairs, controls, ruler, failures, run.notes(), false);
  }

  /// Nothing remains to be measured.
  void complete() {
    write(run.pairs(), run.controls(), run.ruler(), run.failures(), run.notes(), true);
  }

  /// Something to know about the run.
  void note(String sentence) {
    var notes = new ArrayList<>(run.notes());
    if (!notes.contains(sentence)) {
      notes.add(sentence);
    }
    write(run.pairs(), run.controls(), run.ruler(), run.failures(), notes, run.complete());
  }

  private List<Integer> failedRows() {
    return round.stream()
        .filter(ForkOutcome.AFailure.class::isInstance)
        .map(found -> ((ForkOutcome.AFailure) found).failure().row())
        .toList();
  }

  private static boolean isOf(ScheduledFork entry, List<Integer> rows) {
    return switch (entry) {
      case ScheduledFork.OfPair pair -> rows.contains(pair.row());
      case ScheduledFork.OfTriple triple -> rows.contains(triple.row());
      case ScheduledFork.OfRuler _ -> false;
    };
  }

  private static boolean isVoid(ForkOutcome found) {
    return switch (found) {
      case ForkOutcome.APair(Pair pair) -> pair.voidReason() != null;
      case ForkOutcome.ATriple(Pair pair, ControlFork _) -> pair.voidReason() != null;
      case ForkOutcome.ARuler(ReferenceLoopPair ruler) -> ruler.voidReason() != null;
      case ForkOutcome.AFailure _ -> false;
    };
  }

  private int voidSoFar(ScheduledFork entry) {
    var before = new ArrayList<ForkOutcome>();
    run.pairs().forEach(pair -> before.add(new ForkOutcome.APair(pair)));
    run.ruler().forEach(ruler -> before.add(new ForkOutcome.ARuler(ruler)));
    before.addAll(round);
    return (int) before.stream().filter(found -> isVoid(found) && isAbout(found, entry)).count();
  }

  private static boolean isAbout(ForkOutcome found, ScheduledFork entry) {
    return switch (entry) {
      case ScheduledFork.OfPair of -> rowOf(found) == of.row();
      case ScheduledFork.OfTriple of -> rowOf(found) == of.row();
      case ScheduledFork.OfRuler _ -> found instanceof ForkOutcome.ARuler;
    };
  }

  private static int rowOf(ForkOutcome found) {
    return switch (found) {
      case ForkOutcome.APair(Pair pair) -> pair.row();
      case ForkOutcome.ATriple(Pair pair, ControlFork _) -> pair.row();
      case ForkOutcome.AFailure(RowFailure failure) -> failure.row();
      case ForkOutcome.ARuler _ -> -1;
    };
  }

  private void write(
      List<Pair> pairs,
      List<ControlFork> controls,
      List<ReferenceLoopPair> ruler,
      List<RowFailure> failures,
      List<String> notes,
      boolean complete) {
    run =
        new GateRun(
            run.version(),
            run.startedAt(),
            Instant.now(),
            complete,
            run.settings(),
            run.baseline(),
            run.candidate(),
            run.host(),
            run.rows(),
            pairs,
            controls,
            ruler,
            failures,
            Trends.of(run.rows(), pairs),
            notes);
    try {
      GateFile.write(file, run);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
