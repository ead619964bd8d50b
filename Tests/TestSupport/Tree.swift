package import Foundation

/// The project's own files, for tests that read them.
package enum Tree {
    /// The root of the checkout.
    package static let root: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Files below `folder` whose name ends in one of `endings`, as (path from the root, text), sorted by path.
    package static func files(in folder: String, endings: [String]) -> [(path: String, text: String)] {
        let base = root.appendingPathComponent(folder)
        guard let walker = FileManager.default.enumerator(atPath: base.path) else { return [] }
        var found: [(String, String)] = []
        for case let name as String in walker where endings.contains(where: name.hasSuffix) {
            guard let text = try? String(contentsOf: base.appendingPathComponent(name), encoding: .utf8) else {
                continue
            }
            found.append(("\(folder)/\(name)", text))
        }
        return found.sorted { $0.0 < $1.0 }
    }

    package static func text(_ path: String) -> String? {
        try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
}
