package fanout.gate.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is judged of each row.
///
/// @param quantities at least one; the usual ones where a file of an older gate does not say
public record QuantitySettings(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<QuantityChoice> quantities) {
  public static final QuantitySettings USUAL = new QuantitySettings(QuantityChoice.USUAL);

  /// @throws IllegalArgumentException with a sentence, if nothing is judged
  public QuantitySettings {
    quantities = List.copyOf(quantities == null ? QuantityChoice.USUAL : quantities);
    if (quantities.isEmpty()) {
      throw new IllegalArgumentException("A run judges at least one quantity, got none");
    }
  }

  /// Whether that is judged.
  public boolean judges(QuantityChoice quantity) {
    return quantities != null && quantities.contains(quantity);
  }

  /// What is not, of what usually is.
  public List<QuantityChoice> dropped() {
    return QuantityChoice.USUAL.stream().filter(quantity -> !judges(quantity)).toList();
  }
}
