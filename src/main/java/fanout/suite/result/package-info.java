/// What a run of the suite found, and the folder it is kept in.
@NullMarked
package fanout.suite.result;

import org.jspecify.annotations.NullMarked;
