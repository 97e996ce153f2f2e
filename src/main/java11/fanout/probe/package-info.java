/// JMH profilers that say what a benchmark costs beside time. They load on Java 11, so that they
/// can be put on the class path of any project's forks.
@NullMarked
package fanout.probe;

import org.jspecify.annotations.NullMarked;
