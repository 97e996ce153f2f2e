package fanout.cli.fetch;

import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.fetch.Repeats;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// When `scripts/fetch` sends the request of a fetch more than once.
final class RepeatOptions {
  private static final String RETRIES = "--retries";
  private static final String HEDGE = "--hedge";

  private RepeatOptions() {}

  /// Adds the options to a command.
  static void addTo(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(RETRIES)
            .paramLabel("N")
            .description(
                "Send a request again, up to N times and within the deadline, where the connection"
                    + " failed or the status was 408, 429, 500, 502, 503 or 504; waits 100 ms, then"
                    + " twice as long each time, or as Retry-After says (default: 0).")
            .type(Integer.class)
            .build());
    spec.addOption(
        OptionSpec.builder(HEDGE)
            .paramLabel("pNN")
            .description(
                "Send a second request when a response takes longer than that percentile of the"
                    + " latest ones, such as p95, and take the first response; begins after 20"
                    + " responses (default: none).")
            .type(Integer.class)
            .converters(new PercentileConverter())
            .build());
  }

  /// What was typed.
  ///
  /// @throws CommandException if a number is out of its range
  static Repeats of(ParseResult parsed) {
    try {
      return new Repeats(
          parsed.matchedOptionValue(RETRIES, 0), parsed.matchedOptionValue(HEDGE, 0));
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e);
    }
  }

  /// Reads `p95`.
  private static final class PercentileConverter implements ITypeConverter<Integer> {
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{2})");

    @Override
    public Integer convert(String text) {
      var percentile = PERCENTILE.matcher(text);
      if (percentile.matches()) {
        int number = Integer.parseInt(percentile.group(1));
        if (number >= Repeats.MIN_PERCENTILE) {
          return number;
        }
      }
      throw new TypeConversionException(
          "'%s' is no percentile; write p%d to p%d, such as p95"
              .formatted(text, Repeats.MIN_PERCENTILE, Repeats.MAX_PERCENTILE));
    }
  }
}
