package fanout.cli.fetch;

import fanout.cli.CommandException;
import fanout.cli.CommandRunner;
import fanout.cli.ExitCode;
import fanout.cluster.Cluster;
import fanout.cluster.ClusterException;
import fanout.cluster.LocalMembers;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `scripts/fetch --strategy cluster`: fetches the endpoints once with members of a cluster, and
/// says what happens when it happens.
public final class ClusterFetchCommand implements Callable<Integer> {
  private static final String NAME = "cluster";

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private ClusterFetchCommand() {
    spec.name("fetch");
    spec.usageMessage()
        .sortOptions(false)
        .description(
            "Fetches the six endpoints once with members of a cluster, a pause of a second after"
                + " each fetch. Starts members of its own, on this machine, unless some are named.")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(FetchCommand.exitCodes());
    spec.addOption(
        OptionSpec.builder("--strategy")
            .paramLabel(NAME)
            .description("This one alone.")
            .type(String.class)
            .build());
    ClusterOptions.addTo(spec);
    BatchOptions.addTo(spec);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help message and exit.")
            .build());
  }

  public static void main(String[] args) {
    CommandRunner.runAndExit(command(), args);
  }

  /// The command, for those who run it in their own JVM.
  public static CommandSpec command() {
    return new ClusterFetchCommand().spec;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var parsed = spec.commandLine().getParseResult();
    var strategy = parsed.matchedOptionValue("--strategy", NAME);
    if (!strategy.equals(NAME)) {
      throw new CommandException(
          ExitCode.USAGE, "The cluster fetches alone, and not with others: --strategy cluster");
    }
    var options = ClusterOptions.of(parsed);
    var batch = BatchOptions.of(parsed);
    try (var source = FetchSource.open(batch)) {
      if (!options.members().isEmpty()) {
        return fetch(options, batch, source).status();
      }
      try (var own = startOwn(options, batch)) {
        return fetch(options.with(own), batch, source).status();
      }
    }
  }

  private static LocalMembers startOwn(ClusterOptions options, BatchOptions batch)
      throws ClusterException, InterruptedException {
    return LocalMembers.start(options.ownMembers(), options.inFlight(), batch.stub());
  }

  private ExitCode fetch(ClusterOptions options, BatchOptions batch, FetchSource source)
      throws ClusterException, InterruptedException {
    var settings = batch.settings(source.baseUri());
    var log = new FetchLog(spec.commandLine().getOut(), NAME);
    try (var cluster =
        Cluster.connect(options.token(), options.members(), settings, servers(source), log)) {
      long begin = System.nanoTime();
      var outcomes =
          cluster.fetch(
              batch.limits().batch(source.endpoints(), batch.pause()), batch.failureMode());
      log.ended(Duration.ofNanos(System.nanoTime() - begin), outcomes);
      cluster
          .responses()
          .forEach((member, count) -> log.remark("member " + member + " fetched " + count));
      return outcomes.stream().anyMatch(FetchFailure.class::isInstance)
          ? ExitCode.FAILED
          : ExitCode.OK;
    } catch (FetchException e) {
      log.remark("failed: " + e.getMessage());
      return ExitCode.FAILED;
    }
  }

  private static List<URI> servers(FetchSource source) {
    return source.endpoints().stream()
        .map(endpoint -> server(endpoint, source.baseUri()))
        .distinct()
        .toList();
  }

  /// Without the path.
  private static URI server(Endpoint endpoint, URI baseUri) {
    var uri = endpoint.on(baseUri);
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
  }
}
