package fanout.cli.fetch;

import fanout.cli.CommandRunner;
import fanout.cli.ExitCode;
import fanout.cli.ServerUrl;
import fanout.fetch.Batch;
import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.FailureMode;
import fanout.fetch.FetchException;
import fanout.fetch.FetchSettings;
import fanout.strategy.Strategies;
import fanout.stub.Payloads;
import fanout.stub.Stub;
import fanout.stub.StubProcess;
import fanout.vocabulary.Strategy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    if (options.stub() != null) {
      var server = ServerUrl.requireServer("--stub", options.stub());
      return fetch(options, server, Endpoint.SIX).status();
    }
    if (!options.urls().isEmpty()) {
      return fetch(options, Endpoints.of(options.urls())).status();
    }
    if (options.urlFile() != null) {
      return fetch(options, Endpoints.read(options.urlFile())).status();
    }
    try (Stub stub = StubProcess.start(Payloads.generated())) {
      return fetch(options, stub.baseUri(), Endpoint.SIX).status();
    }
  }

  private static Map<String, String> exitCodes() {
    var codes = new LinkedHashMap<String, String>();
    codes.put("0", "all was fetched");
    codes.put("1", "a fetch failed");
    codes.put("64", "the command line was wrong");
    return codes;
  }

  private ExitCode fetch(FetchOptions options, List<Endpoint> absolute)
      throws InterruptedException {
    return fetch(options, absolute.getFirst().location(), absolute);
  }

  private ExitCode fetch(FetchOptions options, URI baseUri, List<Endpoint> endpoints)
      throws InterruptedException {
    var settings = options.settings(baseUri);
    var batch = options.limits().batch(endpoints, options.pause());
    var concurrency = options.concurrency(endpoints.size());
    var out = spec.commandLine().getOut();
    var totals = new ArrayList<FetchTable.Total>();
    for (var each : options.strategies()) {
      var log = new FetchLog(out, each);
      totals.add(fetch(each, settings, concurrency, batch, options.failureMode(), log));
    }
    out.print(new FetchTable(totals, options.pause()));
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
      return log.skipped(unavailable.get());
    }
    long begin = System.nanoTime();
    try (BatchFetcher fetcher = Strategies.open(strategy, settings, concurrency, log)) {
      var outcomes = fetcher.fetch(batch, failureMode);
      return log.total(Duration.ofNanos(System.nanoTime() - begin), outcomes);
    } catch (FetchException e) {
      return log.failed(e);
    }
  }
}
