package fanout.strategy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.fetch.Concurrency;
import fanout.fetch.FetchSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two workers that take a task each, and a third task that waits. No process starts, since each
/// worker is told to end before it does.
@Timeout(30)
class RosterTest {
  private static final FetchSettings SETTINGS = FetchSettings.of(URI.create("http://127.0.0.1:1"));

  private final ReentrantLock lock = new ReentrantLock();
  private final List<WorkerProcess> workers = new ArrayList<>();
  private final List<WorkerProcess> started = new ArrayList<>();
  private final List<Job.Echo> tasks = List.of(new Job.Echo(), new Job.Echo(), new Job.Echo());
  private final Watchdog watchdog = new Watchdog(SETTINGS, lock, workers);
  private long nanoTime = System.nanoTime();
  private final Roster roster =
      new Roster(
          new Concurrency(1, 2, 1), watchdog, lock, workers, this::newWorker, () -> nanoTime);

  @BeforeEach
  void startTwo() {
    lock.lock();
    assertThat(roster.enqueue(tasks)).isEqualTo(3);
    handOver();
    assertThat(started).hasSize(2);
  }

  @AfterEach
  void end() {
    lock.unlock();
    watchdog.close();
  }

  @Test
  void aWorkerThatDiesAtStartIsReplacedASecondLaterWhileAnotherOneIsReady() {
    makeReady(started.get(0));
    die(started.get(1));
    assertThat(started).hasSize(2);

    nanoTime += Duration.ofMillis(999).toNanos();
    handOver();
    assertThat(started).hasSize(2);

    nanoTime += Duration.ofMillis(1).toNanos();
    handOver();
    assertThat(started).hasSize(3);
  }

  @Test
  void bothAreReplacedAtOnceWhenTheOtherOneDiesMeanwhile() {
    makeReady(started.get(0));
    die(started.get(1));

    die(started.get(0));

    assertThat(started).hasSize(4);
    assertThat(roster.workers()).containsExactly(started.get(2), started.get(3));
  }

  @Test
  void aWorkerThatDiesAtStartIsReplacedAtOnceWhereNoneIsReady() {
    die(started.get(1));

    assertThat(started).hasSize(3);
  }

  @Test
  void aTaskThatIsAnsweredWronglyEndsForThoseWhoWait() {
    makeReady(started.get(0));

    var replies = new Replies(roster);
    var wrong = new Frame.Failure(1, "was cancelled");
    assertThatThrownBy(() -> replies.replied(started.get(0), wrong))
        .isInstanceOf(FrameException.class)
        .hasMessageStartingWith("answered an echo with Failure");
    assertThat(tasks.get(0).done).isCompletedExceptionally();
    assertThat(tasks.get(1).done).isNotDone();
  }

  private void makeReady(WorkerProcess worker) {
    roster.greeted(worker);
    handOver();
    assertThat(worker.inFlight).hasSize(1);
  }

  private void die(WorkerProcess worker) {
    assertThat(roster.remove(worker, "was killed")).isEmpty();
    handOver();
  }

  private void handOver() {
    var _ = roster.handOver();
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
