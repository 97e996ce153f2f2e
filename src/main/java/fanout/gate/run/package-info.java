/// Measures two arms: what both have, for how long, in which order, until enough is known.
@NullMarked
package fanout.gate.run;

import org.jspecify.annotations.NullMarked;
