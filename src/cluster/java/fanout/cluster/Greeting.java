package fanout.cluster;

import java.net.URI;
import java.util.List;

/// Can you reach these servers?
record Greeting(List<URI> servers) {}
