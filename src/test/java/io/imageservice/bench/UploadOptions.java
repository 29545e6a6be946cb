package io.imageservice.bench;

/// What `./dev bench` is asked to do.
///
/// @param images how many uploads
/// @param concurrency uploads at the same moment, at most
/// @param rate uploads begun a second, whatever the answers take; 0 = as fast as they are answered
/// @param heap of each process of the service, in MB
record UploadOptions(int images, int concurrency, int rate, int heap) {
    static final String HELP =
            """
            Usage: ./dev bench [--images 200] [--concurrency 16] [--rate 4] [--heap 512]
            Uploads photographs to an api process, lets a worker process render them, and prints what it took.
            A rate above what the worker renders keeps it saturated; an acknowledgement counts from when its upload was
            due. --rate 0 uploads as fast as it is answered.
            PHOTOS=FOLDER takes the JPEGs (clic-*, large-*) of that folder, else drawn pictures of 6 MP.\
            """;

    static UploadOptions of(String[] arguments) {
        var options = new UploadOptions(200, 16, 4, 512);
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options = options.with(arguments[i], Integer.parseInt(arguments[i + 1]));
        }
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException(HELP);
        }
        return options;
    }

    private UploadOptions with(String name, int value) {
        return switch (name) {
            case "--images" -> new UploadOptions(value, concurrency, rate, heap);
            case "--concurrency" -> new UploadOptions(images, value, rate, heap);
            case "--rate" -> new UploadOptions(images, concurrency, value, heap);
            case "--heap" -> new UploadOptions(images, concurrency, rate, value);
            default -> throw new IllegalArgumentException(HELP);
        };
    }
}
