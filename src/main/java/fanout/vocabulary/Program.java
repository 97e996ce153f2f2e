package fanout.vocabulary;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a whole process fetches with: `scripts/fetch` with a strategy, or a counterpart in Python.
public sealed interface Program extends StrategyName permits Strategy, PythonProgram {
  /// What bounds the fetches that are under way at once.
  FetchLimit limit();

  /// The strategies, then the programs in Python.
  static List<Program> all() {
    return Stream.<Program>concat(Stream.of(Strategy.values()), Stream.of(PythonProgram.values()))
        .toList();
  }

  /// The program of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  static Program named(String text) {
    return switch (StrategyName.of(text)) {
      case Program program -> program;
      case Unknown _ ->
          throw new IllegalArgumentException(
              "There is no program '%s'; there are %s"
                  .formatted(
                      text, all().stream().map(Program::text).collect(Collectors.joining(", "))));
    };
  }
}
