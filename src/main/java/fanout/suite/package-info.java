/// What is measured in a run: the presets, and the plan made from them.
@NullMarked
package fanout.suite;

import org.jspecify.annotations.NullMarked;
