package fanout.fetch;

import fanout.os.ForeignText;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Says in words why a fetch failed.
public final class FailureMessages {
  private static final char QUOTE = '"';

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

  /// Whether the head of a response could not be read.
  static boolean isOfTheHead(@Nullable Throwable failure) {
    for (var link = failure; link != null; link = link.getCause()) {
      if (link instanceof ProtocolException || link instanceof NumberFormatException) {
        return true;
      }
    }
    return false;
  }

  /// Whether the end of another fetch ended this one, which the client tells by its words alone.
  ///
  /// When a request is cancelled just as its response is complete, the JDK's client closes a
  /// connection that the next request has been given already.
  static boolean isOfAnotherFetch(Throwable failure) {
    for (@Nullable Throwable link = failure; link != null; link = link.getCause()) {
      if (link instanceof IOException && "Request cancelled".equals(link.getMessage())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String known(Throwable failure, Duration deadline, String soFar) {
    return switch (failure) {
      case ResponseRejectedException refused -> refused.getMessage();
      case HttpTimeoutException _, TimeoutException _ ->
          "gave no complete response within " + inWords(deadline);
      case ProtocolException e -> "responded with a head that cannot be read: " + oneLine(e);
      case ConnectException e when isReset(e) -> "failed: the connection was reset at once";
      case ConnectException e -> "failed: " + of(e);
      case CertificateException _, CertPathBuilderException _ ->
          "failed: no secure connection: the certificate is not trusted";
      case SSLException e when !isOfCertificate(e) ->
          "failed: no secure connection: " + withoutAdvice(oneLine(e));
      case IOException e when isReset(e) -> "failed: the connection was reset " + soFar;
      case EOFException _ -> "failed: the connection was closed " + soFar;
      case OutOfMemoryError _ ->
          "needs more memory than there is: the heap of this JVM is limited to "
              + Bytes.inWords(Runtime.getRuntime().maxMemory());
      case JacksonException e -> JsonMessages.of(e);
      case NumberFormatException e -> "sent no length: Content-Length is " + quotedIn(e);
      case IOException e when isOfChunks(e) -> "sent a chunk whose length cannot be read";
      default -> null;
    };
  }

  /// The client has no type of its own for these.
  private static boolean isOfChunks(IOException failure) {
    var message = failure.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("chunk size");
  }

  /// The only number in a head that the client reads by itself: `For input string: "abc"`.
  private static String quotedIn(NumberFormatException failure) {
    var message = oneLine(failure);
    return message.substring(Math.max(0, message.indexOf(QUOTE)));
  }

  private static boolean isOfCertificate(Throwable failure) {
    for (@Nullable Throwable link = failure; link != null; link = link.getCause()) {
      if (link instanceof CertificateException || link instanceof CertPathBuilderException) {
        return true;
      }
    }
    return false;
  }

  /// The JDK's word for a server without TLS ends in a question.
  private static String withoutAdvice(String message) {
    return message.startsWith("Unrecognized SSL message") ? "the server speaks no TLS" : message;
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
  private static boolean isReset(IOException failure) {
    var message = failure.getMessage();
    return message != null && (message.contains("reset") || message.contains("Broken pipe"));
  }

  /// `30 s` or `400 ms`.
  static String inWords(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }

  private static String oneLine(Throwable failure) {
    var message = failure.getMessage();
    return shortened(message == null ? failure.getClass().getSimpleName() : message);
  }

  private static String shortened(String text) {
    return ForeignText.printable(text.lines().findFirst().orElse("").strip());
  }
}
