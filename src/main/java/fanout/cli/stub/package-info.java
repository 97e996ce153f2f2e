/// The command `scripts/stub`: serves the six endpoints.
@NullMarked
package fanout.cli.stub;

import org.jspecify.annotations.NullMarked;
