package fanout.reliability;

import fanout.vocabulary.Strategy;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table of faults and strategies, for people.
record FaultTable(List<Fault> faults, List<Cell> cells, Counts before, Counts after) {
  String text() {
    return """
    ## A server that misbehaves

    %d faults of one of six endpoints, with all %d strategies, each open all the time: every cell is a batch that the first
    failure ends, the same batch with failures collected, and a batch after them of which nothing is wrong. The deadline of a
    fetch is %d ms. A cell holds the requests that met the fault · the time beyond the deadline, or – where it ended before ·
    the exit code of `scripts/fetch`. Every collected batch had its five good responses, every next batch all six, and every
    strategy said the same sentence, but where it depends on which end of a connection is seen first. Two requests are one that
    the JDK's client ended together with another that was cancelled, and one more. The largest time beyond the deadline was
    %d ms.

    | fault | what is said | %s |
    | --- | --- | %s |
    %s

    | held by this JVM | before | after |
    | --- | ---: | ---: |
    | descriptors | %d | %d |
    | threads | %d | %d |
    | worker processes | %d | %d |
    | connections at the servers | %d | %d |
    """
        .formatted(
            faults.size(),
            Strategy.values().length,
            FaultRun.DEADLINE.toMillis(),
            cells.stream().mapToLong(cell -> cell.over().toMillis()).max().orElse(0),
            join(Stream.of(Strategy.values()).map(strategy -> "`" + strategy + "`")),
            join(Stream.of(Strategy.values()).map(_ -> "---")),
            faults.stream().map(this::row).collect(Collectors.joining("\n")),
            before.descriptors(),
            after.descriptors(),
            before.threads(),
            after.threads(),
            before.processes(),
            after.processes(),
            before.connections(),
            after.connections());
  }

  private String row(Fault fault) {
    var ofFault = cells.stream().filter(cell -> cell.fault().equals(fault)).toList();
    var sentence = ofFault.getFirst().sentence();
    return "| %s | %s | %s |"
        .formatted(
            fault.name(),
            sentence.isEmpty() ? "(accepted)" : escaped(sentence),
            join(ofFault.stream().map(Cell::text)));
  }

  private static String escaped(String sentence) {
    return sentence.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;");
  }

  private static String join(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | "));
  }
}
