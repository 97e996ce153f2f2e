/// The command `scripts/gate`, and the main class of `fanout-gate.jar`.
@NullMarked
package fanout.gate.cli;

import org.jspecify.annotations.NullMarked;
