package fanout.gate.arm;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/// The JVM arguments that a benchmark's annotation `@Fork` has.
///
/// @param prepended `jvmArgsPrepend`, which JMH drops where its command line has arguments to
///   prepend
/// @param others `jvmArgs` and `jvmArgsAppend`, which it keeps
public record AnnotatedArguments(List<String> prepended, List<String> others) {
  /// Of a benchmark without any.
  static final AnnotatedArguments NONE = new AnnotatedArguments(List.of(), List.of());

  private static final Pattern COLLECTOR = Pattern.compile("-XX:([+-])(Use[A-Za-z0-9]*GC)");

  public AnnotatedArguments {
    prepended = List.copyOf(prepended);
    others = List.copyOf(others);
  }

  /// Reads a line of JMH's list.
  static AnnotatedArguments parse(BenchmarkListEntry entry) {
    Collection<String> none = List.of();
    return new AnnotatedArguments(
        List.copyOf(entry.getJvmArgsPrepend().orElse(none)),
        Stream.of(entry.getJvmArgs(), entry.getJvmArgsAppend())
            .flatMap(arguments -> arguments.orElse(none).stream())
            .toList());
  }

  /// What JMH is told to prepend, so that both an arm's arguments and these hold.
  ///
  /// @param ours the arm's arguments, over which the annotated ones win
  List<String> prependedAfter(List<String> ours) {
    return ours.isEmpty() ? List.of() : Stream.of(ours, prepended).flatMap(List::stream).toList();
  }

  /// The garbage collectors that a fork with an arm's arguments would be told to use: a JVM takes
  /// one.
  SequencedSet<String> collectorsAfter(List<String> ours) {
    var used = new LinkedHashSet<String>();
    Stream.of(ours, prepended, others)
        .flatMap(List::stream)
        .map(COLLECTOR::matcher)
        .filter(found -> found.matches())
        .forEach(found -> {
          if (found.group(1).equals("+")) {
            used.add(found.group(2));
          } else {
            used.remove(found.group(2));
          }
        });
    return used;
  }
}
