package fanout.cli.fetch;

import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.fetch.Concurrency;
import fanout.vocabulary.Strategy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// What `scripts/fetch` is asked for. Its options are built rather than annotated: annotations are
/// read through proxies that each JVM spins anew, a tenth of this program's time without a pause.
///
/// @param strategies what to fetch with, in this order
/// @param threads of a pool of platform threads
/// @param processes worker JVMs
/// @param inFlight fetches at once in each worker JVM; null for an even share of the endpoints
/// @param batch what to fetch
record FetchOptions(
    List<Strategy> strategies,
    int threads,
    int processes,
    @Nullable Integer inFlight,
    BatchOptions batch) {

  private static final String STRATEGY = "--strategy";
  private static final String THREADS = "--threads";
  private static final String PROCESSES = "--processes";
  private static final String IN_FLIGHT = "--in-flight";

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
    BatchOptions.addTo(spec);
  }

  /// What was typed.
  static FetchOptions of(ParseResult parsed) {
    return new FetchOptions(
        strategies(parsed),
        parsed.matchedOptionValue(THREADS, defaults().threads()),
        parsed.matchedOptionValue(PROCESSES, defaults().processes()),
        parsed.<@Nullable Integer>matchedOptionValue(IN_FLIGHT, null),
        BatchOptions.of(parsed));
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
