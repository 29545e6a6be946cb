package io.imageservice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate authority of its own, a server's key for `localhost` (and no other name) and a
/// client's, made by the JDK's keytool, in every form the servers read.
public final class Keys {
    static final String PASSWORD = "not-secret";

    private final Path folder;
    private final KeyStore all;

    private Keys(Path folder) throws IOException, GeneralSecurityException {
        this.folder = folder;
        all = KeyStore.getInstance(folder.resolve("all.p12").toFile(), PASSWORD.toCharArray());
    }

    public static Keys make(Path relative) {
        var folder = relative.toAbsolutePath();
        try {
            Files.createDirectories(folder);
            keytool(folder, "authority", "-ext", "bc:critical=ca:true", "-ext", "ku=keyCertSign");
            keytool(folder, "server", "-signer", "authority", "-ext", "san=dns:localhost");
            keytool(folder, "client", "-signer", "authority", "-ext", "eku=clientAuth");
            var keys = new Keys(folder);
            keys.write();
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new StackException("keys could not be made in " + folder, e);
        }
    }

    private static void keytool(Path folder, String name, String... more) {
        var program = Path.of(Tools.java()).resolveSibling("keytool").toString();
        var command = new ArrayList<>(List.of(program, "-genkeypair", "-keyalg", "EC"));
        command.addAll(List.of("-alias", name, "-dname", "CN=" + name, "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", folder.resolve("all.p12").toString()));
        command.addAll(List.of(more));
        var log = folder.resolve("keytool.log");
        if (Tools.finish(command, Map.of(), ProcessBuilder.Redirect.appendTo(log.toFile())) != 0) {
            throw new StackException("keytool failed; its output is in " + log);
        }
    }

    private void write() throws IOException, GeneralSecurityException {
        pem(authority(), "CERTIFICATE", all.getCertificate("authority").getEncoded());
        pem(certificate(), "CERTIFICATE", all.getCertificate("server").getEncoded());
        pem(key(), "PRIVATE KEY", key("server").getEncoded());
        // PostgreSQL takes a key for its own only when nobody else may read it
        Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-------"));
        try (var file = Files.newOutputStream(store())) {
            only("server").store(file, PASSWORD.toCharArray());
        }
    }

    private static void pem(Path file, String what, byte[] bytes) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        var lines = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n";
        Files.writeString(file, lines.formatted(what, text));
    }

    private PrivateKey key(String name) throws GeneralSecurityException {
        return (PrivateKey) all.getKey(name, PASSWORD.toCharArray());
    }

    /// A store with one key of ours, or with the authority's certificate alone.
    private KeyStore only(String name) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        if (name.equals("authority")) {
            store.setCertificateEntry(name, all.getCertificate(name));
        } else {
            Certificate[] chain = all.getCertificateChain(name);
            store.setKeyEntry(name, key(name), PASSWORD.toCharArray(), chain);
        }
        return store;
    }

    /// What trusts this authority only and shows no certificate.
    public SSLContext context() {
        return context("authority", this);
    }

    /// The same, showing the client's certificate of `shown`.
    public SSLContext showing(Keys shown) {
        return context("client", shown);
    }

    private SSLContext context(String name, Keys shown) {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(only("authority"));
            var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(shown.only(name), PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new StackException("keys could not be read in " + folder, e);
        }
    }

    /// The authority's certificate, PEM.
    public Path authority() {
        return folder.resolve("authority.pem");
    }

    /// The server's certificate, PEM.
    public Path certificate() {
        return folder.resolve("server.pem");
    }

    /// The server's private key, PEM.
    public Path key() {
        return folder.resolve("server.key");
    }

    /// The server's key and certificate, PKCS #12.
    Path store() {
        return folder.resolve("server.p12");
    }
}
