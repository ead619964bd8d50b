import Foundation
import TestSupport

/// The data sets beside the repository, which nobody here wrote.
enum SharedData {
    static let vectors = sharedData("merkle/rfc6962_proof_vectors.json")
    static let goldenLog = sharedData("tlog")

    static func bytes(_ path: String) throws -> [UInt8] {
        guard let goldenLog else { throw CocoaError(.fileNoSuchFile) }
        return Array(try Data(contentsOf: goldenLog.appending(path: path)))
    }
}
