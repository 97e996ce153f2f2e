package fanout.measure;

import fanout.vocabulary.Operation;
import fanout.vocabulary.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one fork of one scenario found: one observation of each metric.
///
/// @param scenario what was measured
/// @param operation what one operation of it is
/// @param round number of the round, from 1
/// @param samples every metric of every iteration
/// @param times each operation's time in the operation's unit, where each was timed; else null
public record ForkResult(
    Scenario scenario,
    Operation operation,
    int round,
    List<IterationSample> samples,
    @Nullable TimeDistribution times) {}
