/// One JMH fork and its JSON, rounds of forks, and the machine meanwhile.
@NullMarked
package fanout.measure;

import org.jspecify.annotations.NullMarked;
