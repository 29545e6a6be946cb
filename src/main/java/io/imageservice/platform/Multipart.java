package io.imageservice.platform;

import io.imageservice.asset.UploadConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;

/// The parts of a multipart body (RFC 7578), one after the other and none of them in memory.
final class Multipart
        extends AbstractFileUpload<Multipart.Body, DiskFileItem, DiskFileItemFactory> {

    Multipart(UploadConfig config) {
        setHeaderCharset(StandardCharsets.UTF_8);
        setMaxSize(UploadGate.maxRequest(config));
        setMaxPartHeaderSize((int) config.maxPartHeaderSize().asLongValue());
    }

    @Override
    public FileItemInputIterator getItemIterator(Body body) throws IOException {
        return getItemIterator((RequestContext) body);
    }

    @Override
    public Map<String, List<DiskFileItem>> parseParameterMap(Body body) throws FileUploadException {
        return parseParameterMap((RequestContext) body);
    }

    @Override
    public List<DiskFileItem> parseRequest(Body body) throws FileUploadException {
        return parseRequest((RequestContext) body);
    }

    /// What is parsed; its length counts as unknown, whatever the client says.
    record Body(String contentType, InputStream inputStream) implements RequestContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return inputStream;
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }
}
