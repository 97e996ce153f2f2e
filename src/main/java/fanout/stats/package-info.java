/// Intervals, tests and corrections: pure functions.
@NullMarked
package fanout.stats;

import org.jspecify.annotations.NullMarked;
