/// Runs of the gate whose right answer is known, on a real machine.
@NullMarked
package fanout.gate.evidence;

import org.jspecify.annotations.NullMarked;
