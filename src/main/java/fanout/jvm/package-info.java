/// How JVMs of this project are started, and the AOT caches that let them start fast.
@NullMarked
package fanout.jvm;

import org.jspecify.annotations.NullMarked;
