package fanout.fetch;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Says in words why a fetch failed.
public final class FailureMessages {
  /// Room for what was wrong and where, but not for the document.
  private static final int MAX_CHARS = 160;

  /// Jackson's advice to the programmer which of its features to switch off.
  private static final Pattern HINT =
      Pattern.compile("; `DeserializationFeature.*", Pattern.DOTALL);

  private FailureMessages() {}

  /// Why no connection was made, such as `connection refused`.
  public static String of(ConnectException failure) {
    if (isOfUnknownHost(failure)) {
      return "the host is not known";
    }
    return failure.getMessage() == null
        ? "connection refused"
        : "no connection: " + oneLine(failure);
  }

  /// Reads on from "GET http://…".
  ///
  /// @param soFar what of the response had come, such as `before a response`
  static String of(Throwable failure, Duration deadline, String soFar) {
    Throwable last = failure;
    for (@Nullable Throwable link = failure; link != null; link = link.getCause()) {
      var words = known(link, deadline, soFar);
      if (words != null) {
        return words;
      }
      last = link;
    }
    return "failed: " + oneLine(last);
  }

  private static @Nullable String known(Throwable failure, Duration deadline, String soFar) {
    return switch (failure) {
      case ResponseRejectedException refused -> refused.getMessage();
      case HttpTimeoutException _, TimeoutException _ ->
          "gave no complete response within " + inWords(deadline);
      case ConnectException e when isReset(e) -> "failed: the connection was reset at once";
      case ConnectException e -> "failed: " + of(e);
      case SSLException e -> "failed: no secure connection: " + oneLine(e);
      case SocketException e when isReset(e) -> "failed: the connection was reset " + soFar;
      case EOFException _ -> "failed: the connection was closed " + soFar;
      case OutOfMemoryError _ ->
          "needs more memory than there is: the heap of this JVM is limited to "
              + Bytes.inWords(Runtime.getRuntime().maxMemory());
      case JacksonException e ->
          "responded with what is not JSON of the expected shape: "
              + shortened(HINT.matcher(e.getOriginalMessage()).replaceFirst(""));
      default -> null;
    };
  }

  private static boolean isOfUnknownHost(Throwable failure) {
    for (@Nullable Throwable link = failure; link != null; link = link.getCause()) {
      if (link instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  /// `Connection reset`, `Connection reset by peer` or `Broken pipe`, which is the same where the
  /// request could not be written any more.
  private static boolean isReset(SocketException failure) {
    var message = failure.getMessage();
    return message != null && (message.contains("reset") || message.contains("Broken pipe"));
  }

  private static String inWords(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }

  private static String oneLine(Throwable failure) {
    var message = failure.getMessage();
    return shortened(message == null ? failure.getClass().getSimpleName() : message);
  }

  private static String shortened(String text) {
    var line = text.lines().findFirst().orElse("").strip();
    return line.length() <= MAX_CHARS ? line : line.substring(0, MAX_CHARS) + "…";
  }
}
