/// Worker JVMs, and the pool that feeds them over pipes.
@NullMarked
package fanout.strategy.process;

import org.jspecify.annotations.NullMarked;
