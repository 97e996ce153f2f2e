package fanout.cli;

import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchSettings;
import fanout.strategy.Strategy;
import fanout.stub.Payloads;
import fanout.stub.Stub;
import fanout.stub.StubProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `scripts/fetch`: fetches the endpoints once with each strategy, says what happens when it
/// happens, and compares the totals.
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Fetches the six endpoints once with every strategy and a pause of a second after each fetch:",
      "the demonstration that Python's concurrent.futures is known for. Prints each start and",
      "finish as it happens, then one table."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all was fetched", "1:a fetch failed", "64:the command line was wrong"})
public final class FetchCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      converter = StrategyConverter.class,
      completionCandidates = StrategyConverter.Names.class,
      description = "Only this strategy: ${COMPLETION-CANDIDATES}.")
  private @Nullable Strategy strategy;

  @Option(
      names = "--pause",
      defaultValue = "1s",
      paramLabel = "TIME",
      description = "How long to wait after each fetch, such as 1s or 20ms (default: 1s).")
  private Duration pause = Duration.ofSeconds(1);

  @ArgGroup private Source source = new Source();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of fixed-pool and fork-join (default: ${DEFAULT-VALUE}).")
  private int threads = Concurrency.DEFAULT_THREADS;

  @Option(
      names = "--processes",
      paramLabel = "N",
      description = "Worker JVMs of multi-process (default: ${DEFAULT-VALUE}, one per core).")
  private int processes = Concurrency.byDefault().processes();

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      description = "Fetches at once in each worker JVM (default: as many as share six evenly).")
  private @Nullable Integer inFlight;

  /// Where the endpoints are; by default a stub of our own.
  static final class Source {
    @Option(
        names = "--stub",
        paramLabel = "URL",
        description = "Fetch the six endpoints from this server instead of a stub of our own.")
    private @Nullable URI stub;

    @Option(
        names = "--url",
        arity = "1..*",
        paramLabel = "URL",
        description = "Fetch these URLs instead, each answering with JSON.")
    private @Nullable List<URI> urls;

    @Option(
        names = "--url-file",
        paramLabel = "FILE",
        description = "Fetch the URLs in this file, one per line; # begins a comment.")
    private @Nullable Path urlFile;
  }

  public static void main(String[] args) {
    CommandRunner.runAndExit(new FetchCommand(), args);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (source.stub != null) {
      return fetch(Endpoints.requireServer("--stub", source.stub), Endpoint.SIX).status();
    }
    if (source.urls != null) {
      return fetch(Endpoints.of(source.urls)).status();
    }
    if (source.urlFile != null) {
      return fetch(Endpoints.read(source.urlFile)).status();
    }
    try (Stub stub = StubProcess.start(Payloads.generated())) {
      return fetch(stub.baseUri(), Endpoint.SIX).status();
    }
  }

  private ExitCode fetch(List<Endpoint> absolute) throws InterruptedException {
    return fetch(absolute.getFirst().location(), absolute);
  }

  private ExitCode fetch(URI baseUri, List<Endpoint> endpoints) throws InterruptedException {
    var settings = FetchSettings.of(baseUri).withPause(pause);
    var concurrency = concurrency(endpoints.size());
    var out = spec.commandLine().getOut();
    var totals = new ArrayList<FetchTable.Total>();
    for (var each : strategy == null ? List.of(Strategy.values()) : List.of(strategy)) {
      totals.add(fetch(each, settings, concurrency, endpoints, out));
    }
    out.print(new FetchTable(totals, pause));
    out.flush();
    return totals.stream().anyMatch(FetchTable.Total::failed) ? ExitCode.FAILED : ExitCode.OK;
  }

  private static FetchTable.Total fetch(
      Strategy strategy,
      FetchSettings settings,
      Concurrency concurrency,
      List<Endpoint> endpoints,
      PrintWriter out)
      throws InterruptedException {
    var log = new FetchLog(out, strategy);
    var unavailable = strategy.unavailable();
    if (unavailable.isPresent()) {
      return log.leftOut(unavailable.get());
    }
    long begin = System.nanoTime();
    try (BatchFetcher fetcher = strategy.open(settings, concurrency, log)) {
      var fetched = fetcher.fetchAll(endpoints);
      return log.total(Duration.ofNanos(System.nanoTime() - begin), fetched);
    } catch (FetchException e) {
      return log.failed(e);
    }
  }

  private Concurrency concurrency(int endpoints) {
    try {
      int share = Math.max(1, Math.ceilDiv(endpoints, Math.max(1, processes)));
      return new Concurrency(threads, processes, inFlight == null ? share : inFlight);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e);
    }
  }
}
