package import Kernel
import Storage

/// The size and root of the log after a commit.
package struct Head: Sendable, Hashable {
    package let size: Int64
    package let root: [UInt8]
    /// The last sequenced instant.
    package let at: Instant
    /// The signed note (C2SP tlog-checkpoint).
    package let checkpoint: String
}

/// The log as the public reads it. Every call is one read of the store and sees one consistent head.
package struct LogView: Sendable {
    let database: any Database
    /// The key checkpoints verify with, in the C2SP form `name+hash+base64`.
    package let verifierKey: String

    package func head() throws -> Head { preconditionFailure("lands with the writer") }
    /// The checkpoint kept for each day, latest first.
    package func checkpoints() throws -> [(day: String, checkpoint: String)] {
        preconditionFailure("lands with the writer")
    }
    /// A tile of hashes (C2SP tlog-tiles); `width` 256 for a full one. Nil when the log is not that far.
    package func tile(level: Int, index: Int64, width: Int) throws -> [UInt8]? {
        preconditionFailure("lands with the writer")
    }
    /// A bundle of leaves with uint16 lengths before each.
    package func entries(index: Int64, width: Int) throws -> [UInt8]? { preconditionFailure("lands with the writer") }
    /// The canonical bytes of one leaf.
    package func leaf(_ index: Int64) throws -> [UInt8]? { preconditionFailure("lands with the writer") }
    /// The text of a `.tlog-proof` for one leaf under the current checkpoint.
    package func proof(_ index: Int64) throws -> String? { preconditionFailure("lands with the writer") }
}
