package fanout.suite;

import fanout.measure.JmhFork;
import fanout.result.ForkResult;

/// What one fork of the suite found.
///
/// @param result for the CSVs
/// @param jmh for JMH's own file
record SuiteFork(ForkResult result, JmhFork jmh) {}
