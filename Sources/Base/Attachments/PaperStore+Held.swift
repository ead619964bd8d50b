import Foundation
import Kernel

/// Papers that wait for a scanner: their note says so, and an empty file of the same name in `held` calls them to mind.
extension PaperStore {
    /// What is said of the paper from now on; its bytes stay. Nothing where it is not here.
    package func remark(_ mark: String, adding: Set<PaperRemark> = [], removing: Set<PaperRemark> = []) throws {
        guard holds(mark) else { return }
        // Looked at and written while nobody can take it away: what ended with a person does not come back.
        try FileLock.holding(folder: folder.path) {
            guard let note = try note(mark), let bytes = try bytes(mark) else { return }
            let remarks = note.remarks.union(adding).subtracting(removing)
            guard remarks != note.remarks else { return }
            let said = PaperNote(
                name: note.name, kind: note.kind, bytes: note.bytes, receivedAt: note.receivedAt, by: note.by,
                remarks: remarks)
            try write(sealed(bytes, said, mark), as: mark)
        }
    }

    /// Calls a paper to mind for the scanner.
    package func hold(_ mark: String) throws {
        guard mark.isSHA256Hex, access(heldPath(mark), F_OK) != 0 else { return }
        try FileManager.default.createDirectory(
            at: folder.appending(path: PaperStore.held), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try Data().write(to: URL(filePath: heldPath(mark)))
    }

    package func letGo(_ mark: String) { unlink(heldPath(mark)) }

    /// The papers that are to be shown to the scanner, by mark.
    package func listHeld() -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: PaperStore.held).path)
        return (names ?? []).filter(\.isSHA256Hex).sorted()
    }

    private func heldPath(_ mark: String) -> String { "\(folder.path)/\(PaperStore.held)/\(mark)" }
}

extension PaperNote {
    /// Whether it is shown to nobody: no scanner has looked at it yet, or one has found something in it.
    package var isHeld: Bool { !remarks.isDisjoint(with: [.unscanned, .infected]) }
}
