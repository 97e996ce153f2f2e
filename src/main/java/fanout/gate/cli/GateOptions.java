package fanout.gate.cli;

import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.cli.ShareConverter;
import fanout.gate.arm.JmhOptions;
import fanout.gate.result.CounterRule;
import fanout.gate.result.GateSettings;
import fanout.gate.result.LookSettings;
import fanout.gate.result.MarginRule;
import fanout.gate.result.MarginSettings;
import fanout.gate.result.PassSettings;
import fanout.gate.result.QuantityChoice;
import fanout.gate.result.QuantitySettings;
import fanout.gate.run.GateRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// What is measured, for how long, and against what it is held.
final class GateOptions {
  /// What can make the run fail beside a failure.
  enum FailOn {
    REGRESSED,
    UNDECIDED
  }

  private static final Duration DEFAULT_BUDGET = Duration.ofMinutes(30);

  @Option(
      names = "--include",
      paramLabel = "REGEX",
      description = "Only benchmarks in whose name it is found; may be given again.")
  private List<String> includes = List.of();

  @Option(
      names = "-e",
      paramLabel = "REGEX",
      description = "No benchmark in whose name it is found; may be given again.")
  private List<String> excludes = List.of();

  @Option(
      names = "--allow-missing",
      paramLabel = "REGEX",
      description =
          "Benchmarks that the candidate may lack, such as one that was deleted on purpose; any "
              + "other that it lacks makes the exit code 2. May be given again.")
  private List<String> allowMissing = List.of();

  @Mixin private final JmhMixin jmh = new JmhMixin();

  @Option(
      names = "--as-annotated",
      description =
          "Warm up and measure as long as the benchmarks say; by default pilot forks of "
              + "the baseline fix the warm-up, and five iterations of 200 ms are measured.")
  private boolean asAnnotated;

  @Option(
      names = "--margin",
      paramLabel = "SHARE",
      converter = ShareConverter.class,
      description = "A slowdown up to this is none (default: 3%%).")
  private double margin = MarginSettings.DEFAULT;

  @Option(
      names = "--margins",
      paramLabel = "FILE",
      description = {
        "Margins of single benchmarks, one a line:",
        "10%%  REGEX-WITHOUT-BLANKS  the reason why"
      })
  private @Nullable Path margins;

  @Option(
      names = "--counter",
      paramLabel = "NAME=SHARE",
      description =
          "A counter to judge beside time, by JMH's name and with its margin, such as "
              + "gc.alloc.rate.norm=2%%; =0 where any difference counts. Allocated bytes "
              + "are cost.alloc=2%%.")
  private List<String> counters = List.of();

  @Option(
      names = "--judge-quantities",
      paramLabel = "LIST",
      split = ",",
      description =
          "What is judged of each row: wall, cpu, alloc, p99, or some of them "
              + "(default: wall,cpu,alloc). p99 is the 99th percentile of sampled times.")
  private List<String> quantities = List.of("wall", "cpu", "alloc");

  @Option(
      names = "--max-pairs",
      paramLabel = "N",
      description = "The most pairs of a row (default: ${DEFAULT-VALUE}).")
  private int maxPairs = LookSettings.DEFAULT_MAX_PAIRS;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "How long measuring may take, such as 30m (default: 30m).")
  private Duration budget = DEFAULT_BUDGET;

  @Option(
      names = "--exclude",
      paramLabel = "SHARE",
      converter = ShareConverter.class,
      description =
          "Exit with 2 where a slowdown of wall time above this is not excluded (default: 25%%).")
  private double exclude = PassSettings.DEFAULT_EXCLUDE;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description = "regressed (the default), or undecided: exit with 2 for any undecided row.")
  private FailOn failOn = FailOn.REGRESSED;

  @Option(
      names = "--advisory",
      description = "Report what regressed or is undecided, and exit with 0 nevertheless.")
  private boolean advisory;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of all orders (default: a random one, which is recorded).")
  private @Nullable Long seed;

  /// What is requested.
  ///
  /// @param recordedSeed of a run that is resumed, where no other is requested; null of a new one
  GateRequest request(@Nullable Long recordedSeed) {
    var rules = counterRules();
    requirePatterns();
    try {
      var options = options(rules);
      var settings = settings(rules, options, seed(recordedSeed));
      return new GateRequest(includes, excludes, allowMissing, options, budget, settings);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e);
    }
  }

  private GateSettings settings(List<CounterRule> rules, JmhOptions options, long usedSeed) {
    var ownMargins = margins == null ? List.<MarginRule>of() : MarginsFile.read(margins);
    return new GateSettings(
        new MarginSettings(margin, ownMargins),
        LookSettings.of(maxPairs),
        new PassSettings(exclude, failOn == FailOn.UNDECIDED, advisory ? Boolean.TRUE : null),
        new QuantitySettings(choices()),
        usedSeed,
        asAnnotated,
        rules,
        options.typed(),
        budget.toSeconds());
  }

  private JmhOptions options(List<CounterRule> rules) {
    return jmh.options(rules.stream().map(CounterRule::name).toList());
  }

  private long seed(@Nullable Long recorded) {
    if (seed != null) {
      return seed;
    }
    return recorded == null ? ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE) : recorded;
  }

  private List<CounterRule> counterRules() {
    var rules = new ArrayList<CounterRule>();
    for (var counter : counters) {
      int equals = counter.lastIndexOf('=');
      if (equals < 1) {
        throw wrong("--counter takes name=share such as gc.alloc.rate.norm=2%, got: " + counter);
      }
      try {
        double share = new ShareConverter().convert(counter.substring(equals + 1));
        rules.add(new CounterRule(counter.substring(0, equals), share));
      } catch (IllegalArgumentException | TypeConversionException e) {
        throw wrong("--counter " + counter + ": " + e.getMessage());
      }
    }
    if (choices().contains(QuantityChoice.ALLOC)
        && rules.stream().noneMatch(rule -> rule.name().equals(CounterRule.ALLOCATED.name()))) {
      rules.addFirst(CounterRule.ALLOCATED);
    }
    return rules;
  }

  private List<QuantityChoice> choices() {
    return quantities.stream().map(GateOptions::choice).distinct().sorted().toList();
  }

  private static QuantityChoice choice(String typed) {
    return Stream.of(QuantityChoice.values())
        .filter(choice -> choice.name().equalsIgnoreCase(typed))
        .findFirst()
        .orElseThrow(() ->
            wrong("--judge-quantities takes wall, cpu, alloc and p99, with commas, got: " + typed));
  }

  private void requirePatterns() {
    for (var pattern : Stream.of(includes, excludes, allowMissing).flatMap(List::stream).toList()) {
      try {
        var _ = Pattern.compile(pattern);
      } catch (PatternSyntaxException e) {
        throw wrong("'" + pattern + "' is no regular expression: " + e.getDescription());
      }
    }
  }

  private static CommandException wrong(String sentence) {
    return new CommandException(ExitCode.USAGE, sentence);
  }
}
