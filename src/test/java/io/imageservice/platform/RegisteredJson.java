package io.imageservice.platform;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;

/// Part of the application in every `@QuarkusTest`: refuses to write or read a class of ours as
/// JSON that the native executable could not, so that a test on the JVM meets it too.
@Singleton
class RegisteredJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        var module = new SimpleModule("registered");
        module.setSerializerModifier(new Writing());
        module.setDeserializerModifier(new Reading());
        mapper.registerModule(module);
    }

    /// An enum needs nothing: its names are there without reflection.
    private static void check(Class<?> type) {
        if (!type.getName().startsWith("io.imageservice.") || Enum.class.isAssignableFrom(type)) {
            return;
        }
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (at.isAnnotationPresent(RegisterForReflection.class)) {
                return;
            }
        }
        throw new AssertionError(type.getName() + " becomes JSON: it needs @RegisterForReflection");
    }

    private static final class Writing extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
            check(bean.getBeanClass());
            return serializer;
        }
    }

    private static final class Reading extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config,
                BeanDescription bean,
                JsonDeserializer<?> deserializer) {
            check(bean.getBeanClass());
            return deserializer;
        }
    }
}
