package org.parley.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.HashMap;
import java.util.Map;
import org.parley.app.log.LogSettings.Format;
import org.slf4j.LoggerFactory;

/// The process's log. Until the configuration is read it is text.
public final class Logs {
  private static final String OURS = "org.parley";
  private static final org.slf4j.Logger SPOKEN = LoggerFactory.getLogger("org.parley.app");

  private static final Object LOCK = new Object();
  private static volatile Format format = Format.TEXT;

  private Logs() {}

  /// Logs like that from now on.
  public static void use(LogSettings settings) {
    synchronized (LOCK) {
      var context = (LoggerContext) LoggerFactory.getILoggerFactory();
      context.getLogger(OURS).setLevel(Level.convertAnSLF4JLevel(settings.level()));
      if (settings.format() != format) {
        format = settings.format();
        Encoders.change(context, format);
      }
    }
  }

  /// Whether standard error is read by a machine.
  public static boolean areForMachines() {
    return format == Format.JSON;
  }

  /// What would be said to a person who looks on.
  public static void say(String line) {
    SPOKEN.info("{}", line);
  }

  /// What would be said to a person when it ends with an error.
  public static void complain(String line) {
    SPOKEN.error("{}", line);
  }

  /// Changes what the appenders on standard error write.
  private static final class Encoders {
    /// Those of `logback.xml`, kept while JSON is written.
    private static final Map<String, Encoder<ILoggingEvent>> TEXT = new HashMap<>();

    static void change(LoggerContext context, Format format) {
      Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
      root.iteratorForAppenders()
          .forEachRemaining(appender -> {
            if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
              change(console, context, format);
            }
          });
    }

    private static void change(
        ConsoleAppender<ILoggingEvent> console, LoggerContext context, Format format) {
      if (format == Format.JSON) {
        TEXT.put(console.getName(), console.getEncoder());
        var lines = new JsonLines();
        lines.setContext(context);
        lines.start();
        console.setEncoder(lines);
      } else {
        console.setEncoder(TEXT.getOrDefault(console.getName(), console.getEncoder()));
      }
    }
  }
}
