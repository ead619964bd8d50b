import Web

/// Stylesheet and script. Their addresses name their content, so they may be kept for ever.
enum StaticEndpoints {
    static let all: [Endpoint] =
        StaticAsset.all.map { asset in
            .get(asset.path, isStatic: true) { _, _ in Reply.immutable(Reply.bytes(asset.bytes, asset.contentType)) }
        } + [
            // What browsers ask for beside a file that cannot name its icon.
            .get("/favicon.ico", isStatic: true) { _, _ in
                Reply.bytes(StaticAsset.icon.bytes, StaticAsset.icon.contentType)
            }
        ]
}
