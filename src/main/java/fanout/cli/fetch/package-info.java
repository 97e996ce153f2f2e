/// The command `scripts/fetch`: the article, once with every strategy.
@NullMarked
package fanout.cli.fetch;

import org.jspecify.annotations.NullMarked;
