/// Shows what a run of the gate found: texts, JUnit, page.
@NullMarked
package fanout.gate.report;

import org.jspecify.annotations.NullMarked;
