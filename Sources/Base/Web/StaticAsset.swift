import Kernel

/// A file every page may ask for. Its address carries a digest of its content, so it can be kept for ever.
package struct StaticAsset: Sendable {
    package let path: String
    package let contentType: String
    package let bytes: [UInt8]

    package static let stylesheet = StaticAsset(
        "qianmo", "css", contentType: "text/css; charset=utf-8", PackageResources.qianmo_css)
    package static let liveScript = StaticAsset(
        "live", "js", contentType: "text/javascript; charset=utf-8", PackageResources.live_js)
    package static let laterScript = StaticAsset(
        "later", "js", contentType: "text/javascript; charset=utf-8", PackageResources.later_js)
    package static let uploadScript = StaticAsset(
        "upload", "js", contentType: "text/javascript; charset=utf-8", PackageResources.upload_js)
    /// The path between fields, in the red of the seal.
    package static let icon = StaticAsset("icon", "svg", contentType: "image/svg+xml", PackageResources.icon_svg)
    package static let all = [stylesheet, liveScript, laterScript, uploadScript, icon]

    private init(_ name: String, _ type: String, contentType: String, _ bytes: [UInt8]) {
        path = "/static/\(name)-\(Self.digest(bytes)).\(type)"
        self.contentType = contentType
        self.bytes = bytes
    }

    /// FNV-1a, 64 bits: tells one version from the next; nothing secret rests on it.
    private static func digest(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash.padded(to: 16, radix: 16)
    }
}
