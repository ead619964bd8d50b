/// What is wrong with a log, a note, a proof or a sealed value. Never a person's fault: evidence, or a broken file.
package enum LogFault: Error, Sendable, Hashable {
    // Keys and notes
    case malformedKey
    case malformedNote
    case notSigned(by: String)
    case badSignature(name: String)
    case duplicateSignature(name: String)
    /// Signed with a key of before, beyond the size at which it handed over.
    case signerOver(size: Int64)
    case malformedCheckpoint
    case wrongOrigin(expected: String, found: String)
    // The tree
    case missingFile(path: String)
    case malformedTile(path: String)
    case malformedBundle(path: String)
    /// `index` is the first entry under the part of the tile that does not fit.
    case tileMismatch(path: String, index: Int64)
    case entryMismatch(index: Int64)
    case rootMismatch(size: Int64)
    case sizeMismatch(expected: Int64, found: Int64)
    case beyondLog(index: Int64, size: Int64)
    /// `entry` is the first one that was changed or dropped, where that could be found out.
    case inconsistent(oldSize: Int64, newSize: Int64, entry: Int64?)
    // Receipts
    case malformedReceipt
    case receiptWithoutEntry
    case proofFails(index: Int64)
    // Leaves
    case leafTooLarge(bytes: Int)
    case unfitForLeaf(field: String)
    case malformedLeaf
    case leafOutOfOrder(index: Int64)
    case badLeaf(index: Int64)
    // Sealed values
    case unreadable

    /// The first bad entry, where one can be named.
    package var entry: Int64? {
        switch self {
        case .tileMismatch(_, let index), .entryMismatch(let index), .beyondLog(let index, _), .proofFails(let index),
            .leafOutOfOrder(let index), .badLeaf(let index):
            index
        case .sizeMismatch(let expected, let found): min(expected, found)
        case .inconsistent(_, _, let entry): entry
        default: nil
        }
    }

    /// Whether something needed was not there, so that nothing can be said either way (exit 2 of `qianmo verify`).
    package var cannotTell: Bool {
        switch self {
        case .missingFile, .receiptWithoutEntry, .malformedKey: true
        default: false
        }
    }
}
