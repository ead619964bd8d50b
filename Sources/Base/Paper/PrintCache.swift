import Synchronization

/// Sheets that were drawn, by what they say: a public paper that is asked for again costs no drawing. What one reader alone
/// may see is not kept here.
package final class PrintCache: Sendable {
    private struct Kept {
        var files: [Sheet: [UInt8]] = [:]
        /// The one drawn longest ago first; it makes room.
        var order: [Sheet] = []
        var drawn = 0
    }

    private let most: Int
    private let kept = Mutex(Kept())

    package init(most: Int) {
        self.most = max(1, most)
    }

    /// How many sheets were drawn so far.
    package var drawn: Int { kept.withLock(\.drawn) }

    /// The file of the sheet, as `Sheet.pdf()` draws it.
    package func pdf(of sheet: Sheet) -> [UInt8]? {
        if let bytes = kept.withLock({ $0.files[sheet] }) { return bytes }
        let bytes = sheet.pdf()
        kept.withLock { kept in
            kept.drawn += 1
            guard let bytes, kept.files.updateValue(bytes, forKey: sheet) == nil else { return }
            kept.order.append(sheet)
            if kept.order.count > most { kept.files[kept.order.removeFirst()] = nil }
        }
        return bytes
    }
}
