package io.imageservice.platform;

import io.imageservice.asset.UploadConfig;
import io.imageservice.asset.UploadForm;
import io.imageservice.error.ErrorCode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;

/// Reads an upload as it comes: files go to disk, everything else is bounded (`images.upload`).
@Provider
@Consumes(MediaType.MULTIPART_FORM_DATA)
public class UploadFormReader implements MessageBodyReader<UploadForm> {
    private final UploadConfig config;
    private final Spool spool;

    UploadFormReader(UploadConfig config, Spool spool) {
        this.config = config;
        this.spool = spool;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] with, MediaType media) {
        return type == UploadForm.class;
    }

    /// @throws ServiceException 400 for what is no form, or has too much of something; 413 for more
    ///   bytes than a request may have
    @Override
    public UploadForm readFrom(
            Class<UploadForm> type,
            Type generic,
            Annotation[] with,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var whole = new Multipart.Body(headers.getFirst(HttpHeaders.CONTENT_TYPE), body);
        try {
            return read(new Multipart(config), whole);
        } catch (FileUploadSizeException e) {
            throw e.getPermitted() == config.maxPartHeaderSize().asLongValue()
                    ? FormParts.tooMuch("the headers of a part have", e.getPermitted(), "bytes")
                    : UploadGate.tooLarge(e.getPermitted());
        } catch (FileUploadException e) {
            throw ErrorCode.INVALID_REQUEST.because(
                    "the body is no whole form: it has no end, or no boundary");
        }
    }

    private UploadForm read(Multipart multipart, Multipart.Body body) throws IOException {
        var form = new FormParts(config);
        var parts = multipart.getItemIterator(body);
        while (parts.hasNext()) {
            var part = parts.next();
            form.begin(part);
            if (!FormParts.isFile(part)) {
                form.field(part);
            } else if (part.isFormField()) {
                form.unnamed(part);
            } else {
                form.file(part, spool.write(part.getInputStream()));
            }
        }
        return form.whole();
    }
}
