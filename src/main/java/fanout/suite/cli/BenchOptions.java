package fanout.suite.cli;

import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.cli.ServerUrl;
import fanout.fetch.Concurrency;
import fanout.suite.plan.Plan;
import fanout.suite.plan.PlanException;
import fanout.suite.plan.PlanFilter;
import fanout.suite.plan.Preset;
import fanout.suite.run.RunSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    return truth("--wait", wait);
  }

  /// Whether an earlier run is to be resumed. Then nothing else may be asked for.
  boolean resumes() {
    boolean resumes = truth("--resume", resume);
    if (resumes && !measuring("").isEmpty()) {
      throw usage(
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
          rounds.isBlank() ? chosen.rounds() : (int) number("--rounds", rounds, 1, MOST_ROUNDS));
    } catch (PlanException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  RunSettings settings() {
    if (!payloads.isBlank() && !stub.isBlank()) {
      throw usage("--payloads and --stub exclude each other: a stub has its own payloads");
    }
    long chosenSeed =
        seed.isBlank()
            ? ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE)
            : number("--seed", seed, 0, Integer.MAX_VALUE);
    return new RunSettings(
        chosenSeed,
        payloads.isBlank() ? null : folder(payloads),
        stub.isBlank() ? null : url(stub),
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
            usage(
                "There is no preset '"
                    + preset
                    + "'; the presets are "
                    + Arrays.stream(Preset.values())
                        .map(Preset::typedName)
                        .collect(Collectors.joining(", "))));
  }

  private static long number(String option, String text, long least, long most) {
    try {
      long number = Long.parseLong(text.strip());
      if (least <= number && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below, as any other value that is not allowed.
    }
    throw usage(
        option + " must be a whole number from " + least + " to " + most + ", got: " + text);
  }

  private static boolean truth(String option, String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false", "" -> false;
      default -> throw usage(option + " must be true or false, got: " + text);
    };
  }

  private static Path folder(String text) {
    var folder = Path.of(text);
    if (!Files.isDirectory(folder)) {
      throw usage("--payloads must be a folder, but there is none at " + text);
    }
    return folder.toAbsolutePath();
  }

  private static String url(String text) {
    try {
      var uri = URI.create(text);
      if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
        ServerUrl.requireNoPath("--stub", uri);
        return text;
      }
    } catch (IllegalArgumentException _) {
      // Said below, as any other text that is no such URL.
    }
    throw usage("--stub must be a URL such as http://127.0.0.1:8080, got: " + text);
  }

  private static CommandException usage(String sentence) {
    return new CommandException(ExitCode.USAGE, sentence);
  }
}
