package fanout.suite.result;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// A fork of a finished round, as it is kept until the run is finished.
///
/// @param label which fork of the plan
/// @param operations how many operations each iteration timed
/// @param jmh its entry in JMH's JSON
public record KeptFork(String label, List<Long> operations, JsonNode jmh) {}
