/// What all commands share: the only packages that print to people or exit are commands.
@NullMarked
package fanout.cli;

import org.jspecify.annotations.NullMarked;
