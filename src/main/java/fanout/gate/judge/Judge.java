package fanout.gate.judge;

import fanout.gate.judge.Judgement.NotExcluded;
import fanout.gate.result.CounterRule;
import fanout.gate.result.GateRun;
import fanout.gate.result.Pair;
import fanout.gate.result.RowNames;
import fanout.gate.result.RowNote;
import fanout.stats.AlphaSpending;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Says what a run found, from its raw numbers alone: the same while it is measured and long after.
public final class Judge {
  private final GateRun run;
  private final List<List<Pair>> pairs;
  private final List<TestedQuantity> members;
  private final Set<Integer> failed;
  private final Set<Integer> open;
  private final RowNames names;

  private Judge(GateRun run) {
    this.run = run;
    this.names = run.rowNames();
    this.pairs = IntStream.range(0, run.rows().size()).mapToObj(run::countedPairs).toList();
    this.members = members();
    this.failed =
        IntStream.range(0, pairs.size())
            .filter(row -> !failures(row).isEmpty())
            .boxed()
            .collect(Collectors.toSet());
    var counts = new HashMap<Integer, Integer>();
    for (int row = 0; row < pairs.size(); row++) {
      counts.put(row, pairs.get(row).size());
    }
    this.open =
        GroupSequentialTest.judge(
            members, counts, failed, run.settings().looks(), run.settings().alpha());
  }

  /// Judges a run, complete or partial.
  public static Judgement of(GateRun run) {
    return new Judge(run).judgement();
  }

  /// Indexes of the rows that still need pairs; none where there is nothing left to measure.
  public static List<Integer> open(GateRun run) {
    var judge = new Judge(run);
    return judge.open.stream()
        .filter(row -> judge.pairs.get(row).size() < run.settings().maxPairs())
        .toList();
  }

  /// A row without pairs yet counts in the family with its time alone.
  private List<TestedQuantity> members() {
    var all = new ArrayList<TestedQuantity>();
    for (int i = 0; i < pairs.size(); i++) {
      int index = i;
      var row = run.rows().get(index);
      double margin = run.settings().marginOf(row);
      var found = new RowObservations(row, pairs.get(index));
      found
          .wall()
          .ifPresent(wall -> all.add(new TestedQuantity(index, new Quantity.Wall(), margin, wall)));
      if (!pairs.get(index).isEmpty()) {
        found
            .cpu()
            .ifPresent(cpu -> all.add(new TestedQuantity(index, new Quantity.Cpu(), margin, cpu)));
        for (var rule : run.settings().counters()) {
          found
              .counter(rule.name())
              .ifPresent(counter ->
                  all.add(
                      new TestedQuantity(
                          index, new Quantity.Counter(rule), rule.margin(), counter)));
        }
      }
    }
    return all;
  }

  private Judgement judgement() {
    var rows = IntStream.range(0, run.rows().size()).mapToObj(this::row).toList();
    var controls = Controls.of(run);
    var largest = largestNotExcluded(rows);
    return new Judgement(outcome(rows, controls, largest), rows, controls, largest);
  }

  private JudgedRow row(int index) {
    var row = run.rows().get(index);
    var judged = new ArrayList<JudgedQuantity>();
    for (var member : members) {
      if (member.row() == index) {
        judged.add(
            new TestedQuantityVerdict(member, pairsBehind(member), missingLevel(member)).judged());
      }
    }
    return new JudgedRow(
        index,
        row,
        names.name(index),
        judged.stream().mapToInt(quantity -> quantity.logRatios().size()).max().orElse(0),
        (int) run.pairs().stream().filter(p -> p.row() == index && !p.counts()).count(),
        List.copyOf(judged),
        failures(index),
        notes(index),
        run.settings().reasonOf(row));
  }

  /// What is decided rests on the look that decided it, what is not on all there is.
  private int pairsBehind(TestedQuantity member) {
    boolean closed = !open.contains(member.row()) && !failed.contains(member.row());
    return closed ? member.pairs() : pairs.get(member.row()).size();
  }

