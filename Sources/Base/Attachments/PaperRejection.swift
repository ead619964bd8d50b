package import Kernel

/// Why a paper is not taken. Numbers 6000–6039.
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

    /// What was sent in the place of a paper.
    package enum NoPaper: String, Sendable, CaseIterable { case page, drawing, archive, program, unknown }

    package var number: Int {
        switch self {
        case .empty: 6000
        case .tooLarge: 6001
        case .notAPaper: 6002
        case .password: 6003
        case .damaged: 6004
        case .notHere: 6005
        case .noRoom: 6006
        case .changed: 6007
        case .tooManyFiles: 6008
        case .noPaperField: 6009
        case .tooManyOpen: 6010
        case .noUpload: 6011
        case .moved: 6012
        case .gone: 6013
        }
    }

    package var kind: Rejection.Kind {
        switch self {
        case .empty, .notAPaper, .password, .damaged, .noPaperField: .badInput
        case .tooLarge, .tooManyFiles: .tooLarge
        case .notHere, .noUpload: .notFound
        case .tooManyOpen: .tooMany
        case .moved, .gone: .conflict
        case .noRoom, .changed: .unavailable
        }
    }

    package static var catalogue: [PaperRejection] {
        [
            .empty, .tooLarge(limit: 20 << 20), .notAPaper(.archive), .password, .damaged(.jpeg), .notHere, .noRoom,
            .changed(mark: String(repeating: "0", count: 64)), .tooManyFiles(limit: 5), .noPaperField,
            .tooManyOpen(limit: 10), .noUpload, .moved, .gone,
        ]
    }
}

extension Rejection {
    /// The same about the form's field called `name`.
    package func about(_ name: String) -> Rejection {
        Rejection(number: number, kind: kind, text: text, next: next, basis: basis, field: name, others: others)
    }
}
