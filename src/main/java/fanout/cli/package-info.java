/// The commands: the only package that prints to people or exits.
@NullMarked
package fanout.cli;

import org.jspecify.annotations.NullMarked;
