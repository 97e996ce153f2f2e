/// What each strategy does with each fault of a server: the table in
/// `benchmarks-results/reliability.md`.
@NullMarked
package fanout.reliability;

import org.jspecify.annotations.NullMarked;
