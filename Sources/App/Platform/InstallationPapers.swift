package import Attachments
import Crypto
import EventLog
import Foundation
package import Kernel
import Storage
package import Web

/// Where a reader stands in a paper.
package struct PaperView: Sendable {
    package let page: Int
    package let pages: Int
    /// False where no picture of this page can be made.
    package let isShown: Bool
}

/// The papers of a house, and who may look at them: whoever brought a paper; the desks of the place that an event with it
/// concerns, and those above; whose the thing is that it is about; everyone, where the event is for everyone. Nobody else, the
/// paper's mark notwithstanding.
package struct InstallationPapers: Sendable {
    package let store: PaperStore
    let uploads: UploadStore
    let pictures: PaperPictures
    let gallery: PaperGallery
    let database: any Database
    let plan: InstallationPlan
    package let limits = PaperLimits()
    /// What looks at papers before anybody does; nil where there is none.
    package let scanner: PaperScanner?
    /// What reads papers; nil where none is to.
    package let reading: PaperReading?
    let words: PaperWordBook

    /// The folder beside the database.
    package static let folder = "papers"

    init(
        _ keys: InstallationKeys, in dataDirectory: URL, _ database: any Database, _ plan: InstallationPlan
    ) {
        (scanner, reading, words) = (nil, nil, PaperWordBook())
        store = InstallationPapers.store(keys, in: dataDirectory)
        uploads = UploadStore(papers: store.folder, key: InstallationPapers.key(keys.installation))
        pictures = PaperPictures(store)
        gallery = PaperGallery()
        self.database = database
        self.plan = plan
    }

    init(_ papers: InstallationPapers, scanner: PaperScanner?, reading: PaperReading?) {
        (store, uploads, pictures, gallery) = (papers.store, papers.uploads, papers.pictures, papers.gallery)
        (database, plan, words) = (papers.database, papers.plan, papers.words)
        (self.scanner, self.reading) = (scanner, reading)
    }

    /// Under the newest key; what a rotation has not reached yet is opened by those of before.
    static func store(_ keys: InstallationKeys, in dataDirectory: URL) -> PaperStore {
        PaperStore(
            folder: dataDirectory.appending(path: folder), key: key(keys.installation), older: keys.older.map(key))
    }

    private static func key(_ installation: InstallationKey) -> [UInt8] {
        Array(SHA256.hash(data: Array("qianmo.paper.v1\n\(installation.text)".utf8)))
    }

    /// Looks at the bytes and keeps them, flushed, before anything names them; answers their mark. Throws why not.
    package func keep(_ bytes: [UInt8], name: String, by person: PersonID, at now: Instant) throws -> String {
        let seen = try PaperExamination(bytes, limits: limits)
        let isScanned = try scan(bytes)
        let mark = PaperStore.mark(of: bytes)
        let isKnown = store.holds(mark)
        if !isScanned, !isKnown { try store.hold(mark) }
        let remarks = isScanned ? seen.remarks : seen.remarks.union([.unscanned])
        let note = PaperNote(
            name: name, kind: seen.kind, bytes: bytes.count, receivedAt: now, by: person.text, remarks: remarks)
        _ = try store.keep(bytes, note)
        if isKnown, isScanned, scanner != nil { try release(mark) }
        return mark
    }

    /// What `principal` (nil: the public) may know of the paper; nil where it is not here or not for them.
    package func label(_ mark: String, for principal: Principal?) throws -> PaperLabel? {
        guard mark.isSHA256Hex else { return nil }
        let label = try database.read { tx in
            try self.label(mark, PaperIndex.list(mark, in: tx), for: principal, tx)
        }
        guard let label, let principal, !principal.role.isPrivate, try !alikes(of: mark, for: principal).isEmpty else {
            return label
        }
        return PaperLabel(
            mark: label.mark, name: label.name, kind: label.kind, bytes: label.bytes,
            remarks: label.remarks + [PaperText.looksAlike], hasPicture: label.hasPicture, otherUses: label.otherUses)
    }

    func label(_ mark: String, _ uses: [PaperIndex.Use], for principal: Principal?, _ tx: any ReadTransaction) throws
        -> PaperLabel?
    {
        guard let note = try store.note(mark), try isFor(principal, note, uses, tx) else { return nil }
        // Back from a backup, it is held and called to mind by nothing.
        if note.remarks.contains(.unscanned), scanner != nil { try store.hold(mark) }
        let isDesk = principal.map { !$0.role.isPrivate } ?? false
        let told = isDesk ? note.remarks : note.remarks.intersection([.unscanned, .infected])
        return PaperLabel(
            mark: mark, name: note.name, kind: PaperText.kind(note.kind), bytes: note.bytes,
            remarks: PaperRemark.allCases.filter(told.contains).map(PaperText.remark),
            hasPicture: note.kind != .ofd && !note.isHeld && !note.remarks.contains(.tooManyDots),
            otherUses: isDesk ? max(0, Set(uses.map(\.stream)).count - 1) : 0)
    }

    /// Where the paper is named, for a reader who may look at it: each entry of the log and what was done there.
    package func uses(_ mark: String) throws -> [(entry: Int64, act: Message)] {
        try database.read { try PaperIndex.list(mark, in: $0) }.map { ($0.entry, LogWords.act($0.event)) }
    }

    /// A JPEG of a page, made anew; nil where there is none.
    package func picture(_ mark: String, _ size: PaperPictures.Size, page: Int) throws -> [UInt8]? {
        try pictures.picture(of: mark, size, page: page)
    }

    /// The page of a paper that is shown where a reader asks for `page`, and whether there is a picture of it.
    package func view(_ label: PaperLabel, page: Int) throws -> PaperView {
        let pages = label.hasPicture ? try pictures.countPages(of: label.mark) : 0
        let shown = min(page, max(1, pages))
        return PaperView(
            page: shown, pages: pages, isShown: try pages > 0 && picture(label.mark, .large, page: shown) != nil)
    }

    /// The paper itself, for what is no picture; of pictures, and of a PDF that may do something, only what is made anew.
    package func document(_ mark: String) throws -> (bytes: [UInt8], kind: PaperKind, name: String)? {
        guard let note = try store.note(mark), let bytes = try store.bytes(mark), goesOut(bytes, note) else {
            return nil
        }
        // Under the ending of what it is, whatever it was called by whoever brought it.
        let ending = ".\(note.kind.rawValue)"
        let name = note.name.lowercased().hasSuffix(ending) ? note.name : note.name + ending
        return (bytes, note.kind, name)
    }

    /// Whether the paper is here as it came, and whether it goes out as a file (`document`): its bytes are read once.
    package func condition(_ mark: String) -> (isWhole: Bool, goesOut: Bool) {
        guard let bytes = try? store.bytes(mark), !bytes.isEmpty else { return (false, false) }
        return (true, (try? store.note(mark)).map { goesOut(bytes, $0) } ?? false)
    }

    private func goesOut(_ bytes: [UInt8], _ note: PaperNote) -> Bool {
        guard !note.kind.isPicture, !note.isHeld, !note.remarks.contains(.active) else { return false }
        return note.kind != .pdf || !PaperExamination.mayAct(bytes)
    }

    /// Takes away what no event names and nobody brought since `instant`.
    package func clean(before instant: Instant) throws -> [String] {
        guard store.hasShelves else { return [] }
        let named = try database.read { Set(try PaperIndex.marks(in: $0)) }
        return try store.clean(before: instant) { mark in
            try named.contains(mark) || database.read { try PaperIndex.isNamed(mark, in: $0) }
        }
    }

    private func isFor(
        _ principal: Principal?, _ note: PaperNote, _ uses: [PaperIndex.Use], _ tx: any ReadTransaction
    ) throws -> Bool {
        if uses.contains(where: \.isPublic) { return true }
        guard let principal else { return false }
        if note.by == principal.person.text { return true }
        guard !principal.role.isPrivate else {
            return try uses.contains { try plan.owns(principal.person, $0.stream, tx) }
        }
        return try uses.contains { use in
            guard let place = use.division else { return principal.division == .installation }
            if place == principal.division || principal.division == .installation { return true }
            return try plan.path(place, tx)?.contains("/\(principal.division.text)/") ?? false
        }
    }
}
