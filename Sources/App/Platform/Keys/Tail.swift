import EventLog
import Kernel
import Storage

/// The end of the log as it must be before anything is added to it: head row, checkpoint, tiles, last leaves and what
/// the key has signed before agree. Quick whatever the log's size; `qianmo verify` looks at the rest.
struct Tail {
    private let parts: EngineParts
    private let signer: SignerFile

    init(_ parts: EngineParts, _ signer: SignerFile) {
        self.parts = parts
        self.signer = signer
    }

    /// The writer's engine on a log whose tail verifies; throws `InstallationRefusal` otherwise.
    ///
    /// `evenIfOlder`: whatever the key has signed before; only for opening a new epoch.
    func open(in tx: any ReadTransaction, evenIfOlder: Bool = false) throws -> Engine {
        guard let head = try LogStore.findHead(in: tx) else {
            throw InstallationRefusal(InstallationText.headUnreadable)
        }
        do {
            try check(head, in: tx)
            if !evenIfOlder { try checkSigned(head, in: tx) }
            return try Engine(parts, in: tx)
        } catch let fault as LogFault {
            throw InstallationRefusal(
                InstallationText.tailFails(fault.entry ?? max(0, head.range.size - 1), "\(fault)"))
        }
    }

    private func check(_ head: StoredHead, in tx: any ReadTransaction) throws {
        let size = head.range.size
        let isSealed = head.isSealed(by: parts.keys)
        let signed: SignedCheckpoint
        do throws(LogFault) {
            signed = try SignedCheckpoint(opening: Array(head.checkpoint.utf8), by: parts.keys.signing.verifier)
        } catch {
            // A row that is ours as a whole: it is the key beside it that is not.
            throw isSealed ? InstallationRefusal(InstallationText.keyOfAnother("log.key")) : error as any Error
        }
        guard signed.checkpoint.size == size, signed.checkpoint.root == head.range.root else {
            throw LogFault.rootMismatch(size: size)
        }
        guard isSealed else { throw InstallationRefusal(InstallationText.keyOfAnother("installation.key")) }
        let width = Int64(TileID.fullWidth)
        let first = size == 0 ? 0 : (size - 1) / width * width
        var found: [Hash] = []
        // One more than the head knows, so that a leaf beyond it is noticed.
        try LogStore.each(from: first, to: Int64.max, in: tx) { index, stream, bytes in
            let leaf = try Leaf(decoding: bytes)
            guard index == first + Int64(found.count), index < size, leaf.stream.description == stream else {
                throw LogFault.badLeaf(index: index)
            }
            found.append(Hash.leaf(bytes))
        }
        guard first + Int64(found.count) == size else {
            throw LogFault.sizeMismatch(expected: size, found: first + Int64(found.count))
        }
        guard size > 0 else { return }
        let wanted = try StoredTiles(tx: tx).hashes(of: TileID(level: 0, index: first / width, width: found.count))
        for (offset, (a, b)) in zip(found, wanted).enumerated() where a != b {
            throw LogFault.entryMismatch(index: first + Int64(offset))
        }
    }

    /// What was signed and shown must still be the beginning of this log.
    private func checkSigned(_ head: StoredHead, in tx: any ReadTransaction) throws {
        guard let signed = try signer.last() else { throw InstallationRefusal(InstallationText.signerMissing) }
        guard signed.size <= head.range.size else {
            throw InstallationRefusal(PlatformRejection.olderThanSigned(signed: signed.size, found: head.range.size))
        }
        var reader = TreeReader(StoredTiles(tx: tx), size: head.range.size)
        guard try reader.root(of: signed.size) == signed.root else {
            throw InstallationRefusal(PlatformRejection.notWhatWasSigned(size: signed.size))
        }
    }
}
