package fanout.gate.judge;

import fanout.stats.Estimate;
import org.jspecify.annotations.Nullable;

/// Something that cannot have changed, and whether it did.
///
/// @param name what it is
/// @param ratio second ÷ first with its 95 % t interval, or how far its values scatter, as a factor
///   without an interval; null without a pair
/// @param pValue that chance alone did it; 1 where it was not tested
/// @param moved whether that is too low to be chance, and the shift no trifle: the run is invalid
///   then
/// @param finding what it did, to follow its name in a sentence
public record JudgedControl(
    String name, @Nullable Estimate ratio, double pValue, boolean moved, String finding) {}
