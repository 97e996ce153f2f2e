package fanout.suite.run;

import fanout.measure.ForkResult;
import fanout.measure.JmhFork;

/// What one fork of the suite found.
///
/// @param result for the CSVs
/// @param jmh for JMH's own file
record SuiteFork(ForkResult result, JmhFork jmh) {}
