package fanout.cli.fetch;

import fanout.cli.CommandException;
import fanout.cli.DurationConverter;
import fanout.cli.ExitCode;
import fanout.fetch.Concurrency;
import fanout.fetch.FailureMode;
import fanout.fetch.FetchSettings;
import fanout.fetch.Repeats;
import fanout.vocabulary.Strategy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// What `scripts/fetch` is asked for. Its options are built rather than annotated: annotations are
/// read through proxies that each JVM spins anew, a tenth of this program's time without a pause.
///
/// @param strategies what to fetch with, in this order
/// @param pause after each fetch
/// @param stub the server of the six endpoints; null unless given
/// @param urls what to fetch instead; empty unless given
/// @param urlFile lists what to fetch instead; null unless given
/// @param threads of a pool of platform threads
/// @param processes worker JVMs
/// @param inFlight fetches at once in each worker JVM; null for an even share of the endpoints
/// @param limits of each fetch, and of all
/// @param repeats when a fetch sends its request more than once
/// @param failureMode whether a fetch that fails ends its strategy's batch
record FetchOptions(
    List<Strategy> strategies,
    Duration pause,
    @Nullable URI stub,
    List<URI> urls,
    @Nullable Path urlFile,
    int threads,
    int processes,
    @Nullable Integer inFlight,
    LimitOptions limits,
    Repeats repeats,
    FailureMode failureMode) {

  private static final String STRATEGY = "--strategy";
  private static final String PAUSE = "--pause";
  private static final String STUB = "--stub";
  private static final String URLS = "--url";
  private static final String URL_FILE = "--url-file";
  private static final String THREADS = "--threads";
  private static final String PROCESSES = "--processes";
  private static final String IN_FLIGHT = "--in-flight";
  private static final String COLLECT = "--collect";

  /// Adds the options to a command.
  static void addTo(CommandSpec spec) {
    spec.addOption(
        option(STRATEGY, "NAME", "Only these strategies, in this order: ${COMPLETION-CANDIDATES}.")
            .type(List.class)
            .auxiliaryTypes(Strategy.class)
            .splitRegex(",")
            .converters(new StrategyConverter())
            .completionCandidates(new StrategyConverter.Names())
            .build());
    spec.addOption(
        option(
                PAUSE,
                "TIME",
                "How long to wait after each fetch, such as 1s or 20ms (default: 1s).")
            .type(Duration.class)
            .converters(new DurationConverter())
            .build());
    spec.addArgGroup(source());
    spec.addOption(
        number(
            THREADS,
            "Threads of fixed-pool and fork-join (default: " + defaults().threads() + ")."));
    spec.addOption(
        number(
            PROCESSES,
            "Worker JVMs of multi-process (default: "
                + defaults().processes()
                + ", one per core)."));
    spec.addOption(
        number(
            IN_FLIGHT,
            "Fetches at once in each worker JVM (default: as many as share them evenly)."));
    LimitOptions.addTo(spec);
    RepeatOptions.addTo(spec);
    spec.addOption(
        OptionSpec.builder(COLLECT)
            .description(
                "Go on when a fetch fails, and tell what came of each; otherwise the first failure"
                    + " cancels the strategy's others.")
            .build());
  }

  /// What was typed.
  static FetchOptions of(ParseResult parsed) {
    return new FetchOptions(
        strategies(parsed),
        parsed.matchedOptionValue(PAUSE, Duration.ofSeconds(1)),
        parsed.<@Nullable URI>matchedOptionValue(STUB, null),
        parsed.matchedOptionValue(URLS, List.of()),
        parsed.<@Nullable Path>matchedOptionValue(URL_FILE, null),
        parsed.matchedOptionValue(THREADS, defaults().threads()),
        parsed.matchedOptionValue(PROCESSES, defaults().processes()),
        parsed.<@Nullable Integer>matchedOptionValue(IN_FLIGHT, null),
        LimitOptions.of(parsed),
        RepeatOptions.of(parsed),
        parsed.hasMatchedOption(COLLECT) ? FailureMode.COLLECT : FailureMode.FAIL_FAST);
  }

  /// The settings of fetches from `baseUri`.
  ///
  /// @throws CommandException if a limit is out of its range
  FetchSettings settings(URI baseUri) {
    return limits.settings(baseUri).withRepeats(repeats);
  }

  /// How much is done at once for a number of endpoints.
  ///
  /// @throws CommandException if a number is out of its range
  Concurrency concurrency(int endpoints) {
    try {
      int share = Math.max(1, Math.ceilDiv(endpoints, Math.max(1, processes)));
      return new Concurrency(threads, processes, inFlight == null ? share : inFlight);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e);
    }
  }

  /// Where the endpoints are; by default a stub of the program's own.
  private static ArgGroupSpec source() {
    return ArgGroupSpec.builder()
        .exclusive(true)
        .addArg(
            option(
                    STUB,
                    "URL",
                    "Fetch the six endpoints from this server instead of a stub of our own.")
                .type(URI.class)
                .build())
        .addArg(
            option(URLS, "URL", "Fetch these URLs instead, each of which responds with JSON.")
                .type(List.class)
                .auxiliaryTypes(URI.class)
                .arity("1..*")
                .build())
        .addArg(
            option(
                    URL_FILE,
                    "FILE",
                    "Fetch the URLs in this file, one per line; # begins a comment.")
                .type(Path.class)
                .build())
        .build();
  }

  private static List<Strategy> strategies(ParseResult parsed) {
    List<Strategy> named = parsed.matchedOptionValue(STRATEGY, List.of(Strategy.values()));
    if (named.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE,
          STRATEGY + " names none; there are " + String.join(", ", new StrategyConverter.Names()));
    }
    return named;
  }

  private static Concurrency defaults() {
    return Concurrency.byDefault();
  }

  private static OptionSpec number(String name, String description) {
    return option(name, "N", description).type(Integer.class).build();
  }

  private static OptionSpec.Builder option(String name, String label, String description) {
    return OptionSpec.builder(name).paramLabel(label).description(description);
  }
}
