package fanout.program;

import fanout.fetch.Concurrency;
import java.net.URI;
import java.time.Duration;

/// What a program gets on its command line.
///
/// @param stub the server of the six endpoints
/// @param concurrency for the strategies in Java; Python's pools have `PythonProgram.WORKERS`
/// @param pause after each fetch
public record ProgramSettings(URI stub, Concurrency concurrency, Duration pause) {}
