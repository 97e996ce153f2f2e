/// What a run measures: the presets, and the plan made from them.
@NullMarked
package fanout.suite.plan;

import org.jspecify.annotations.NullMarked;
