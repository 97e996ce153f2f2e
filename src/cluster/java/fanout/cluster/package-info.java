/// The same fetches on other machines: members of a Hazelcast cluster fetch, and a coordinator
/// hands out and counts.
@NullMarked
package fanout.cluster;

import org.jspecify.annotations.NullMarked;
