/// The local HTTP server that stands in for the six endpoints; nothing of WireMock leaks out.
@NullMarked
package fanout.stub;

import org.jspecify.annotations.NullMarked;
