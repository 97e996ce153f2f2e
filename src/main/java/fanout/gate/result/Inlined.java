package fanout.gate.result;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a record within a record whose fields stand beside its siblings in the file. Jackson's own
/// `@JsonUnwrapped` would accept fields that nobody knows.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Inlined {}
