package fanout.cluster;

import com.hazelcast.nio.serialization.DataSerializableFactory;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;

/// Makes tasks by their number: all that Hazelcast makes of what comes in, beside its own.
final class TaskFactory implements DataSerializableFactory {
  static final int ID = 25_001;

  @Override
  public IdentifiedDataSerializable create(int typeId) {
    return switch (typeId) {
      case FetchTask.TYPE -> new FetchTask();
      case GreetingTask.TYPE -> new GreetingTask();
      case CancelTask.TYPE -> new CancelTask();
      default -> throw new IllegalArgumentException("There is no task " + typeId);
    };
  }
}
