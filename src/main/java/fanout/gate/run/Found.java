package fanout.gate.run;

import fanout.gate.result.ControlFork;
import fanout.gate.result.Failure;
import fanout.gate.result.Pair;
import fanout.gate.result.RulerPair;

/// What an entry of a round found.
sealed interface Found {
  record APair(Pair pair) implements Found {}

  record ATriple(Pair pair, ControlFork control) implements Found {}

  record ARuler(RulerPair ruler) implements Found {}

  record AFailure(Failure failure) implements Found {}
}
