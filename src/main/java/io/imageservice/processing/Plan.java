package io.imageservice.processing;

import io.imageservice.asset.Pipelines;
import io.imageservice.engine.Pipeline;
import io.imageservice.engine.Rendition;
import io.imageservice.reference.ReferenceType;
import io.imageservice.reference.ReferenceTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// Which renditions an image gets: the pipelines its upload asked for, else those of its type.
@ApplicationScoped
class Plan {
    private final ReferenceTypes types;
    private final Pipelines pipelines;

    Plan(ReferenceTypes types, Pipelines pipelines) {
        this.types = types;
        this.pipelines = pipelines;
    }

    /// `main` first; the k-th pipeline of an upload is `p{k}`.
    List<Rendition> of(Job job) {
        if (job.processing() != null) {
            return asked(pipelines.read(job.processing().lines().toList()));
        }
        String configured = types.find(job.category()).map(Plan::renditions).orElse("");
        return configured.isBlank() ? Rendition.standard() : ofType(configured);
    }

    private static List<Rendition> asked(List<Pipeline> all) {
        List<Rendition> renditions = new ArrayList<>();
        for (Pipeline pipeline : all) {
            int place = renditions.size() + 1;
            renditions.add(new Rendition(place == 1 ? Rendition.MAIN : "p" + place, pipeline));
        }
        return renditions;
    }

    /// Lines of `name=pipeline`, beside `main`.
    private List<Rendition> ofType(String lines) {
        List<Rendition> renditions = new ArrayList<>(List.of(Rendition.main()));
        for (String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
            String[] pair = line.split("=", 2);
            if (pair.length != 2) {
                throw new IllegalStateException("a type's rendition is not name=pipeline: " + line);
            }
            Pipeline pipeline = pipelines.read(List.of(pair[1].strip())).getFirst();
            renditions.add(new Rendition(pair[0].strip(), pipeline));
        }
        return renditions;
    }

    private static String renditions(ReferenceType type) {
        return type.renditions == null ? "" : type.renditions;
    }
}
