/// Charts, pages and texts made of what a run found.
@NullMarked
package fanout.report;

import org.jspecify.annotations.NullMarked;
