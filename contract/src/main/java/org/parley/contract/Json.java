package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.regex.Pattern;

/// The one way in which records become JSON and back: instants and durations in ISO 8601, absent
/// values left out, components in the order of the record, unknown fields of a newer version passed
/// over.
public final class Json {
  /// Thread-safe; not to be reconfigured.
  public static final ObjectMapper MAPPER = mapper();

  /// Where Jackson names its input, which it does not show.
  private static final Pattern SOURCE = Pattern.compile(" \\([^()]*\\[Source: [^\\]]*]\\)");

  private Json() {}

  private static ObjectMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(String.class, new WellFormed()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(32 * 1024 * 1024).build());
    return mapper;
  }

  /// One line of JSON.
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  /// @throws IllegalArgumentException saying what is wrong and where, when `json` is no `type`
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(problem(e), e);
    }
  }

  /// What is wrong with a JSON or YAML text, on one line, with the field, line and column where
  /// known.
  public static String problem(JsonProcessingException e) {
    Throwable cause = e.getCause();
    String what =
        cause instanceof IllegalArgumentException && cause.getMessage() != null
            ? cause.getMessage()
            : SOURCE.matcher(e.getOriginalMessage()).replaceAll("");
    what = what.lines().findFirst().orElse("malformed");
    var place = e.getLocation();
    return place == null || place.getLineNr() < 1
        ? field(e) + what
        : field(e) + what + " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
  }

  /// `mentions[3].stage: `, or nothing when the text as a whole is at fault.
  private static String field(JsonProcessingException e) {
    var path = new StringBuilder();
    if (e instanceof JsonMappingException mapping) {
      for (JsonMappingException.Reference step : mapping.getPath()) {
        if (step.getFieldName() == null) {
          path.append('[').append(step.getIndex()).append(']');
        } else {
          path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
        }
      }
    }
    return path.isEmpty() ? "" : path + ": ";
  }

  /// Writes U+FFFD in place of half a surrogate pair, which has no encoding in UTF-8: a text
  /// scraped or cut badly must not stop the record that quotes it. Offsets stay as they are.
  private static final class WellFormed extends StdScalarSerializer<String> {
    private static final long serialVersionUID = 1L;

    WellFormed() {
      super(String.class);
    }

    @Override
    public void serialize(String value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(isWellFormed(value) ? value : mended(value));
    }

    private static boolean isWellFormed(String value) {
      for (int i = 0; i < value.length(); i++) {
        if (Character.isSurrogate(value.charAt(i))) {
          return value.codePoints().noneMatch(WellFormed::isHalf);
        }
      }
      return true;
    }

    private static String mended(String value) {
      return value
          .codePoints()
          .map(c -> isHalf(c) ? 0xFFFD : c)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }

    private static boolean isHalf(int codePoint) {
      return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
  }
}
