package import Kernel
package import Registry

/// Why a notice, an objection or a payment is refused. Numbers 5001–5999, in order of precedence.
package enum DisclosureRejection: RejectionReason {
    case noSuchPlace(DivisionID)
    case noticeExists(NoticeID)
    case noSuchNotice(NoticeID)
    case periodUnclear
    case periodTooShort
    case beginsInThePast
    case notOverYet(Instant)
    case noticeClosed
    case noSuchObjection(ObjectionID)
    case objectionExists(ObjectionID)
    case objectionAnswered
    case nothingSaid(field: String)
    case contractDisclosedAlready(ContractID)
    case paidMoreThanDue(number: Int64)
    case badDigest

    package var number: Int {
        switch self {
        case .noSuchPlace: 5001
        case .noticeExists: 5002
        case .noSuchNotice: 5003
        case .periodUnclear: 5004
        case .periodTooShort: 5005
        case .beginsInThePast: 5006
        case .notOverYet: 5007
        case .noticeClosed: 5008
        case .noSuchObjection: 5009
        case .objectionExists: 5010
        case .objectionAnswered: 5011
        case .nothingSaid: 5012
        case .contractDisclosedAlready: 5013
        case .paidMoreThanDue: 5014
        case .badDigest: 5015
        }
    }

    package var kind: Rejection.Kind {
        switch self {
        case .noSuchPlace, .noSuchNotice, .noSuchObjection: .notFound
        case .noticeExists, .objectionExists, .objectionAnswered, .contractDisclosedAlready: .conflict
        case .periodUnclear, .periodTooShort, .nothingSaid, .badDigest: .badInput
        default: .refused
        }
    }

    package var field: String? {
        switch self {
        case .noSuchPlace: "division"
        case .noticeExists, .noSuchNotice, .noticeClosed, .notOverYet: "notice"
        case .periodUnclear, .periodTooShort: "workingDays"
        case .beginsInThePast: "from"
        case .noSuchObjection, .objectionExists, .objectionAnswered: "objection"
        case .nothingSaid(let field): field
        case .contractDisclosedAlready: "contract"
        case .paidMoreThanDue: "paidFen"
        case .badDigest: "digest"
        }
    }

    package static var catalogue: [DisclosureRejection] {
        guard let place = DivisionID("p140404101"), let notice = NoticeID("N1"), let objection = ObjectionID("O1"),
            let contract = ContractID("C1")
        else { return [] }
        return [
            .noSuchPlace(place), .noticeExists(notice), .noSuchNotice(notice), .periodUnclear, .periodTooShort,
            .beginsInThePast, .notOverYet(Instant(milliseconds: 1_772_380_800_000)), .noticeClosed,
            .noSuchObjection(objection), .objectionExists(objection), .objectionAnswered, .nothingSaid(field: "text"),
            .contractDisclosedAlready(contract), .paidMoreThanDue(number: 1), .badDigest,
        ]
    }
}
