package fanout.cli.fetch;

import fanout.cli.CommandException;
import fanout.cli.DurationConverter;
import fanout.fetch.FailureMode;
import fanout.fetch.FetchSettings;
import fanout.fetch.Repeats;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// What `scripts/fetch` is asked to fetch, whatever it fetches with.
///
/// @param pause after each fetch
/// @param stub the server of the six endpoints; null unless given
/// @param urls what to fetch instead; empty unless given
/// @param urlFile lists what to fetch instead; null unless given
/// @param limits of each fetch, and of all
/// @param repeats when a fetch sends its request more than once
/// @param failureMode whether a fetch that fails ends its strategy's batch
record BatchOptions(
    Duration pause,
    @Nullable URI stub,
    List<URI> urls,
    @Nullable Path urlFile,
    LimitOptions limits,
    Repeats repeats,
    FailureMode failureMode) {

  private static final String PAUSE = "--pause";
  private static final String STUB = "--stub";
  private static final String URLS = "--url";
  private static final String URL_FILE = "--url-file";
  private static final String COLLECT = "--collect";

  /// Adds the options to a command.
  static void addTo(CommandSpec spec) {
    spec.addOption(
        option(
                PAUSE,
                "TIME",
                "How long to wait after each fetch, such as 1s or 20ms (default: 1s).")
            .type(Duration.class)
            .converters(new DurationConverter())
            .build());
    spec.addArgGroup(source());
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
  ///
  /// @throws CommandException if a number is out of its range
  static BatchOptions of(ParseResult parsed) {
    return new BatchOptions(
        parsed.matchedOptionValue(PAUSE, Duration.ofSeconds(1)),
        parsed.<@Nullable URI>matchedOptionValue(STUB, null),
        parsed.matchedOptionValue(URLS, List.of()),
        parsed.<@Nullable Path>matchedOptionValue(URL_FILE, null),
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

  private static OptionSpec.Builder option(String name, String label, String description) {
    return OptionSpec.builder(name).paramLabel(label).description(description);
  }
}
