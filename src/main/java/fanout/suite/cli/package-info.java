/// The commands `scripts/bench` and `scripts/chart`.
@NullMarked
package fanout.suite.cli;

import org.jspecify.annotations.NullMarked;
