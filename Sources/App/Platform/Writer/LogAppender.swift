import EventLog
package import Foundation
package import Kernel
import Storage

/// The log without rules, states and tables: leaves in groups, tiles, signed head, flush. The bench measures by it what
/// of a command's time is the log's; a house that it wrote into holds events no module knows, so it is good for nothing else.
package struct LogAppender {
    private let installation: Installation
    private let keys: InstallationKeys
    private let signer: SignerFile
    private var tree: GrowingTree
    private var head: StoredHead

    /// `dataDirectory`: where `house` has its keys. The house must be new.
    package init(_ installation: Installation, dataDirectory: URL) throws {
        let directory = dataDirectory.appending(path: "keys")
        guard let keys = try InstallationKeys.load(from: directory),
            let head = try installation.database.read({ try LogStore.findHead(in: $0) }), head.range.size == 0
        else { throw InstallationRefusal(InstallationText.keysMissing) }
        self.installation = installation
        self.keys = keys
        self.head = head
        signer = SignerFile(keys: directory)
        tree = GrowingTree()
    }

    /// Appends leaves and flushes; answers the log's size.
    package mutating func append(_ leaves: [[String: JSON]], stream: StreamID, at instant: Instant) throws -> Int64 {
        let (old, by) = (head, Principal.administrator)
        var tree = tree
        let new = try installation.database.write { tx in
            var hashes: [Hash] = []
            for fields in leaves {
                let leaf = try Leaf(
                    kind: "bench.leafAppended", stream: stream, at: instant, division: by.division, office: by.office,
                    role: by.role, fields: fields
                ).encoded()
                try LogStore.append(old.range.size + Int64(hashes.count), stream: stream, leaf: leaf, in: tx)
                hashes.append(.leaf(leaf))
            }
            for tile in tree.append(hashes) { try LogStore.save(tile, in: tx) }
            let new = StoredHead(tree.range, at: instant, answers: 0, keys)
            try LogStore.moveHead(from: old, to: new, in: tx)
            return new
        }
        try signer.record(SignerFile.Signed(size: new.range.size, root: new.range.root))
        self.tree = tree
        head = new
        return new.range.size
    }
}
