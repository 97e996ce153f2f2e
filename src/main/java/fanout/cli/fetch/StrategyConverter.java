package fanout.cli.fetch;

import fanout.vocabulary.Strategy;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a strategy as people type it, `virtual-threads`, or as results have it, `VIRTUAL_THREADS`.
final class StrategyConverter implements ITypeConverter<Strategy> {

  @Override
  public Strategy convert(String text) {
    return Stream.of(Strategy.values())
        .filter(strategy -> strategy.commandLineName().equals(text) || strategy.name().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "'" + text + "' is no strategy; there are " + String.join(", ", new Names())));
  }

  /// The names that the command line takes, for `--help`.
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(Strategy.values()).map(Strategy::commandLineName).iterator();
    }
  }
}
