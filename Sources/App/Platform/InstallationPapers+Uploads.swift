package import Attachments
package import Kernel

/// Papers that come piece by piece.
extension InstallationPapers {
    /// For so many hours a paper that no event names counts as fresh: as long as an upload may take, and its form after it.
    package static let freshHours: Int64 = 24

    /// Opens an upload of a person's and answers its name. Throws what would be refused at the end anyway.
    package func begin(length: Int64, name: String, by person: PersonID, at now: Instant) throws -> String {
        guard length > 0 else { throw PaperRejection.empty.rejection }
        guard length <= limits.bytes else { throw PaperRejection.tooLarge(limit: limits.bytes).rejection }
        return try uploads.begin(person.text, length: Int(length), name: name, at: now)
    }

    /// Where an upload stands. What is complete is kept as a paper first, so that a stop between its last byte and its mark
    /// costs nothing. Throws where this person has no such upload, or where it has become no paper: then it is gone.
    package func progress(_ upload: String, by person: PersonID, at now: Instant, receivedAt: Instant) throws
        -> UploadState
    {
        guard let state = try uploads.state(upload, of: person.text, at: now) else {
            throw PaperRejection.noUpload.rejection
        }
        guard state.isComplete, state.mark == nil else { return state }
        do {
            let bytes = try uploads.bytes(upload, of: person.text, at: now)
            let mark = try keep(bytes, name: state.name, by: person, at: receivedAt)
            return try uploads.finish(upload, of: person.text, state, as: mark)
        } catch let rejection as Rejection where rejection.kind == .badInput {
            _ = uploads.end(upload, of: person.text)
            throw rejection
        }
    }

    /// Adds a piece; the first one has to begin like a paper.
    package func add(_ piece: [UInt8], to upload: String, by person: PersonID, at state: UploadState) throws
        -> UploadState
    {
        if state.offset == 0 {
            do throws(Rejection) {
                try PaperExamination.judge(start: piece)
            } catch {
                _ = uploads.end(upload, of: person.text)
                throw error
            }
        }
        return try uploads.append(piece, to: upload, of: person.text, at: state)
    }

    /// Ends an upload; false where this person has no such one.
    package func end(_ upload: String, by person: PersonID) -> Bool { uploads.end(upload, of: person.text) }

    /// Whether `principal` may name the paper: it is here, and theirs to see or brought by them. It counts as brought anew.
    package func bringAgain(_ mark: String, for principal: Principal) throws -> Bool {
        guard store.bringAgain(mark) else { return false }
        return try label(mark, for: principal) != nil || uploads.hasBrought(mark, by: principal.person.text)
    }

    /// Takes away uploads that have run out and papers that no event names and nobody has brought for a day.
    package func sweep(at now: Instant) throws -> (uploads: Int, papers: Int) {
        let gone = try uploads.sweep(at: now)
        let before = now.adding(milliseconds: -InstallationPapers.freshHours * 3_600_000)
        return (gone, try clean(before: before).count)
    }
}
