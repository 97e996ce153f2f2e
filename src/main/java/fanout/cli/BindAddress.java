package fanout.cli;

import fanout.os.ForeignText;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/// Checks the address that a user wants to have listened on.
public final class BindAddress {
  /// Where nothing else is asked for: no other machine gets there.
  public static final String LOOPBACK = "127.0.0.1";

  private BindAddress() {}

  /// The address, by number, of a network interface of this machine.
  public static InetAddress require(String option, String bind) {
    try {
      var address = InetAddress.getByName(bind);
      if (!address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) != null) {
        return address;
      }
    } catch (UnknownHostException | SocketException _) {
      // Said below.
    }
    throw new CommandException(
        ExitCode.USAGE,
        option
            + " takes the address of a network interface of this machine, such as 10.0.0.3, got: "
            + ForeignText.printable(bind));
  }
}
