/// What a run found, and the folder it is kept in.
@NullMarked
package fanout.result;

import org.jspecify.annotations.NullMarked;
