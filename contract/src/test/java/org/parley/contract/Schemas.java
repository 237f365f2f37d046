package org.parley.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.DefaultSchemaDefinitionNamingStrategy;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// JSON Schemas (draft 2020-12) of the records, made from the records themselves and their docs. A
/// component is required when it is always written; of the records that operators write by hand,
/// when the record cannot do without it.
final class Schemas {
  private static final Map<Class<?>, Set<String>> WRITTEN_BY_HAND =
      Map.of(
          Watch.class, Set.of("watchId"),
          Endpoint.class, Set.of("endpointId", "url"),
          Endpoint.Term.class, Set.of("from"),
          Endpoint.Policy.class, Set.of("schedule", "deadline", "inFlight"));

  private static final String DURATION =
      "^P(?=.)(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d{1,9})?S)?)?$";

  private final RecordDocs docs = new RecordDocs();
  private final SchemaGenerator generator = generator();

  private SchemaGenerator generator() {
    var config =
        new SchemaGeneratorConfigBuilder(
                Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
            .with(Option.ADDITIONAL_FIXED_TYPES, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
    config
        .forTypesInGeneral()
        .withPropertySorter((_, _) -> 0)
        .withDefinitionNamingStrategy(new NestedNames())
        .withCustomDefinitionProvider((type, _) -> duration(type.getErasedType()))
        .withDescriptionResolver(scope -> summary(scope.getType().getErasedType()));
    config
        .forFields()
        .withRequiredCheck(this::isRequired)
        .withDescriptionResolver(this::description)
        .withStringPatternResolver(Schemas::pattern);
    return new SchemaGenerator(config.build());
  }

  /// `AlertKind` and `OriginKind`, not `Kind-1` and `Kind-2`.
  private static final class NestedNames extends DefaultSchemaDefinitionNamingStrategy {
    @Override
    public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
      Class<?> type = key.getType().getErasedType();
      Class<?> outer = type.getDeclaringClass();
      return (outer == null ? "" : outer.getSimpleName()) + type.getSimpleName();
    }
  }

  private @Nullable String summary(Class<?> type) {
    return type.isRecord() ? docs.of(type) : null;
  }

  private @Nullable String description(FieldScope field) {
    return field.isFakeContainerItemScope()
        ? null
        : docs.of(field.getMember().getDeclaringType().getErasedType(), field.getName());
  }

  /// Not the format `duration`: that has no fractions of a second.
  private static @Nullable CustomDefinition duration(Class<?> type) {
    if (type != Duration.class) {
      return null;
    }
    ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "string");
    schema.put("pattern", DURATION);
    return new CustomDefinition(
        schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
  }

  private boolean isRequired(FieldScope field) {
    Class<?> type = field.getMember().getDeclaringType().getErasedType();
    Set<String> needed = WRITTEN_BY_HAND.get(type);
    return needed == null ? !isNullable(type, field.getName()) : needed.contains(field.getName());
  }

  private static boolean isNullable(Class<?> type, String name) {
    RecordComponent component =
        Arrays.stream(type.getRecordComponents())
            .filter(c -> c.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static @Nullable String pattern(FieldScope field) {
    Class<?> type = field.getMember().getDeclaringType().getErasedType();
    boolean named =
        type == Watch.class && field.getName().equals("watchId")
            || type == Endpoint.class && field.getName().equals("endpointId");
    return named ? "^[a-z0-9-]{1,100}$" : null;
  }

  /// The schema of a record, as its file holds it.
  ///
  /// @param name of the record in event types and file names
  String of(String name, Class<?> type) {
    ObjectNode schema = generator.generateSchema(type);
    ObjectNode titled = Json.MAPPER.createObjectNode();
    titled.set("$schema", schema.remove("$schema"));
    titled.put("$id", "urn:parley:" + name + ":v1");
    titled.put("title", type.getSimpleName());
    titled.set("description", schema.remove("description"));
    titled.setAll(schema);
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(titled) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the schema of " + type, e);
    }
  }
}
