package fanout.cli.fetch;

import fanout.cli.CommandException;
import fanout.cli.DurationConverter;
import fanout.cli.ExitCode;
import fanout.cli.SizeConverter;
import fanout.fetch.Batch;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// What `scripts/fetch` grants a fetch and a batch.
///
/// @param deadline of each fetch
/// @param batchDeadline of all fetches of a strategy together
/// @param maxBodyBytes of each response
record LimitOptions(Duration deadline, Duration batchDeadline, int maxBodyBytes) {
  private static final String DEADLINE = "--deadline";
  private static final String BATCH_DEADLINE = "--batch-deadline";
  private static final String MAX_BODY = "--max-body";

  /// Adds the options to a command.
  static void addTo(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(DEADLINE)
            .paramLabel("TIME")
            .description("From the start of a fetch to its last byte, at most (default: 30s).")
            .type(Duration.class)
            .converters(new DurationConverter())
            .build());
    spec.addOption(
        OptionSpec.builder(BATCH_DEADLINE)
            .paramLabel("TIME")
            .description("For all fetches of a strategy together, pauses included (default: none).")
            .type(Duration.class)
            .converters(new DurationConverter())
            .build());
    spec.addOption(
        OptionSpec.builder(MAX_BODY)
            .paramLabel("SIZE")
            .description("What a response may have; a longer one fails its fetch (default: 64MB).")
            .type(Integer.class)
            .converters(new SizeConverter())
            .build());
  }

  /// What was typed.
  static LimitOptions of(ParseResult parsed) {
    return new LimitOptions(
        parsed.matchedOptionValue(DEADLINE, FetchSettings.DEFAULT_DEADLINE),
        parsed.matchedOptionValue(BATCH_DEADLINE, Batch.NO_DEADLINE),
        parsed.matchedOptionValue(MAX_BODY, FetchSettings.DEFAULT_MAX_BODY_BYTES));
  }

  /// The batch of these endpoints.
  ///
  /// @throws CommandException if the deadline is none
  Batch batch(List<Endpoint> endpoints, Duration pause) {
    try {
      return new Batch(endpoints, pause, batchDeadline);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e);
    }
  }

  /// The settings of fetches from `baseUri`.
  ///
  /// @throws CommandException if a limit is out of its range
  FetchSettings settings(URI baseUri) {
    try {
      return FetchSettings.of(baseUri).withDeadline(deadline).withMaxBodyBytes(maxBodyBytes);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e);
    }
  }
}
