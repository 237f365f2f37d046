package org.parley.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/// Writes each event as one JSON object on a line of its own: `time` (ISO 8601, UTC), `level`,
/// `logger`, `thread`, `message`, and where there is any `exception` (the whole stack as text) and
/// `mdc`. Logback's own encoder has neither a time that a person can read nor a stack that is one
/// field.
final class JsonLines extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("time", event.getInstant().toString());
    json.put("level", event.getLevel().toString());
    json.put("logger", event.getLoggerName());
    json.put("thread", event.getThreadName());
    json.put("message", event.getFormattedMessage());
    IThrowableProxy problem = event.getThrowableProxy();
    if (problem != null) {
      json.put("exception", ThrowableProxyUtil.asString(problem));
    }
    if (!event.getMDCPropertyMap().isEmpty()) {
      event.getMDCPropertyMap().forEach(json.putObject("mdc")::put);
    }
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }
}
