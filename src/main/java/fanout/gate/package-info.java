/// Decides whether one arm of a comparison is slower than the other: arms, looks, controls,
/// verdicts.
@NullMarked
package fanout.gate;

import org.jspecify.annotations.NullMarked;
