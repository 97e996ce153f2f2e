/// Decides from a record alone whether the candidate is slower: pure functions.
@NullMarked
package fanout.gate.judge;

import org.jspecify.annotations.NullMarked;
