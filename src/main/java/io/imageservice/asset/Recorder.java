package io.imageservice.asset;

import io.imageservice.asset.Intake.NewImage;
import io.imageservice.engine.Header;
import io.imageservice.engine.Size;
import io.imageservice.event.ImageEvent;
import io.imageservice.event.Topics;
import io.imageservice.image.Cause;
import io.imageservice.image.Image;
import io.imageservice.image.StorageKey;
import io.imageservice.image.StoredObject;
import io.imageservice.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/// Writes new images: row, history, original, event and rendering task, in the caller's
/// transaction.
@ApplicationScoped
class Recorder {
    private final Lifecycle lifecycle;
    private final Outbox outbox;
    private final Claims claims;
    private final Quotas quotas;

    Recorder(Lifecycle lifecycle, Outbox outbox, Claims claims, Quotas quotas) {
        this.lifecycle = lifecycle;
        this.outbox = outbox;
        this.claims = claims;
        this.quotas = quotas;
    }

    @Transactional(TxType.MANDATORY)
    List<Image> record(Intent intent, List<NewImage> files, Admission admission) {
        quotas.demandRoom(intent.owner(), files);
        claims.hold(intent);
        admission.admit();
        List<Image> images = files.stream().map(file -> record(intent, file)).toList();
        admission.recorded(images);
        claims.settle(intent, images);
        return images;
    }

    private Image record(Intent intent, NewImage file) {
        Image image = row(intent, file);
        lifecycle.begin(image, Cause.of(intent.owner(), "uploaded"), file.at());
        original(file).persist();
        outbox.add(Topics.TASKS, image.id.toString(), new ImageEvent.RenderTask(image.id));
        return image;
    }

    private static Image row(Intent intent, NewImage file) {
        Size size = file.file().header().upright();
        Image image = new Image();
        image.id = file.id();
        image.category = intent.category();
        image.referenceId = intent.referenceId();
        image.path = StorageKey.main(intent.category(), file.id(), file.at());
        image.uploaderId = intent.uploaderId();
        image.owner = intent.owner();
        image.fileName = file.file().fileName();
        image.format = file.format().name();
        image.bytes = file.file().bytes();
        image.sha256 = file.file().sha256();
        image.width = size.width();
        image.height = size.height();
        image.processing = intent.processing();
        image.mode = intent.mode();
        return image;
    }

    private static StoredObject original(NewImage file) {
        Header header = file.file().header();
        StoredObject original = new StoredObject();
        original.imageId = file.id();
        original.rendition = StoredObject.ORIGINAL;
        original.key = file.originalKey();
        original.bytes = file.file().bytes();
        original.format = header.format().name();
        original.width = header.width();
        original.height = header.height();
        original.deliverable = false;
        return original;
    }
}
