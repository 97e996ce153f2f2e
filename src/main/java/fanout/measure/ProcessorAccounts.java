package fanout.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What the processors that we may use have done so far, in clock ticks of 10 ms. On a machine of
/// our own that is all of them; of a larger one that others use too it is those that we may run on;
/// and where a container may use some of the time of all, what the container's own accounts say:
/// how busy the rest of the machine is does not matter then, but how often we had to wait for our
/// share does.
///
/// @param total time that there was
/// @param busy of it what any process used
/// @param stolen of it what was taken away: by the host, or by the limit of the container
record ProcessorAccounts(double total, double busy, double stolen) {
  /// Fields of `cpu` in `/proc/stat`.
  ///
  /// @see <a href="https://man7.org/linux/man-pages/man5/proc_stat.5.html">proc_stat(5)</a>
  private static final int IDLE = 3;

  private static final int IO_WAIT = 4;
  private static final int STEAL = 7;
  private static final int COUNTED = 8; // guest time is part of user time already

  private static final double TICKS_PER_SECOND = 100;
  private static final double MICROS_PER_TICK = 10_000;
  private static final double NS_PER_SECOND = 1e9;

  /// Reads the accounts.
  ///
  /// @param proc `/proc`
  /// @param cgroups where control groups of version 2 are
  /// @param nowNs time since any moment
  /// @throws IOException if the system does not tell
  static ProcessorAccounts read(Path proc, Path cgroups, long nowNs) throws IOException {
    var lines = Files.readString(proc.resolve("stat")).lines().toList();
    var allowed = allowed(proc);
    var own = lines.stream().filter(line -> allowed.contains(line.split(" ", -1)[0])).toList();
    boolean some = !own.isEmpty() && own.size() < lines.stream().filter(l -> isCore(l)).count();
    int cores = own.isEmpty() ? Integer.MAX_VALUE : own.size();
    var container = ofContainer(group(proc, cgroups), cores, nowNs);
    return container.isPresent() ? container.get() : sum(some ? own : lines.subList(0, 1));
  }

  private static boolean isCore(String line) {
    return line.matches("cpu\\d+ .*");
  }

  private static ProcessorAccounts sum(List<String> lines) throws IOException {
    double total = 0;
    double busy = 0;
    double stolen = 0;
    for (var line : lines) {
      var ticks =
          Stream.of(line.split(" +", -1)).skip(1).limit(COUNTED).map(Long::valueOf).toList();
      if (ticks.size() < COUNTED) {
        throw new IOException("Expected %s times, got: %s".formatted(COUNTED, line));
      }
      long all = ticks.stream().mapToLong(Long::longValue).sum();
      total += all;
      busy += all - ticks.get(IDLE) - ticks.get(IO_WAIT) - ticks.get(STEAL);
      stolen += ticks.get(STEAL);
    }
    return new ProcessorAccounts(total, busy, stolen);
  }

  /// Empty where nothing limits us to less than the time of all processors that we may run on.
  ///
  /// @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html#cpu">cpu.max and cpu.stat</a>
  private static Optional<ProcessorAccounts> ofContainer(Path group, int cores, long nowNs)
      throws IOException {
    var limit = group.resolve("cpu.max");
    if (!Files.isReadable(limit)) {
      return Optional.empty();
    }
    var parts = Files.readString(limit).strip().split(" ", -1);
    if (parts[0].equals("max") || parts.length < 2) {
      return Optional.empty();
    }
    double share = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    if (share >= cores) {
      return Optional.empty();
    }
    return Optional.of(
        new ProcessorAccounts(
            nowNs / NS_PER_SECOND * TICKS_PER_SECOND * share,
            micros(group, "usage_usec") / MICROS_PER_TICK,
            micros(group, "throttled_usec") / MICROS_PER_TICK));
  }

  private static double micros(Path group, String name) throws IOException {
    return Files.readString(group.resolve("cpu.stat"))
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  /// The group that we are in: in a container it is the root of those that it sees.
  private static Path group(Path proc, Path cgroups) throws IOException {
    var file = proc.resolve("self/cgroup");
    if (!Files.isReadable(file)) {
      return cgroups;
    }
    return Files.readString(file)
        .lines()
        .filter(line -> line.startsWith("0::/"))
        .map(line -> cgroups.resolve(line.substring("0::/".length())))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(cgroups);
  }

  /// The names of the processors that we may run on, as `/proc/stat` has them; none where nobody
  /// tells.
  private static Set<String> allowed(Path proc) throws IOException {
    var status = proc.resolve("self/status");
    var names = new TreeSet<String>();
    if (!Files.isReadable(status)) {
      return names;
    }
    var ranges = new ArrayList<String>();
    Files.readString(status)
        .lines()
        .filter(line -> line.startsWith("Cpus_allowed_list:"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .forEach(list -> ranges.addAll(List.of(list.split(",", -1))));
    for (var range : ranges) {
      var ends = range.split("-", -1);
      for (int cpu = Integer.parseInt(ends[0]);
          cpu <= Integer.parseInt(ends[ends.length - 1]);
          cpu++) {
        names.add("cpu" + cpu);
      }
    }
    return names;
  }
}
