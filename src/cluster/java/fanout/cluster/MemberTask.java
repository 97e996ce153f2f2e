package fanout.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// What a coordinator asks of a member: bytes of JSON there, bytes of JSON back.
abstract class MemberTask
    implements Callable<byte[]>, IdentifiedDataSerializable, HazelcastInstanceAware {
  private byte[] request;
  private @Nullable MemberWork work;

  MemberTask(byte[] request) {
    this.request = request;
  }

  /// Does it on the member.
  abstract byte[] call(MemberWork member, byte[] json) throws Exception;

  @Override
  public final byte[] call() throws Exception {
    return call(Objects.requireNonNull(work, "Only members of Fanout run this"), request);
  }

  @Override
  public final void setHazelcastInstance(HazelcastInstance instance) {
    work = MemberWork.of(instance);
  }

  @Override
  public final int getFactoryId() {
    return TaskFactory.ID;
  }

  @Override
  public final void writeData(ObjectDataOutput out) throws IOException {
    out.writeByteArray(request);
  }

  @Override
  public final void readData(ObjectDataInput in) throws IOException {
    var read = in.readByteArray();
    if (read == null) {
      throw new IOException("A task without a request");
    }
    request = read;
  }
}
