/// The command `scripts/jmh`: plain JMH, and the main class of `benchmarks.jar`.
@NullMarked
package fanout.cli.jmh;

import org.jspecify.annotations.NullMarked;
