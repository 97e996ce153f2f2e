package fanout.gate.run;

import fanout.gate.ControlFork;
import fanout.gate.Failure;
import fanout.gate.Pair;
import fanout.gate.RulerPair;

/// What an entry of a round found.
sealed interface Found {
  record APair(Pair pair) implements Found {}

  record ATriple(Pair pair, ControlFork control) implements Found {}

  record ARuler(RulerPair ruler) implements Found {}

  record AFailure(Failure failure) implements Found {}
}
