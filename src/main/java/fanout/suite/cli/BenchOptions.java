package fanout.suite.cli;

import fanout.fetch.Concurrency;
import fanout.suite.plan.Plan;
import fanout.suite.plan.PlanException;
import fanout.suite.plan.PlanFilter;
import fanout.suite.plan.Preset;
import fanout.suite.result.Shard;
import fanout.suite.run.RunSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The options of a run. An option that is empty counts as not given: Maven's profile passes all of
/// them.
final class BenchOptions {
  private static final int MOST_ROUNDS = 999;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "smoke (within 90 s), standard (within 20 min; the default) or full")
  private String preset = "";

  @Option(
      names = "--include",
      paramLabel = "REGEX",
      description = "only benchmarks in whose name it is found, such as SixEndpoints")
  private String include = "";

  @Option(
      names = "--p",
      paramLabel = "NAME=VALUE,...",
      description = "only these values: strategy=ASYNC,SEQUENTIAL,delay=NONE,threads=50,200")
  private String parameters = "";

  @Option(
      names = "--payloads",
      paramLabel = "DIR",
      description = "serve posts.json ... users.json of this folder")
  private String payloads = "";

  @Option(
      names = "--stub",
      paramLabel = "URL",
      description = "a stub that runs already, such as http://127.0.0.1:8080")
  private String stub = "";

  @Option(names = "--rounds", paramLabel = "N", description = "rounds in place of the preset's")
  private String rounds = "";

  @Option(
      names = "--shard",
      paramLabel = "K/N",
      description =
          "only part K of N, such as 2/4, for N machines with the same --seed; scripts/merge joins"
              + " their runs")
  private String shard = "";

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "where runs are kept (default: benchmarks-results)")
  private String results = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of the order and the delays (default: a random one, which is recorded)")
  private String seed = "";

  @Option(
      names = "--wait",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "wait where another run measures on this machine, and do not exit with 1")
  private String wait = "";

  @Option(
      names = "--resume",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "resume the newest run that did not finish, with the options it began with")
  private String resume = "";

  /// Those that a run began with.
  ///
  /// @param typed as [RunSettings#options()] has them
  static BenchOptions of(List<String> typed) {
    return CommandLine.populateCommand(new BenchOptions(), typed.toArray(String[]::new));
  }

  boolean waits() {
    return OptionValues.truth("--wait", wait);
  }

  /// Whether an earlier run is to be resumed. Then nothing else may be asked for.
  boolean resumes() {
    boolean resumes = OptionValues.truth("--resume", resume);
    if (resumes && !measuring("").isEmpty()) {
      throw OptionValues.usage(
          "--resume takes the options that the run began with, got also: "
              + String.join(" ", measuring("")));
    }
    return resumes;
  }

  /// What is asked for of the measuring itself.
  private List<String> measuring(String chosenSeed) {
    return Stream.of(
            "--preset=" + preset,
            "--include=" + include,
            "--p=" + parameters,
            "--payloads=" + payloads,
            "--stub=" + stub,
            "--rounds=" + rounds,
            "--shard=" + shard,
            "--seed=" + (chosenSeed.isEmpty() ? seed : chosenSeed))
        .filter(option -> !option.endsWith("="))
        .toList();
  }

  Plan plan(Concurrency concurrency) {
    var chosen = preset();
    try {
      return Plan.of(
          chosen,
          PlanFilter.parse(include, parameters),
          concurrency,
          rounds.isBlank()
              ? chosen.rounds()
              : (int) OptionValues.number("--rounds", rounds, 1, MOST_ROUNDS),
          shard());
    } catch (PlanException e) {
      throw OptionValues.usage(String.valueOf(e.getMessage()));
    }
  }

  private Shard shard() {
    if (shard.isBlank()) {
      return Shard.WHOLE;
    }
    try {
      var parsed = Shard.parse(shard);
      if (!parsed.isWhole() && seed.isBlank()) {
        throw OptionValues.usage(
            "--shard " + parsed + " needs --seed, the same on all machines, such as --seed 1");
      }
      return parsed;
    } catch (IllegalArgumentException e) {
      throw OptionValues.usage(String.valueOf(e.getMessage()));
    }
  }

  RunSettings settings() {
    if (!payloads.isBlank() && !stub.isBlank()) {
      throw OptionValues.usage(
          "--payloads and --stub exclude each other: a stub has its own payloads");
    }
    long chosenSeed =
        seed.isBlank()
            ? ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE)
            : OptionValues.number("--seed", seed, 0, Integer.MAX_VALUE);
    return new RunSettings(
        chosenSeed,
        payloads.isBlank() ? null : OptionValues.folder(payloads),
        stub.isBlank() ? null : OptionValues.url(stub),
        measuring(Long.toString(chosenSeed)));
  }

  Path results() {
    return Path.of(results.isBlank() ? "benchmarks-results" : results);
  }

  private Preset preset() {
    if (preset.isBlank()) {
      return Preset.STANDARD;
    }
    return Arrays.stream(Preset.values())
        .filter(known -> known.typedName().equalsIgnoreCase(preset))
        .findFirst()
        .orElseThrow(() ->
            OptionValues.usage(
                "There is no preset '"
                    + preset
                    + "'; the presets are "
                    + Arrays.stream(Preset.values())
                        .map(Preset::typedName)
                        .collect(Collectors.joining(", "))));
  }
}
