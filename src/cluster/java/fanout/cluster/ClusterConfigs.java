package fanout.cluster;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.client.config.ClientConnectionStrategyConfig.ReconnectMode;
import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.ExecutorConfig;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.SerializationConfig;
import com.hazelcast.internal.util.ConcurrencyUtil;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Hazelcast as this project has it: explicit addresses, and nothing that was not asked for. It
/// says nothing, unless `-Dhazelcast.logging.type=jdk` has it speak.
final class ClusterConfigs {
  /// Runs fetches.
  static final String FETCHES = "fanout-fetches";

  /// Runs what must not wait for fetches: greetings and cancellations.
  static final String CONTROL = "fanout-control";

  /// Who is silent for so long is lost. A collector's pause is shorter; and a batch that waits for
  /// people should not wait longer.
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private static final int CONTROL_THREADS = 2;

  /// Nothing is stored in this cluster, so that few partitions, and few threads for them, are
  /// enough.
  private static final Map<String, String> PROPERTIES =
      Map.ofEntries(
          Map.entry("hazelcast.phone.home.enabled", "false"),
          Map.entry("hazelcast.shutdownhook.enabled", "false"),
          Map.entry("hazelcast.socket.bind.any", "false"),
          Map.entry("hazelcast.partition.count", "11"),
          Map.entry("hazelcast.operation.thread.count", "2"),
          Map.entry("hazelcast.operation.generic.thread.count", "2"),
          Map.entry("hazelcast.event.thread.count", "1"),
          Map.entry("hazelcast.heartbeat.interval.seconds", "1"),
          Map.entry("hazelcast.max.no.heartbeat.seconds", Long.toString(SILENCE.toSeconds())),
          // A member that was cut off comes back on its own.
          Map.entry("hazelcast.merge.first.run.delay.seconds", "5"),
          Map.entry("hazelcast.merge.next.run.delay.seconds", "5"),
          Map.entry("hazelcast.wait.seconds.before.join", "0"));

  private static final String LOGGING = "hazelcast.logging.type";

  // What Hazelcast says before it has a configuration goes by this alone.
  static {
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "none");
    }
  }

  // Hazelcast starts a platform thread for each response where the JVM has two cores or fewer.
  static {
    ConcurrencyUtil.setDefaultAsyncExecutor(Thread.ofVirtual().name("cluster-response")::start);
  }

  private ClusterConfigs() {}

  static Config member(MemberSettings settings) throws ClusterException {
    var config = new Config();
    PROPERTIES.forEach(config::setProperty);
    config.setClusterName(settings.token().name());
    config.setInstanceName("fanout-" + settings.address());
    config.setMemberAttributeConfig(MemberAttributes.of(settings));
    config.setSerializationConfig(serialization());
    config.getJetConfig().setEnabled(false);
    config.getManagementCenterConfig().setConsoleEnabled(false).setDataAccessEnabled(false);
    config.addExecutorConfig(executor(FETCHES, settings.inFlight()));
    config.addExecutorConfig(executor(CONTROL, CONTROL_THREADS));
    listen(config, settings.address(), settings.join());
    return config;
  }

  /// @param members of which one at least must be there
  static ClientConfig coordinator(ClusterToken token, List<MemberAddress> members) {
    var config = new ClientConfig();
    config.setProperty("hazelcast.client.shuffle.member.list", "false");
    config.setProperty("hazelcast.client.statistics.enabled", "false");
    config.setProperty("hazelcast.client.heartbeat.interval", "1000");
    config.setProperty("hazelcast.client.invocation.retry.pause.millis", "50");
    config.setProperty("hazelcast.client.heartbeat.timeout", Long.toString(SILENCE.toMillis()));
    config.setProperty(
        "hazelcast.client.invocation.timeout.seconds", Long.toString(SILENCE.toSeconds()));
    config.setClusterName(token.name());
    config.setSerializationConfig(serialization());
    var network = config.getNetworkConfig();
    network.setAddresses(members.stream().map(MemberAddress::toString).toList());
    network.getAutoDetectionConfig().setEnabled(false);
    network.setConnectionTimeout((int) SILENCE.toMillis());
    config
        .getConnectionStrategyConfig()
        .setReconnectMode(ReconnectMode.ASYNC)
        .getConnectionRetryConfig()
        .setInitialBackoffMillis(100)
        .setMaxBackoffMillis(500)
        .setClusterConnectTimeoutMillis(SILENCE.toMillis());
    return config;
  }

  private static void listen(Config config, MemberAddress address, List<MemberAddress> join) {
    var network = config.getNetworkConfig();
    network.setPort(address.port()).setPortAutoIncrement(false).setReuseAddress(true);
    network.getInterfaces().setEnabled(true).addInterface(address.host());
    network.getMemcacheProtocolConfig().setEnabled(false);
    network.getJoin().getAutoDetectionConfig().setEnabled(false);
    network.getJoin().getMulticastConfig().setEnabled(false);
    var tcp = network.getJoin().getTcpIpConfig().setEnabled(true);
    tcp.addMember(address.toString());
    join.forEach(member -> tcp.addMember(member.toString()));
  }

  private static ExecutorConfig executor(String name, int threads) {
    return new ExecutorConfig(name, threads).setStatisticsEnabled(false);
  }

  private static SerializationConfig serialization() {
    return new SerializationConfig()
        .setAllowUnsafe(false)
        .setEnableCompression(false)
        .setCheckClassDefErrors(true)
        .setJavaSerializationFilterConfig(nothing())
        .addDataSerializableFactory(TaskFactory.ID, new TaskFactory());
  }

  /// Every class name begins with the empty one, so that no class passes. What a stranger sends is
  /// read before it is known who sent it.
  private static JavaSerializationFilterConfig nothing() {
    return new JavaSerializationFilterConfig()
        .setDefaultsDisabled(true)
        .setBlacklist(new ClassFilter().addPrefixes(""));
  }
}
