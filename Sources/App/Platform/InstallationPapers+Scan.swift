package import Attachments
import Kernel
import Storage

/// What a scanner said of papers, as numbers.
package struct ScannerNumbers: Sendable {
    package let isThere: Bool
    package let counts: PaperScanner.Counts
    /// Papers that wait for it.
    package let held: Int
}

/// Papers and the scanner that looks at them (decision record 0261).
extension InstallationPapers {
    /// Whether the paper may be shown: false where it has to wait for the scanner. Throws where something was found in it, or
    /// where the scanner does not answer and papers are not to wait.
    func scan(_ bytes: [UInt8]) throws -> Bool {
        guard let scanner else { return true }
        do {
            guard case .found(let name) = try scanner.scan(bytes) else { return true }
            try condemn(PaperStore.mark(of: bytes))
            throw PaperRejection.infected(name: name).rejection
        } catch is PaperScanner.Unavailable {
            guard scanner.away == .hold else { throw PaperRejection.notScanned.rejection }
            return false
        }
    }

    /// Shows the scanner what waits for it; stops where it does not answer. Answers how many were looked at.
    package func scanHeld() throws -> Int {
        guard let scanner else { return 0 }
        var count = 0
        for mark in store.listHeld() where scanner.isThere() {
            guard try judge(mark, scanner) else { break }
            count += 1
        }
        return count
    }

    /// Shows the scanner every paper: those that came before it, and those a newer list of it may know. Answers how many were
    /// looked at, and the marks of those it found something in. Throws `PaperScanner.Unavailable` where it does not answer.
    package func scanAll(_ scanner: PaperScanner) throws -> (count: Int, found: [String]) {
        var (count, found) = (0, [String]())
        for (mark, _) in try store.list().papers {
            // What was changed is for `verify` to name.
            guard (try? store.bytes(mark)) != nil else { continue }
            guard try judge(mark, scanner) else { throw PaperScanner.Unavailable() }
            count += 1
            if try store.note(mark)?.remarks.contains(.infected) ?? false { found.append(mark) }
        }
        return (count, found)
    }

    package func scannerNumbers() -> ScannerNumbers? {
        scanner.map { ScannerNumbers(isThere: $0.isThere(), counts: $0.counts, held: store.listHeld().count) }
    }

    /// False where the scanner does not answer.
    private func judge(_ mark: String, _ scanner: PaperScanner) throws -> Bool {
        guard let bytes = try? store.bytes(mark) else {
            // Gone with its person, or changed: nothing waits any more.
            store.letGo(mark)
            return true
        }
        guard let verdict = try? scanner.scan(bytes) else { return false }
        if verdict == .clean { try release(mark) } else { try condemn(mark) }
        return true
    }

    func release(_ mark: String) throws {
        try store.remark(mark, removing: [.unscanned, .infected])
        store.letGo(mark)
    }

    private func condemn(_ mark: String) throws {
        try store.remark(mark, adding: [.infected], removing: [.unscanned])
        store.letGo(mark)
    }
}
