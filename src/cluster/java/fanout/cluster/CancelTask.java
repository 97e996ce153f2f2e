package fanout.cluster;

/// Has a member give up what it still does of a batch.
final class CancelTask extends MemberTask {
  static final int TYPE = 3;

  /// One that is about to be read.
  CancelTask() {
    super(new byte[0]);
  }

  CancelTask(Cancellation request) {
    super(Json.write(request));
  }

  @Override
  byte[] call(MemberWork member, byte[] json) throws Exception {
    return Json.write(member.cancel(Json.read(json, Cancellation.class)));
  }

  @Override
  public int getClassId() {
    return TYPE;
  }
}
