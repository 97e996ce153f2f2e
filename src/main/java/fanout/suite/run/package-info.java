/// Measures what a plan holds, fork by fork, in rounds.
@NullMarked
package fanout.suite.run;

import org.jspecify.annotations.NullMarked;
