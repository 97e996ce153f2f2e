package fanout.strategy.process;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.fetch.Await;
import fanout.fetch.FetchSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerTrainingTest {
  private static final FetchSettings NOWHERE = FetchSettings.of(URI.create("http://127.0.0.1:1"));

  @Test
  void aWorkerThatDoesNotAnswerIsEndedWhenItsTimeIsUp() {
    var hanging = MisbehavingWorker.always(Misbehaviour.HANGS);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> WorkerTraining.run(hanging, NOWHERE, Duration.ofMillis(1)))
        .withMessage("The worker wrote no AOT cache within PT0.001S");
    Await.until(() -> ProcessHandle.current().children().findAny().isEmpty());
  }

  @Test
  void aWorkerThatEndsBeforeItHasAnsweredFails() {
    var exiting = MisbehavingWorker.always(Misbehaviour.DIES_AT_START);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> WorkerTraining.run(exiting, NOWHERE, Duration.ofMinutes(2)));
    Await.until(() -> ProcessHandle.current().children().findAny().isEmpty());
  }
}
