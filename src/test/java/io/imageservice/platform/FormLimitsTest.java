package io.imageservice.platform;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bounds of a form (`images.upload.max-parts`, `.max-part-header-size`, `.max-text-size`) with
/// their defaults: below and at them a form is read, above it is refused. What is read is refused
/// as well, for its `file` has no bytes: by then the form was whole.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class FormLimitsTest {
    private static final String HEADER = "Content-Disposition: form-data; name=\"%s\"";
    private static final String FILE =
            "--b\r\n" + HEADER.formatted("file") + "; filename=\"a.jpg\"\r\n\r\n\r\n";
    private static final String END = "--b--\r\n";

    @ParameterizedTest
    @CsvSource({"999, false", "1000, false", "1001, true", "10000, true"})
    void parts(int parts, boolean refused) {
        var fields = field("f", "").repeat(parts - 1);
        check(FILE + fields + END, refused, "the form has more than 1000 parts");
    }

    @ParameterizedTest
    @CsvSource({"65535, false", "65536, false", "65537, true"})
    void text(int bytes, boolean refused) {
        // the names of the file's part, of the file and of the field are text too
        var value = "x".repeat(bytes - "file".length() - "a.jpg".length() - "f".length());
        check(
                FILE + field("f", value) + END,
                refused,
                "the texts of the form have more than 65536 bytes");
    }

    @ParameterizedTest
    @CsvSource({"4095, false", "4096, false", "4097, true"})
    void headersOfAPart(int bytes, boolean refused) {
        var first = HEADER.formatted("f") + "\r\n";
        // headers end with an empty line, which counts
        var second = "X: " + "x".repeat(bytes - first.length() - "X: \r\n\r\n".length()) + "\r\n";
        check(
                FILE + "--b\r\n" + first + second + "\r\n\r\n" + END,
                refused,
                "the headers of a part have more than 4096 bytes");
    }

    private static String field(String name, String value) {
        return "--b\r\n" + HEADER.formatted(name) + "\r\n\r\n" + value + "\r\n";
    }

    private static void check(String body, boolean refused, String because) {
        ValidatableResponse answer =
                RestAssured.given()
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .body(body.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .post("/api/v1/images")
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json");
        if (refused) {
            answer.body("detail", containsString(because));
        } else {
            answer.body("detail", not(containsString(because)));
            answer.body("detail", containsString("empty"));
        }
    }
}
