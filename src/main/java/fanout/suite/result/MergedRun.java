package fanout.suite.result;

import fanout.measure.ResultException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One run of the parts that several machines measured. What is compared was measured on one
/// machine, so the rows of the parts are put together, and nothing is computed anew.
public final class MergedRun {
  /// Parts in the order of their numbers.
  private final List<Part> parts;

  private MergedRun(List<Part> parts) {
    this.parts = parts;
  }

  /// A part, and what messages call it.
  ///
  /// @param name its folder
  public record Part(String name, RunRecord run) {
    private Environment environment() {
      return run.environment();
    }
  }

  /// Puts the parts of one run together.
  ///
  /// @param id the merged run's
  /// @throws ResultException if they are not all the parts of one run
  public static RunRecord of(List<Part> parts, String id) throws ResultException {
    var merged = new MergedRun(inOrder(parts));
    merged.requireOneRun();
    return new RunRecord(
        merged.environment(id),
        merged.rows(RunRecord::measurements),
        merged.rows(RunRecord::samples),
        merged.rows(RunRecord::percentiles),
        merged.rows(RunRecord::timeline));
  }

  private static List<Part> inOrder(List<Part> parts) throws ResultException {
    var first = parts.getFirst();
    int of = shardOf(first).of();
    var byNumber = new HashMap<Integer, Part>();
    for (var part : parts) {
      var shard = shardOf(part);
      if (shard.of() != of) {
        throw refused(
            "%s is part %s and %s is part %s"
                .formatted(first.name(), shardOf(first), part.name(), shard));
      }
      var other = byNumber.putIfAbsent(shard.number(), part);
      if (other != null) {
        throw refused("%s and %s are both part %s".formatted(other.name(), part.name(), shard));
      }
    }
    var ordered = new ArrayList<Part>();
    for (int number = 1; number <= of; number++) {
      var part = byNumber.get(number);
      if (part == null) {
        throw refused("part %s is missing".formatted(new Shard(number, of)));
      }
      ordered.add(part);
    }
    return List.copyOf(ordered);
  }

  private static Shard shardOf(Part part) throws ResultException {
    var shard = part.environment().shard();
    if (shard == null) {
      throw refused(part.name() + " is no part of a run, as --shard makes them");
    }
    return shard;
  }

  private void requireOneRun() throws ResultException {
    requireSame("commit", Environment::commit);
    requireSame("seed", environment -> environment.rounds().seed());
    requireSame("preset", environment -> environment.run().preset());
    requireSame("rounds", environment -> environment.rounds().finished());
    requireSame("payloads", environment -> environment.fingerprint().payloads().text());
    requireSame("JMH", environment -> environment.fingerprint().jmh());
    requireSame("JDK", environment -> environment.fingerprint().jdk());
  }

  private void requireSame(String what, Function<Environment, @Nullable Object> value)
      throws ResultException {
    var first = parts.getFirst();
    var expected = value.apply(first.environment());
    for (var part : parts) {
      var found = value.apply(part.environment());
      if (!Objects.equals(expected, found)) {
        throw refused(
            "they differ in %s: %s has %s, %s has %s"
                .formatted(what, first.name(), expected, part.name(), found));
      }
    }
  }

  private static ResultException refused(String why) {
    return new ResultException("These are not the parts of one run: " + why, null);
  }

  private <T> List<T> rows(Function<RunRecord, List<T>> rows) {
    return parts.stream().flatMap(part -> rows.apply(part.run()).stream()).toList();
  }

  private Environment environment(String id) {
    var first = parts.getFirst().environment();
    return new Environment(
        new Environment.RunStamp(
            id,
            first.run().preset(),
            Collections.min(values(environment -> environment.run().startedAt())),
            Collections.max(values(environment -> environment.run().finishedAt()))),
        first.rounds(),
        fingerprint(first.fingerprint()),
        first.commit(),
        new MachineState(
            largest(MachineState::loadBefore),
            largest(MachineState::loadAfter),
            largest(MachineState::stealPercent),
            largest(MachineState::foreignCpuPercent)),
        Stream.concat(machines(), all(Environment::notQuotable)).distinct().toList(),
        all(Environment::skipped).distinct().toList(),
        order(),
        null);
  }

  /// That of the first part, with the lengths of all benchmarks.
  private Fingerprint fingerprint(Fingerprint first) {
    return new Fingerprint(
        first.hardware(),
        first.jdk(),
        first.jvmFlags(),
        first.jmh(),
        all(environment -> environment.fingerprint().lengths()).distinct().toList(),
        first.stub(),
        first.payloads());
  }

  /// Ratios hold nevertheless, as each is of one machine; times beside each other do not.
  private Stream<String> machines() {
    var machines =
        values(environment -> environment.fingerprint().hardware()).stream()
            .map(hardware -> hardware.cpu() + ", " + hardware.cores() + " cores")
            .distinct()
            .toList();
    return machines.size() == 1
        ? Stream.empty()
        : Stream.of(
            "Its parts were measured on machines that differ (%s): times of different scenarios are not comparable."
                .formatted(String.join("; ", machines)));
  }

  private @Nullable Double largest(Function<MachineState, @Nullable Double> reading) {
    return parts.stream()
        .map(part -> reading.apply(part.environment().machineState()))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /// Each round of all parts, one after the other.
  private List<List<String>> order() {
    var rounds = new ArrayList<List<String>>();
    for (var part : parts) {
      var order = part.environment().order();
      for (int round = 0; round < order.size(); round++) {
        if (round == rounds.size()) {
          rounds.add(new ArrayList<>());
        }
        rounds.get(round).addAll(order.get(round));
      }
    }
    return rounds.stream().map(List::copyOf).toList();
  }

  private <T> Collection<T> values(Function<Environment, T> value) {
    return parts.stream().map(part -> value.apply(part.environment())).toList();
  }

  private Stream<String> all(Function<Environment, List<String>> sentences) {
    return parts.stream().flatMap(part -> sentences.apply(part.environment()).stream());
  }
}
