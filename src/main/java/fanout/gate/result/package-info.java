/// What a run of the gate found, and `gate.json`, which keeps it.
@NullMarked
package fanout.gate.result;

import org.jspecify.annotations.NullMarked;
