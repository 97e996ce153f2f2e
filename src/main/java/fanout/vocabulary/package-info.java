/// The words of a measurement, as types: what was measured, in which unit.
@NullMarked
package fanout.vocabulary;

import org.jspecify.annotations.NullMarked;
