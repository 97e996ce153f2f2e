package fanout.strategy.process;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.fetch.FetchSettings;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerProcessTest {
  @Test
  void whoFailsToListenHearsOfTheEndWhenTheProcessIsGone() throws Exception {
    var ended = new CompletableFuture<String>();
    var nowhere = FetchSettings.of(URI.create("http://127.0.0.1:1"));
    var worker =
        new WorkerProcess(
            "worker-of-a-test",
            WorkerCommand.standard(),
            new Frame.Settings(nowhere, false),
            new FailingOwner(ended));
    worker.start();

    assertThat(ended.get(30, TimeUnit.SECONDS))
        .isEqualTo("could not be listened to: java.lang.OutOfMemoryError: Java heap space");
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  /// Fails as one does that has no room for what a worker says.
  private record FailingOwner(CompletableFuture<String> end) implements WorkerProcess.Owner {
    @Override
    public void ready(WorkerProcess worker) {
      throw new OutOfMemoryError("Java heap space");
    }

    @Override
    public void replied(WorkerProcess worker, Frame.Reply reply) {}

    @Override
    public void ended(WorkerProcess worker, String cause) {
      end.complete(cause);
    }
  }
}
