package fanout.cli.jmh;

import fanout.program.Programs;
import fanout.strategy.Strategies;
import fanout.vocabulary.Program;
import fanout.vocabulary.PythonProgram;
import fanout.vocabulary.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Tells plain JMH which contenders can run here, where its user does not say which to run: it ends
/// at the first benchmark that fails, and would measure nothing after one that never could.
public final class PlainJmh {
  /// The one release with the preview that `STRUCTURED` uses.
  private static final int PREVIEW_JAVA = 25;

  private static final List<Contenders> ALL =
      List.of(
          new Contenders("strategy", true, PlainJmh::strategies),
          new Contenders("program", false, _ -> programs()));

  private PlainJmh() {}

  /// Where JMH runs benchmarks.
  enum Place {
    FORK,
    /// As `-f 0` asks for.
    THIS_JVM
  }

  /// The values of a parameter.
  ///
  /// @param parameter its name in JMH
  /// @param isEnum whether JMH takes every value by itself
  /// @param all every value; asked only where benchmarks of it will run, as it starts a `python3`
  record Contenders(String parameter, boolean isEnum, Function<Place, List<Contender>> all) {}

  /// A value of a parameter.
  ///
  /// @param unavailable why it cannot run here, as a sentence; empty where it can
  record Contender(String name, Optional<String> unavailable) {}

  /// What JMH is to be given for `args`. Says on standard error what is skipped.
  ///
  /// `Launcher` calls this by its name, as it must load on an older Java.
  public static String[] arguments(String[] args) {
    return arguments(args, ALL, System.err::println);
  }

  static String[] arguments(String[] args, List<Contenders> known, Consumer<String> lines) {
    try {
      return arguments(args, new CommandLineOptions(args), known, lines);
    } catch (CommandLineOptionException | PatternSyntaxException _) {
      return args; // JMH says itself what it does not understand.
    }
  }

  private static String[] arguments(
      String[] args, CommandLineOptions options, List<Contenders> known, Consumer<String> lines) {
    var words = new ArrayList<>(List.of(args));
    var reasons = new LinkedHashSet<String>(); // a strategy may be a program too
    for (var contenders : notChosen(options, known)) {
      var all = contenders.all().apply(place(options));
      var missing = all.stream().filter(each -> each.unavailable().isPresent()).toList();
      missing.forEach(
          each -> reasons.add(each.name() + " is skipped: " + each.unavailable().orElse("")));
      if (!missing.isEmpty() || !contenders.isEnum()) {
        words.add("-p");
        words.add(contenders.parameter() + "=" + available(all));
      }
    }
    reasons.forEach(lines);
    return words.toArray(String[]::new);
  }

  private static Place place(CommandLineOptions options) {
    return options.getForkCount().orElse(1) == 0 ? Place.THIS_JVM : Place.FORK;
  }

  /// Those that benchmarks are about to run with, and that no `-p` chooses from.
  private static List<Contenders> notChosen(CommandLineOptions options, List<Contenders> known) {
    if (isOnlyALookUp(options)) {
      return List.of();
    }
    var parameters = parametersOfBenchmarks(options);
    return known.stream()
        .filter(contenders -> parameters.contains(contenders.parameter()))
        .filter(contenders -> !options.getParameter(contenders.parameter()).hasValue())
        .toList();
  }

  private static boolean isOnlyALookUp(CommandLineOptions options) {
    return options.shouldHelp()
        || options.shouldList()
        || options.shouldListWithParams()
        || options.shouldListProfilers()
        || options.shouldListResultFormats();
  }

  private static Set<String> parametersOfBenchmarks(CommandLineOptions options) {
    var silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
    var parameters = new HashSet<String>();
    for (var benchmark :
        BenchmarkList.defaultList().find(silent, options.getIncludes(), options.getExcludes())) {
      if (benchmark.getParams().hasValue()) {
        parameters.addAll(benchmark.getParams().get().keySet());
      }
    }
    return parameters;
  }

  private static String available(List<Contender> all) {
    return all.stream()
        .filter(each -> each.unavailable().isEmpty())
        .map(Contender::name)
        .collect(Collectors.joining(","));
  }

  private static List<Contender> strategies(Place place) {
    return Arrays.stream(Strategy.values())
        .map(strategy -> new Contender(strategy.name(), unavailable(strategy, place)))
        .toList();
  }

  /// They have JVMs of their own, wherever the benchmark runs.
  private static List<Contender> programs() {
    return Program.all().stream()
        .map(program -> new Contender(program.text(), unavailable(program)))
        .toList();
  }

  private static Optional<String> unavailable(Program program) {
    return switch (program) {
      case Strategy strategy -> unavailable(strategy, Place.FORK);
      case PythonProgram python -> Programs.unavailable(python);
    };
  }

  /// A fork has `--enable-preview` where this JVM has not.
  private static Optional<String> unavailable(Strategy strategy, Place place) {
    boolean withPreview =
        place == Place.FORK
            && strategy == Strategy.STRUCTURED
            && Runtime.version().feature() == PREVIEW_JAVA;
    return withPreview ? Optional.empty() : Strategies.unavailable(strategy);
  }
}
