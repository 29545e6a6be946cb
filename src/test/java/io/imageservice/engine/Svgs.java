package io.imageservice.engine;

/// Drawings that want more than to be drawn.
final class Svgs {
    static final String BOMB =
            """
            <?xml version="1.0"?>
            <!DOCTYPE svg [
              <!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">
              <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
              <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
              <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
              <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
            ]>
            <svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"><text>&e;</text></svg>
            """;

    static final String OUTSIDE =
            """
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
                 width="64" height="48">
              <image width="64" height="48" xlink:href="file:///etc/passwd"/>
              <image width="64" height="48" xlink:href="http://127.0.0.1:1/picture.png"/>
            </svg>
            """;

    static final String SCRIPT =
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="64" height="48" onload="x()">
              <script>while (true) {}</script><rect width="64" height="48"/>
            </svg>
            """;

    private Svgs() {}
}
