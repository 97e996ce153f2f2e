/// The operating system: child processes and their last words, process trees, git, temporary
/// folders, atomic files, hashes, what a terminal would obey.
@NullMarked
package fanout.os;

import org.jspecify.annotations.NullMarked;
