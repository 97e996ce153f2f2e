package fanout.suite;

/// How much strategies may do at once where nothing else is asked for.
///
/// @param threads platform threads of a pool
/// @param processes worker JVMs
/// @param inFlight fetches at once in each worker JVM
public record Pools(int threads, int processes, int inFlight) {}
