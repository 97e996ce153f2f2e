package fanout.cli.stub;

import fanout.cli.BindAddress;
import fanout.cli.CommandException;
import fanout.cli.CommandRunner;
import fanout.cli.ExitCode;
import fanout.fetch.Endpoint;
import fanout.stub.Payloads;
import fanout.stub.StubServer;
import java.io.IOException;
import java.net.Inet4Address;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `scripts/stub`: serves the six endpoints until Ctrl-C.
@Command(
    name = "stub",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Serves the six endpoints until Ctrl-C and prints their URLs.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"3:the payloads or the port cannot be used", "64:the command line was wrong"})
public final class StubCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Listen on this IPv4 address of a private network instead of 127.0.0.1.")
  private String bind = BindAddress.LOOPBACK;

  @Option(
      names = "--delay",
      paramLabel = "TIME",
      description = "How long to wait before each response, such as 20ms (default: not at all).")
  private Duration delay = Duration.ZERO;

  @Option(
      names = "--payloads",
      paramLabel = "DIR",
      description =
          "Respond with posts.json ... users.json in this folder, not with generated ones.")
  private @Nullable Path payloads;

  public static void main(String[] args) {
    CommandRunner.runAndExit(new StubCommand(), args);
  }

  @Override
  public Integer call() throws InterruptedException {
    var host = host();
    try (var server = start(host, bodies())) {
      endOnSignal(server);
      var out = spec.commandLine().getOut();
      Endpoint.SIX.forEach(endpoint -> out.println(endpoint.on(server.baseUri())));
      out.println("Ctrl-C ends the stub.");
      out.flush();
      new CountDownLatch(1).await();
      return ExitCode.OK.status();
    } catch (IOException e) {
      throw new CommandException(ExitCode.INVALID, e);
    }
  }

  private String host() {
    if (BindAddress.require("--bind", bind) instanceof Inet4Address address) {
      return address.getHostAddress();
    }
    throw new CommandException(ExitCode.USAGE, "--bind takes an IPv4 address, got: " + bind);
  }

  private StubServer start(String host, Payloads bodies) throws IOException {
    try {
      return StubServer.start(host, port, bodies, delay);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e);
    }
  }

  private Payloads bodies() throws IOException {
    return payloads == null ? Payloads.generated() : Payloads.from(payloads);
  }

  private static void endOnSignal(StubServer server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stub-end"));
  }
}
