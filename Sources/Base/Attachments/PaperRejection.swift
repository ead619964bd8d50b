package import Kernel

/// Why a paper is not taken. Numbers 1400–1439.
package enum PaperRejection: RejectionReason {
    case empty
    case tooLarge(limit: Int)
    case notAPaper(NoPaper)
    case password
    case damaged(PaperKind)
    case notHere
    case noRoom
    case changed(mark: String)
    case tooManyFiles(limit: Int)
    case noPaperField
    case tooManyOpen(limit: Int)
    case noUpload
    case moved
    case gone
    /// A scanner found this in it, by the scanner's own name.
    case infected(name: String)
    case notScanned

    /// What was sent in the place of a paper.
    package enum NoPaper: String, Sendable, CaseIterable { case page, drawing, archive, program, unknown }

    package var number: Int {
        switch self {
        case .empty: 1400
        case .tooLarge: 1401
        case .notAPaper: 1402
        case .password: 1403
        case .damaged: 1404
        case .notHere: 1405
        case .noRoom: 1406
        case .changed: 1407
        case .tooManyFiles: 1408
        case .noPaperField: 1409
        case .tooManyOpen: 1410
        case .noUpload: 1411
        case .moved: 1412
        case .gone: 1413
        case .infected: 1414
        case .notScanned: 1415
        }
    }

    package var kind: Rejection.Kind {
        switch self {
        case .empty, .notAPaper, .password, .damaged, .noPaperField, .infected: .badInput
        case .tooLarge, .tooManyFiles: .tooLarge
        case .notHere, .noUpload: .notFound
        case .tooManyOpen: .tooMany
        case .moved, .gone: .conflict
        case .noRoom, .changed, .notScanned: .unavailable
        }
    }

    package static var catalogue: [PaperRejection] {
        [
            .empty, .tooLarge(limit: 20 << 20), .notAPaper(.archive), .password, .damaged(.jpeg), .notHere, .noRoom,
            .changed(mark: String(repeating: "0", count: 64)), .tooManyFiles(limit: 5), .noPaperField,
            .tooManyOpen(limit: 10), .noUpload, .moved, .gone, .infected(name: "Eicar-Test-Signature"), .notScanned,
        ]
    }
}

extension Rejection {
    /// The same about the form's field called `name`.
    package func about(_ name: String) -> Rejection {
        Rejection(number: number, kind: kind, text: text, next: next, basis: basis, field: name, others: others)
    }
}
