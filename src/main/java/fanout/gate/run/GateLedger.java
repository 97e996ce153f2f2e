package fanout.gate.run;

import fanout.gate.judge.VoidRule;
import fanout.gate.result.ControlFork;
import fanout.gate.result.Failure;
import fanout.gate.result.GateFile;
import fanout.gate.result.GateRun;
import fanout.gate.result.MachineDuring;
import fanout.gate.result.Pair;
import fanout.gate.result.RulerPair;
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
  private final List<Found> round = new ArrayList<>();
  private final List<Entry> again = new ArrayList<>();
  private GateRun run;

  /// Begins with what is known before the next round. Why a run ended that is gone on with is of no
  /// more concern.
  ///
  /// @param judge says which rows still need pairs
  GateLedger(Path file, GateRun run, Function<GateRun, List<Integer>> judge) {
    this.file = file;
    this.run = run.withNotes(EarlyEnd.without(run.notes()));
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
        run.ruler().stream().mapToInt(RulerPair::round).max().orElse(0));
  }

  /// Rows that still need pairs.
  List<Integer> open() {
    var failed = run.failures().stream().map(Failure::row).toList();
    return judge.apply(run).stream().filter(row -> !failed.contains(row)).toList();
  }

  /// Why what was just measured does not count, by the rule that was fixed beforehand; null where
  /// it does.
  @Nullable String voidReason(Entry entry, MachineDuring machine) {
    return VoidRule.reason(machine, voidSoFar(entry), run.settings().maxPairs());
  }

  /// Keeps what an entry of the round under way found.
  void add(Entry entry, Found found) {
    round.add(found);
    if (isVoid(found)) {
      again.add(entry);
    }
  }

  /// What did not count since this was last asked, to be measured again; not of rows that failed.
  List<Entry> takeVoid() {
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
        case Found.APair(Pair pair) -> pairs.add(pair);
        case Found.ATriple(Pair pair, ControlFork control) -> {
          pairs.add(pair);
          controls.add(control);
        }
        case Found.ARuler(RulerPair twice) -> ruler.add(twice);
        case Found.AFailure(Failure failure) -> {
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
        .filter(Found.AFailure.class::isInstance)
        .map(found -> ((Found.AFailure) found).failure().row())
        .toList();
  }

  private static boolean isOf(Entry entry, List<Integer> rows) {
    return switch (entry) {
      case Entry.OfPair pair -> rows.contains(pair.row());
      case Entry.OfTriple triple -> rows.contains(triple.row());
      case Entry.OfRuler _ -> false;
    };
  }

  private static boolean isVoid(Found found) {
    return switch (found) {
      case Found.APair(Pair pair) -> pair.voidReason() != null;
      case Found.ATriple(Pair pair, ControlFork _) -> pair.voidReason() != null;
      case Found.ARuler(RulerPair ruler) -> ruler.voidReason() != null;
      case Found.AFailure _ -> false;
    };
  }

  private int voidSoFar(Entry entry) {
    var before = new ArrayList<Found>();
    run.pairs().forEach(pair -> before.add(new Found.APair(pair)));
    run.ruler().forEach(ruler -> before.add(new Found.ARuler(ruler)));
    before.addAll(round);
    return (int) before.stream().filter(found -> isVoid(found) && isAbout(found, entry)).count();
  }

  private static boolean isAbout(Found found, Entry entry) {
    return switch (entry) {
      case Entry.OfPair of -> rowOf(found) == of.row();
      case Entry.OfTriple of -> rowOf(found) == of.row();
      case Entry.OfRuler _ -> found instanceof Found.ARuler;
    };
  }

  private static int rowOf(Found found) {
    return switch (found) {
      case Found.APair(Pair pair) -> pair.row();
      case Found.ATriple(Pair pair, ControlFork _) -> pair.row();
      case Found.AFailure(Failure failure) -> failure.row();
      case Found.ARuler _ -> -1;
    };
  }

  private void write(
      List<Pair> pairs,
      List<ControlFork> controls,
      List<RulerPair> ruler,
      List<Failure> failures,
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
