package fanout.cli.fetch;

import fanout.cli.CommandRunner;
import fanout.cli.ExitCode;
import fanout.cli.fetch.FetchTable.End;
import fanout.fetch.Batch;
import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.FailureMode;
import fanout.fetch.FetchException;
import fanout.fetch.FetchSettings;
import fanout.strategy.Strategies;
import fanout.vocabulary.Strategy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `scripts/fetch`: fetches the endpoints once with each strategy, says what happens when it
/// happens, and compares the totals.
public final class FetchCommand implements Callable<Integer> {

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private FetchCommand() {
    spec.name("fetch");
    spec.usageMessage()
        .sortOptions(false)
        .description(
            "Fetches the six endpoints once with every strategy and a pause of a second after each"
                + " fetch: the demonstration that Python's concurrent.futures is known for. Prints"
                + " each start and finish as it happens, then one table.")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes());
    FetchOptions.addTo(spec);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help message and exit.")
            .build());
  }

  public static void main(String[] args) {
    CommandRunner.runAndExit(command(), args);
  }

  /// The command, for those who run it in their own JVM.
  public static CommandSpec command() {
    return new FetchCommand().spec;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var options = FetchOptions.of(spec.commandLine().getParseResult());
    try (var source = FetchSource.open(options.batch())) {
      return fetch(options, source).status();
    }
  }

  static Map<String, String> exitCodes() {
    var codes = new LinkedHashMap<String, String>();
    codes.put("0", "all was fetched");
    codes.put("1", "a fetch failed");
    codes.put("64", "the command line was wrong");
    return codes;
  }

  private ExitCode fetch(FetchOptions options, FetchSource source) throws InterruptedException {
    var settings = options.batch().settings(source.baseUri());
    var batch = options.batch().limits().batch(source.endpoints(), options.batch().pause());
    var concurrency = options.concurrency(source.endpoints().size());
    var out = spec.commandLine().getOut();
    var totals = new ArrayList<FetchTable.Total>();
    for (var each : options.strategies()) {
      var log = new FetchLog(out, each.commandLineName());
      totals.add(fetch(each, settings, concurrency, batch, options.batch().failureMode(), log));
    }
    out.print(new FetchTable(totals, options.batch().pause()));
    out.flush();
    return totals.stream().anyMatch(FetchTable.Total::failed) ? ExitCode.FAILED : ExitCode.OK;
  }

  private static FetchTable.Total fetch(
      Strategy strategy,
      FetchSettings settings,
      Concurrency concurrency,
      Batch batch,
      FailureMode failureMode,
      FetchLog log)
      throws InterruptedException {
    var unavailable = Strategies.unavailable(strategy);
    if (unavailable.isPresent()) {
      return without(strategy, End.SKIPPED, "skipped: " + unavailable.get(), log);
    }
    long begin = System.nanoTime();
    try (BatchFetcher fetcher = Strategies.open(strategy, settings, concurrency, log)) {
      var outcomes = fetcher.fetch(batch, failureMode);
      var total = Duration.ofNanos(System.nanoTime() - begin);
      log.ended(total, outcomes);
      return FetchTable.Total.of(strategy, total, outcomes);
    } catch (FetchException e) {
      return without(strategy, End.FAILED, "failed: " + e.getMessage(), log);
    }
  }

  private static FetchTable.Total without(Strategy strategy, End end, String remark, FetchLog log) {
    log.remark(remark);
    return FetchTable.Total.without(strategy, end, remark);
  }
}
