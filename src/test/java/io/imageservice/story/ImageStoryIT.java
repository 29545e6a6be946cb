package io.imageservice.story;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.app.App;
import io.imageservice.app.AppOptions;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole way of a picture through the packaged service: upload, READY, bytes, deletion. Every
/// rendition is decoded and judged by its size, its orientation and what metadata it lets out.
class ImageStoryIT {
    private static final String PATH = "/api/v1/images";
    private static final List<String> NAMES = List.of("main", "100x100", "300x300", "1200x1200");
    private static Stack stack;
    private static App app;

    @BeforeAll
    static void start() {
        stack = Stack.start(StackOptions.forTests());
        app = App.start(stack, AppOptions.role("all"));
    }

    @AfterAll
    static void stop() {
        app.close();
        stack.close();
    }

    static Stream<StoryPicture> pictures() {
        return Stream.concat(StoryPicture.generated(), StoryPicture.photographs());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void everyRenditionIsThePictureUprightAndBare(StoryPicture picture) throws IOException {
        Response answer =
                given().baseUri(app.url().toString())
                        .multiPart("file", picture.name(), picture.bytes(), "image/jpeg")
                        .header("Prefer", "wait=30")
                        .post(PATH);
        assertEquals("READY", answer.path("status"), answer.asString());
        String id = answer.path("id");

        Response metadata = get(PATH + "/" + id, "application/json");
        assertEquals(picture.width(), metadata.<Integer>path("width"));
        assertEquals(picture.height(), metadata.<Integer>path("height"));
        assertEquals(NAMES, metadata.path("renditions.name"));
        List<Map<String, Object>> renditions = metadata.path("renditions");
        for (Map<String, Object> rendition : renditions) {
            judge(picture, id, rendition);
        }
    }

    private static void judge(StoryPicture picture, String id, Map<String, Object> rendition)
            throws IOException {
        String name = String.valueOf(rendition.get("name"));
        Response answer = get(PATH + "/" + id + "/content?rendition=" + name, "*/*");
        byte[] bytes = answer.asByteArray();

        assertEquals(rendition.get("bytes"), bytes.length, name);
        assertFalse(tellsMore(bytes), name + " lets metadata out");
        if (name.equals("main") && picture.kept()) {
            return;
        }
        assertEquals("image/webp", answer.contentType());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertNotNull(image, name);
        int side = name.equals("main") ? Integer.MAX_VALUE : Integer.parseInt(name.split("x")[0]);
        double scale = Math.min(1, (double) side / Math.max(picture.width(), picture.height()));
        assertEquals(picture.width() * scale, image.getWidth(), 1, name);
        assertEquals(picture.height() * scale, image.getHeight(), 1, name);
        assertEquals(rendition.get("width"), image.getWidth(), name);
        assertTrue(picture.upright(image), name + " is not upright");
    }

    /// Whether an EXIF, XMP or GPS block is inside.
    private static boolean tellsMore(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return Stream.of("Exif\0", "EXIF", "http://ns.adobe.com/xap", "XMP ")
                .anyMatch(text::contains);
    }

    private static Response get(String path, String accept) {
        Response answer = given().baseUri(app.url().toString()).accept(accept).get(path);
        assertEquals(200, answer.statusCode(), path);
        return answer;
    }
}
