package fanout.strategy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.fetch.Batch;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.FailureMode;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchSettings;
import fanout.fetch.PendingBatch;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two workers that take a task each, and a third task that waits. No process starts, since each
/// worker is killed before it does.
@Timeout(30)
class DispatcherTest {
  private static final FetchSettings SETTINGS = FetchSettings.of(URI.create("http://127.0.0.1:1"));

  private final List<WorkerProcess> started = new ArrayList<>();
  private final List<EchoJob> jobs = List.of(new EchoJob(), new EchoJob(), new EchoJob());
  private long nanoTime = System.nanoTime();
  private final Dispatcher dispatcher =
      new Dispatcher(
          new Concurrency(1, 2, 1),
          SETTINGS.deadline(),
          (number, _) -> newWorker(number),
          () -> nanoTime);

  @BeforeEach
  void startTwo() throws InterruptedException {
    dispatcher.submit(jobs);
    assertThat(started).hasSize(2);
  }

  @AfterEach
  void close() {
    var _ = dispatcher.close();
    assertThat(jobs).allMatch(EchoJob::isOver);
  }

  @Test
  void aWorkerThatDiesAtStartIsReplacedASecondLaterWhileAnotherOneIsReady() throws Exception {
    dispatcher.ready(started.get(0));
    die(started.get(1));
    assertThat(started).hasSize(2);

    nanoTime += Duration.ofMillis(999).toNanos();
    dispatcher.submit(List.of());
    assertThat(started).hasSize(2);

    nanoTime += Duration.ofMillis(1).toNanos();
    dispatcher.submit(List.of());
    assertThat(started).hasSize(3);
  }

  @Test
  void bothAreReplacedAtOnceWhenTheOtherOneDiesMeanwhile() {
    dispatcher.ready(started.get(0));
    die(started.get(1));

    die(started.get(0));

    assertThat(started).hasSize(4);
    assertThat(dispatcher.workers()).containsExactly(started.get(2), started.get(3));
  }

  @Test
  void aWorkerThatDiesAtStartIsReplacedAtOnceWhereNoneIsReady() {
    die(started.get(1));

    assertThat(started).hasSize(3);
  }

  @Test
  void aTaskGoesToTheWorkerThatIsReadyAndTheNextOneWhenItHasResponded() throws Exception {
    var worker = started.get(0);
    dispatcher.ready(worker);

    dispatcher.replied(worker, new Frame.Echo(1));
    assertThat(jobs).extracting(EchoJob::isOver).containsExactly(true, false, false);
    dispatcher.replied(worker, new Frame.Echo(2));
    assertThat(jobs).extracting(EchoJob::isOver).containsExactly(true, true, false);
  }

  @Test
  void aTaskThatTwoWorkersLoseIsLost() {
    dispatcher.ready(started.get(0));
    dispatcher.ready(started.get(1));

    die(started.get(0));
    dispatcher.ready(started.get(2));
    assertThat(jobs).noneMatch(EchoJob::isOver);
    die(started.get(2));

    assertThat(jobs).extracting(EchoJob::isOver).containsExactly(true, false, false);
    assertThatThrownBy(jobs.get(0)::await)
        .hasRootCauseMessage(
            "An echo was lost with two worker processes; the second one was killed");
  }

  @Test
  void aTaskCountsOnce() throws Exception {
    var worker = started.get(0);
    dispatcher.ready(worker);
    dispatcher.replied(worker, new Frame.Echo(1));

    assertThatThrownBy(() -> dispatcher.replied(worker, new Frame.Echo(1)))
        .isInstanceOf(FrameException.class)
        .hasMessage("replied to task 1, which it does not have");
  }

  @Test
  void aTaskThatIsAnsweredWronglyEndsForThoseWhoWait() {
    dispatcher.ready(started.get(0));

    var wrong = new Frame.Failure(1, "was cancelled");
    assertThatThrownBy(() -> dispatcher.replied(started.get(0), wrong))
        .isInstanceOf(FrameException.class)
        .hasMessageStartingWith("replied to an echo with Failure");
    assertThat(jobs).extracting(EchoJob::isOver).containsExactly(true, false, false);
  }

  @Test
  void theNextDeadlineIsThatOfTheOldestTaskOrStart() {
    assertThat(dispatcher.killOverdue()).isEqualTo(Duration.ofSeconds(30).toNanos());
    dispatcher.ready(started.get(0));
    dispatcher.ready(started.get(1));

    // The deadline of 30 s and two seconds of grace; a worker that starts meanwhile has 30 s.
    nanoTime += Duration.ofSeconds(31).toNanos();
    assertThat(dispatcher.killOverdue()).isEqualTo(Duration.ofSeconds(1).toNanos());
    nanoTime += Duration.ofSeconds(1).toNanos();
    assertThat(dispatcher.killOverdue()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aTaskMayTakeThePauseOfItsBatchBeyondTheDeadline() throws Exception {
    dispatcher.ready(started.get(0));
    dispatcher.ready(started.get(1));
    dispatcher.replied(started.get(0), new Frame.Echo(1));
    dispatcher.replied(started.get(1), new Frame.Echo(2));
    dispatcher.replied(started.get(0), new Frame.Echo(3));
    assertThat(dispatcher.killOverdue()).isEqualTo(Long.MAX_VALUE);

    var minute = new Batch(Endpoint.SIX.subList(0, 1), Duration.ofMinutes(1));
    dispatcher.submit(
        new WorkerBatch(new PendingBatch(minute, FailureMode.FAIL_FAST), FetchListener.NONE)
            .jobs());

    assertThat(dispatcher.killOverdue()).isEqualTo(Duration.ofSeconds(30 + 60 + 2).toNanos());
  }

  private void die(WorkerProcess worker) {
    dispatcher.ended(worker, "was killed");
  }

  private WorkerProcess newWorker(int number) {
    var worker =
        new WorkerProcess(
            "worker-" + number,
            WorkerCommand.standard(),
            new Frame.Settings(SETTINGS, false),
            new DeafOwner());
    worker.kill("is not needed");
    started.add(worker);
    return worker;
  }

  /// The test says itself what becomes of workers.
  private record DeafOwner() implements WorkerProcess.Owner {
    @Override
    public void ready(WorkerProcess worker) {}

    @Override
    public void replied(WorkerProcess worker, Frame.Reply reply) {}

    @Override
    public void ended(WorkerProcess worker, String cause) {}
  }
}
