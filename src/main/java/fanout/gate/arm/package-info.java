/// What is compared: where the two arms come from, and JMH of each as a process.
@NullMarked
package fanout.gate.arm;

import org.jspecify.annotations.NullMarked;
