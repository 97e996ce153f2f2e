/// Whole programs that fetch the six endpoints once, in Java and in Python, each in a process of
/// its own.
@NullMarked
package fanout.program;

import org.jspecify.annotations.NullMarked;
