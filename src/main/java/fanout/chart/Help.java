package fanout.chart;

import java.util.List;

/// "How to read this", as it stands under each chart.
public final class Help {
  public static final List<String> THROUGHPUT =
      List.of(
          "Each point is the mean of all forks; the line through it is where the true mean lies"
              + " with 95 % confidence. Faint dots are the single forks: where they lie far apart,"
              + " so would another run.",
          "Two strategies whose intervals overlap may still differ: forks of one round are paired."
              + " The chart of ratios below shows that comparison.",
          "The panels have axes of their own, because a delay changes everything. Without delay"
              + " most of a batch is the decoding of photos, which are 83 % of all bytes.",
          "A caller asks for the next batch when it has the last: a closed loop. It shows what a"
              + " caller gets, not how the program stands under requests that do not wait.");
  public static final List<String> RATIO =
      List.of(
          "A point at 5 means five times as many batches per second as SEQUENTIAL. Ratios are"
              + " taken within each round, so that a machine that gets slower meanwhile spoils both"
              + " sides alike.",
          "A point whose interval touches the dashed line is drawn hollow: within noise.",
          "The axis is logarithmic: twice as fast and half as fast are equally far from 1.");
  public static final List<String> LATENCY =
      List.of(
          "Read it from the left: half of all batches took no longer than the line at 50, one in"
              + " ten longer than at 90, one in a thousand longer than at 99.9.",
          "The line is all forks together; the band around it goes from the lowest to the highest"
              + " fork. A line ends where fewer than ten samples lie beyond, for what comes after"
              + " is chance.",
          "This is the service time of a closed loop: a caller that waits does not send, so a"
              + " stall is counted once and not for everyone who would have come meanwhile."
              + " Percentiles of an open service are worse.");
  public static final List<String> SCALING =
      List.of(
          "How long one batch takes as it grows. A flat line costs nothing for more endpoints; a"
              + " line that rises as steeply as the sizes do them one after the other.",
          "The dashed line is the ideal: every response waits for the same delay, all at once, and"
              + " nothing else costs time.",
          "Sizes whose batch would take more than five seconds are skipped.");
  public static final List<String> TIMELINE =
      List.of(
          "Each bar is one fetch: solid while the request waits for its response and receives it,"
              + " pale while it is decoded and the pause goes on. The pause belongs to"
              + " the demonstration: it stands for work that waits.",
          "One below the other and shifted: one at a time. All at the left: all at once.");
  public static final List<String> RESOURCES =
      List.of(
          "Time is not all that a strategy costs. CPU time is that of all threads and of worker"
              + " processes; allocated bytes are those of the benchmark's own JVM alone, so"
              + " MULTI_PROCESS seems to need less than it does.",
          "Threads are native threads, the JVMs' own included, as they are in the middle of the"
              + " iteration that has the most; connections are those open in the middle of the last"
              + " iteration.");
  public static final List<String> COLD_START =
      List.of(
          "The time of a whole program, as the person who types the command feels it: start,"
              + " fetch, exit. Here a JVM's start counts; in the other charts everything is warm.",
          "Grey diamonds are the counterparts in Python, which fetch and decode the same from the"
              + " same stub in the same rounds; their pools have six workers. Those with REQUESTS"
              + " in their name fetch with that library, the others with what comes with Python.",
          "With a pause, six seconds (one after the other) or one (all at once) are waiting, the"
              + " rest is the program.");
  public static final List<String> COMPARISON =
      List.of(
          "Each point is run B divided by run A, from the means of their forks; the line is the"
              + " 95 % interval of Welch's t test on logarithms. Right of the dashed line B took"
              + " longer.",
          "The two runs were not interleaved: the machine may have changed between them. So"
              + " nothing here is more than a suspicion, which the gate can test.");
  public static final List<String> GATE =
      List.of(
          "Each faint dot is one pair: a fork of the candidate divided by a fork of the baseline that"
              + " ran beside it. The point is their geometric mean, the line where the true change lies."
              + " Throughput is turned round, so that right is always worse.",
          "Regressed: shown to be worse by more than the margin. Improved: better by more. Same:"
              + " inside the margin on both sides. Undecided: none of these is shown, and the right end"
              + " of the line is the slowdown that is excluded.",
          "Verdicts are corrected for the number of rows and looks; the lines only for looks. So a"
              + " line may lie outside the margin where nothing is decided.");

  private Help() {}
}
