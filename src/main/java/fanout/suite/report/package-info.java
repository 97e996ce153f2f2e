/// Shows what a run of the suite found: charts, pages and texts.
@NullMarked
package fanout.suite.report;

import org.jspecify.annotations.NullMarked;
