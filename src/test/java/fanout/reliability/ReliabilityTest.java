package fanout.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.fetch.FetchResult;
import fanout.os.AtomicFile;
import fanout.vocabulary.Strategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every strategy against every fault, twice: with failures that end the batch, and with failures
/// that are collected. A part of the faults, and some of the cells with the program too; or all of
/// them, where the system property `fanout.test.reliability` names a folder for the table.
class ReliabilityTest {
  private static final @Nullable String FOLDER = System.getProperty("fanout.test.reliability");

  /// Of the faults that the program is tried with where no table is made.
  private static final int ONE_PROGRAM_IN = 10;

  /// What a pool of connections or a thread more or less may make.
  private static final int SLACK = 12;

  @BeforeAll
  static void makeKeys() {
    TlsPeer.prepare();
  }

  @Test
  @Timeout(600)
  void everyStrategyEndsEveryFaultByNameAndGoesOn() throws Exception {
    var faults = FOLDER == null ? Faults.some() : Faults.all();
    var runs = new ArrayList<FaultRun>();
    try {
      for (var strategy : Strategy.values()) {
        runs.add(new FaultRun(strategy));
      }
      inParallel(
          runs,
          run -> {
            run.warm(Faults.quick());
            return List.of();
          });
      var before = Counts.now(runs);
      var cells = inParallel(runs, run -> meetAll(run, faults));
      var after = whenFlat(before, runs);
      var complete = withExitCodes(runs, faults, cells);

      requireRight(complete);
      if (FOLDER != null) {
        AtomicFile.write(
            Path.of(FOLDER, "faults.md"), new FaultTable(faults, complete, before, after).text());
      }
    } finally {
      for (var run : runs) {
        run.close();
      }
    }
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  private static List<Cell> meetAll(FaultRun run, List<Fault> faults) throws Exception {
    var cells = new ArrayList<Cell>();
    for (var fault : faults) {
      cells.add(run.meet(fault));
    }
    return cells;
  }

  private static List<Cell> withExitCodes(List<FaultRun> runs, List<Fault> faults, List<Cell> cells)
      throws Exception {
    var complete = new ArrayList<Cell>();
    for (int i = 0; i < cells.size(); i++) {
      int fault = i % faults.size();
      boolean tried = FOLDER != null || fault % ONE_PROGRAM_IN == 0;
      var run = runs.get(i / faults.size());
      complete.add(tried ? run.withExitCode(cells.get(i)) : cells.get(i));
    }
    return complete;
  }

  private static void requireRight(List<Cell> cells) {
    var bySentence =
        cells.stream()
            .filter(cell -> cell.strategy() == Strategy.SEQUENTIAL)
            .collect(Collectors.toMap(Cell::fault, Cell::sentence));
    var softly = new SoftAssertions();
    for (var cell : cells) {
      if (!Faults.dependsOnTime(cell.fault())) {
        softly.assertThat(cell.sentence()).as("%s", cell).isEqualTo(bySentence.get(cell.fault()));
        softly
            .assertThat(cell.collectedSentences())
            .as("%s", cell)
            .allMatch(cell.sentence()::equals);
      }
      requireOutcome(softly, cell);
      softly.assertThat(cell.next()).as("%s, next batch", cell).hasSize(6);
      softly
          .assertThat(cell.requests())
          .as("%s, requests", cell)
          .allMatch(number -> cell.fault().isMet() ? number == 1 || number == 2 : number == 0);
      cell.exitCode()
          .ifPresent(code ->
              softly
                  .assertThat(code)
                  .as("%s, exit code", cell)
                  .isEqualTo(Faults.isAccepted(cell.fault()) ? 0 : 1));
    }
    softly.assertAll();
    assertThat(cells.stream().filter(Cell::isRepeated).count())
        .as("fetches that another one ended")
        .isLessThanOrEqualTo(Math.max(1, cells.size() / 20));
  }

  private static void requireOutcome(SoftAssertions softly, Cell cell) {
    long good = cell.collected().stream().filter(FetchResult.class::isInstance).count();
    if (Faults.isAccepted(cell.fault())) {
      softly.assertThat(cell.failure()).as("%s", cell).isNull();
      softly.assertThat(good).as("%s, collected", cell).isEqualTo(6);
    } else {
      softly.assertThat(cell.failure()).as("%s", cell).isNotNull();
      softly.assertThat(good).as("%s, collected", cell).isEqualTo(5);
      softly.assertThat(cell.collectedNames()).as("%s", cell).containsExactly("photos");
      softly.assertThat(cell.sentence()).as("%s", cell).hasLineCount(1).hasSizeLessThan(400);
      softly.assertThat(cell.sentence()).as("%s", cell).doesNotContainPattern("\\p{Cntrl}");
      softly.assertThat(cell.sentence()).as("%s", cell).doesNotContain("java.", "Exception");
    }
  }

  /// Clients that were replaced end within seconds, and their idle threads within a minute.
  private static Counts whenFlat(Counts before, List<FaultRun> runs)
      throws IOException, InterruptedException {
    long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    var now = Counts.now(runs);
    while (!now.isFlat(before, SLACK)) {
      assertThat(System.nanoTime()).as("%s after %s", now, before).isLessThan(deadlineNanos);
      Thread.sleep(100);
      now = Counts.now(runs);
    }
    return now;
  }

  private interface Work {
    List<Cell> of(FaultRun run) throws Exception;
  }

  /// All at once, because they wait most of the time; in the order of `runs`.
  private static List<Cell> inParallel(List<FaultRun> runs, Work work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(runs.size())) {
      var results = new ArrayList<Cell>();
      var tasks = runs.stream().<Callable<List<Cell>>>map(run -> () -> work.of(run)).toList();
      for (var result : threads.invokeAll(tasks)) {
        results.addAll(result.get());
      }
      return results;
    }
  }
}