  /// What the last look would leave to this member, if all that are decided stay so.
  private double missingLevel(TestedQuantity member) {
    var undecided =
        members.stream()
            .filter(other -> other.quantity().timed() == member.quantity().timed())
            .filter(other -> other.shown() == null)
            .count();
    var levels = AlphaSpending.levels(run.settings().alpha(), run.settings().looks());
    return levels.getLast() / Math.max(1, undecided);
  }

  /// What failed, and scores that cannot be compared.
  private List<String> failures(int index) {
    var failures =
        run.failures().stream()
            .filter(failure -> failure.row() == index)
            .map(failure -> failure.arm().label() + ": " + failure.sentence())
            .collect(Collectors.toCollection(ArrayList::new));
    if (new RowObservations(run.rows().get(index), pairs.get(index)).wall().isEmpty()) {
      failures.add("The arms' scores have units that do not measure the same.");
    }
    return List.copyOf(failures);
  }

  private List<String> notes(int index) {
    var notes =
        run.rowNotes().stream()
            .filter(note -> note.row() == index)
            .map(RowNote::sentence)
            .collect(Collectors.toCollection(ArrayList::new));
    var known =
        members.stream()
            .filter(member -> member.row() == index)
            .map(member -> member.quantity().label())
            .collect(Collectors.toSet());
    if (!pairs.get(index).isEmpty()) {
      run.settings().counters().stream()
          .filter(rule -> !known.contains(rule.name()))
          .forEach(rule -> notes.add(notJudged(rule)));
    }
    members.stream()
        .filter(member -> member.row() == index)
        .flatMap(member -> withoutRatio(member).stream())
        .forEach(notes::add);
    return notes;
  }

  private Optional<String> withoutRatio(TestedQuantity member) {
    int count = member.observations().withoutRatio(member.pairs());
    boolean matters = count > 0 && member.margin() > 0 && member.shown() == null;
    return matters
        ? Optional.of(
            "The counter %s has no ratio in %s of %s pairs, where one arm is 0: it stays undecided."
                .formatted(member.quantity().label(), count, member.pairs()))
        : Optional.empty();
  }

  private static String notJudged(CounterRule rule) {
    return "The counter %s is not judged: it is not in every fork, or the arms count it in different units."
        .formatted(rule.name());
  }

  /// No look was taken.
  private boolean nothingJudged() {
    return members.stream().noneMatch(member -> member.pairs() > 0);
  }

  private @Nullable NotExcluded largestNotExcluded(List<JudgedRow> rows) {
    if (nothingJudged()) {
      return null;
    }
    return rows.stream()
        .filter(row -> row.failures().isEmpty())
        .flatMap(row ->
            row.quantities().stream()
                .filter(quantity -> quantity.quantity().timed())
                .filter(quantity -> !(quantity.verdict() instanceof Verdict.Regressed))
                .map(quantity -> new NotExcluded(row, quantity.quantity(), quantity.notExcluded())))
        .max(Comparator.comparingDouble(NotExcluded::slowdown))
        .orElse(null);
  }

  private GateOutcome outcome(
      List<JudgedRow> rows, List<JudgedControl> controls, @Nullable NotExcluded largest) {
    if (controls.stream().anyMatch(JudgedControl::moved)) {
      return GateOutcome.INVALID;
    }
    if (rows.stream().anyMatch(row -> !row.failures().isEmpty())) {
      return GateOutcome.FAILED;
    }
    if (nothingJudged()) {
      return GateOutcome.INVALID;
    }
    if (rows.stream().anyMatch(row -> row.verdict() instanceof Verdict.Regressed)) {
      return GateOutcome.REGRESSED;
    }
    // A comparison with what is no number is never true, and must not pass.
    boolean enough = largest == null || largest.slowdown() <= run.settings().exclude();
    boolean undecided = rows.stream().anyMatch(row -> !row.verdict().decided());
    return !run.complete() || !enough || (undecided && run.settings().failOnUndecided())
        ? GateOutcome.UNDECIDED
        : GateOutcome.PASSED;
  }
}
