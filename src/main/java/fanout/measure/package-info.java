/// Rounds of single JMH forks, and the state of the machine meanwhile.
@NullMarked
package fanout.measure;

import org.jspecify.annotations.NullMarked;
