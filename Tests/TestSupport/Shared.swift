package import Foundation

/// The folder of real data beside the project (`../shared/data`); nil where it is absent, and the test says it skipped.
package func sharedData(_ path: String) -> URL? {
    let root =
        ProcessInfo.processInfo.environment["QIANMO_SHARED"].map { URL(fileURLWithPath: $0) }
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
    let url = root.appendingPathComponent("data").appendingPathComponent(path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
}
