package io.imageservice.asset;

import io.imageservice.engine.Pipeline;
import io.imageservice.engine.PipelineException;
import io.imageservice.engine.Presets;
import io.imageservice.error.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Reads `processing` parameters as this deployment understands them.
@ApplicationScoped
public class Pipelines {
    private final RenderingConfig config;
    private final Presets presets;

    Pipelines(RenderingConfig config) {
        this.config = config;
        presets = Presets.of(config.presets());
    }

    /// @throws io.imageservice.error.ServiceException `INVALID_PROCESSING` naming step and argument
    public List<Pipeline> read(List<String> texts) {
        if (texts.size() > config.maxPipelines()) {
            throw ErrorCode.INVALID_PROCESSING.because(
                    "%d pipelines, at most %d".formatted(texts.size(), config.maxPipelines()));
        }
        return texts.stream().map(this::read).toList();
    }

    private Pipeline read(String text) {
        try {
            Pipeline pipeline = Pipeline.parse(text, presets);
            if (!config.outputs().contains(pipeline.output())) {
                throw ErrorCode.INVALID_PROCESSING.because(
                        "step 'format': this deployment does not write " + pipeline.output());
            }
            return pipeline;
        } catch (PipelineException e) {
            throw ErrorCode.INVALID_PROCESSING.because(String.valueOf(e.getMessage()));
        }
    }
}
