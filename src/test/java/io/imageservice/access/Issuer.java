package io.imageservice.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/// A token issuer in a process of its own: discovery, keys, and whatever token it is asked for,
/// wrong ones included. `/rotate` makes a new key, and forgets the old one.
///
/// `/token?sub=&scope=&aud=&seconds=&alg=RS256|none|HS256&key=ours|stranger` gives a token.
final class Issuer {
    private final String url;
    private final RsaJsonWebKey stranger;
    private RsaJsonWebKey ours;
    private int made;

    private Issuer(String url) throws JoseException {
        this.url = url;
        this.ours = key();
        this.stranger = key();
    }

    public static void main(String[] arguments) throws IOException, JoseException {
        int port = Integer.parseInt(arguments[0]);
        var issuer = new Issuer("http://127.0.0.1:" + port);
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", issuer::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String text;
        try {
            text =
                    switch (exchange.getRequestURI().getPath()) {
                        case "/.well-known/openid-configuration" -> discovery();
                        case "/keys" -> new JsonWebKeySet(List.of(ours)).toJson();
                        case "/rotate" -> rotate();
                        case "/token" -> token(parameters(exchange));
                        default -> "";
                    };
        } catch (JoseException e) {
            text = e.toString();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String discovery() {
        return """
        {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token",
         "authorization_endpoint":"%1$s/none","response_types_supported":["code"],
         "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
        """
                .formatted(url);
    }

    private synchronized String rotate() throws JoseException {
        ours = key();
        return "rotated";
    }

    private synchronized String token(Map<String, String> asked) throws JoseException {
        RsaJsonWebKey key = asked.getOrDefault("key", "ours").equals("ours") ? ours : stranger;
        var token = new JsonWebSignature();
        token.setPayload(claims(asked).toJson());
        token.setKeyIdHeaderValue(ours.getKeyId());
        switch (asked.getOrDefault("alg", "RS256")) {
            case "none" -> {
                token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
                token.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
            }
            case "HS256" -> {
                // The public key as a shared secret: what a careless verifier takes.
                token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
                token.setKey(new HmacKey(key.getRsaPublicKey().getEncoded()));
            }
            default -> {
                token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
                token.setKey(key.getPrivateKey());
            }
        }
        return token.getCompactSerialization();
    }

    private JwtClaims claims(Map<String, String> asked) {
        var claims = new JwtClaims();
        claims.setIssuer(asked.getOrDefault("iss", url));
        claims.setSubject(asked.getOrDefault("sub", "somebody"));
        claims.setAudience(asked.getOrDefault("aud", "image-service"));
        claims.setIssuedAt(NumericDate.fromSeconds(NumericDate.now().getValue() - 600));
        long seconds = Long.parseLong(asked.getOrDefault("seconds", "300"));
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + seconds));
        // A name that can be given to somebody else; ownership must not hang on it.
        claims.setStringClaim("preferred_username", "admin");
        if (asked.containsKey("scope")) {
            claims.setStringClaim("scope", asked.get("scope"));
        }
        return claims;
    }

    private RsaJsonWebKey key() throws JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("key-" + ++made);
        key.setUse("sig");
        key.setAlgorithm("RS256");
        return key;
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        Map<String, String> parameters = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] both = pair.split("=", 2);
            parameters.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
