import Web

/// Stylesheet and script. Their addresses name their content, so they may be kept for ever.
enum StaticDoors {
    static let all: [Door] = StaticAsset.all.map { asset in
        .get(asset.path, isStatic: true) { _, _ in Reply.immutable(Reply.bytes(asset.bytes, asset.contentType)) }
    }
}
