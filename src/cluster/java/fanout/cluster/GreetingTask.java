package fanout.cluster;

/// Asks a member whether it can do what will be asked of it.
final class GreetingTask extends MemberTask {
  static final int TYPE = 2;

  /// One that is about to be read.
  GreetingTask() {
    super(new byte[0]);
  }

  GreetingTask(Greeting request) {
    super(Json.write(request));
  }

  @Override
  byte[] call(MemberWork member, byte[] json) throws Exception {
    return Json.write(member.greet(Json.read(json, Greeting.class)));
  }

  @Override
  public int getClassId() {
    return TYPE;
  }
}
