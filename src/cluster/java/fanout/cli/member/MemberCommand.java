package fanout.cli.member;

import fanout.cli.BindAddress;
import fanout.cli.CommandException;
import fanout.cli.CommandRunner;
import fanout.cli.ExitCode;
import fanout.cli.ServerUrl;
import fanout.cluster.ClusterException;
import fanout.cluster.ClusterMember;
import fanout.cluster.ClusterToken;
import fanout.cluster.MemberAddress;
import fanout.cluster.MemberSettings;
import fanout.os.ShutdownHook;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `scripts/member`: fetches for `scripts/fetch --strategy cluster` until Ctrl-C.
@Command(
    name = "member",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Fetches for scripts/fetch --strategy cluster until Ctrl-C; then finishes what it fetches,"
            + " and leaves.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "3:the address cannot be used, or nobody is there to be joined",
      "64:the command line was wrong"
    })
public final class MemberCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  @Option(names = "--port", paramLabel = "N", description = "The port (default: ${DEFAULT-VALUE}).")
  private int port = MemberAddress.DEFAULT_PORT;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description =
          "Listen on this address of a private network instead of 127.0.0.1; needs --token-file.")
  private String bind = BindAddress.LOOPBACK;

  @Option(
      names = "--join",
      paramLabel = "ADDRESS",
      description =
          "A member whose cluster to join, such as 10.0.0.3:5701; without, it begins one.")
  private List<String> join = List.of();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "Holds what those of the cluster know and nobody else, and may be read by its owner alone:"
              + " (umask 077; openssl rand -hex 16 >FILE)")
  private @Nullable Path tokenFile;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      description = "Fetches at once (default: ${DEFAULT-VALUE}).")
  private int inFlight = MemberSettings.DEFAULT_IN_FLIGHT;

  @Option(
      names = "--stub",
      paramLabel = "URL",
      description = "Fetch from this server alone, and for nobody who wants another.")
  private @Nullable URI stub;

  public static void main(String[] args) {
    CommandRunner.runAndExit(new MemberCommand(), args);
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = settings();
    if (!settings.address().isLoopback()) {
      warn();
    }
    try (var member = ClusterMember.start(settings)) {
      var _ = ShutdownHook.install(ShutdownHook.Turn.END_WORK, member::close);
      var out = spec.commandLine().getOut();
      out.printf("Member %s, one of %d. Ctrl-C ends it.%n", settings.address(), member.size());
      out.flush();
      new CountDownLatch(1).await();
      return ExitCode.OK.status();
    } catch (ClusterException e) {
      throw new CommandException(ExitCode.INVALID, e);
    }
  }

  private MemberSettings settings() {
    if (stub != null) {
      var _ = ServerUrl.requireServer("--stub", stub);
    }
    try {
      // Hazelcast listens on what it knows by number.
      var host = BindAddress.require("--bind", bind).getHostAddress();
      var address = new MemberAddress(host, port);
      if (!address.isLoopback() && tokenFile == null) {
        throw new CommandException(
            ExitCode.USAGE, "--bind " + bind + " needs --token-file, as others get there");
      }
      return new MemberSettings(
          ClusterToken.ofFile(tokenFile),
          address,
          join.stream().map(MemberAddress::parse).toList(),
          inFlight,
          stub);
    } catch (IllegalArgumentException | ClusterException e) {
      throw new CommandException(ExitCode.USAGE, e);
    }
  }

  private void warn() {
    var err = spec.commandLine().getErr();
    err.println(
        "member: this network must be private: the community edition of Hazelcast has neither TLS"
            + " nor authentication of its own, and whoever listens there reads the token.");
    err.flush();
  }
}
