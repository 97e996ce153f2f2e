package fanout.gate.result;

/// The machine that was measured on.
///
/// @param cpu the processor's model
/// @param cores processors that the JVM sees
/// @param memoryBytes physical memory
/// @param os name and version of the operating system
public record Host(String cpu, int cores, long memoryBytes, String os) {}
