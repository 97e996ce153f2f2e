package fanout.gate.run;

import fanout.gate.result.ControlFork;
import fanout.gate.result.Pair;
import fanout.gate.result.ReferenceLoopPair;
import fanout.gate.result.RowFailure;

/// What an entry of a round found.
sealed interface ForkOutcome {
  record APair(Pair pair) implements ForkOutcome {}

  record ATriple(Pair pair, ControlFork control) implements ForkOutcome {}

  record ARuler(ReferenceLoopPair ruler) implements ForkOutcome {}

  record AFailure(RowFailure failure) implements ForkOutcome {}
}
