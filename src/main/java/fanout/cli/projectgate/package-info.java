/// This project's own gate: the gate's command with a stub that both arms share.
@NullMarked
package fanout.cli.projectgate;

import org.jspecify.annotations.NullMarked;
