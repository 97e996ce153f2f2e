package fanout.cluster;

/// What a member says before it gets work.
///
/// @param refusal why it can do nothing, such as `cannot reach http://…: Connection refused`; empty
///   where it can
record GreetingReply(String refusal) {}
