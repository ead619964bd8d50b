package import Kernel

/// The ways in which the notice board says no; numbers 5001–5999.
package struct DisclosureRefusal: DomainRefusal {
    package let statement: RefusalStatement

    package init(_ statement: RefusalStatement) { self.statement = statement }

    package static let all: [DisclosureRefusal] = [
        .noSuchPlace, .noticeExists, .noSuchNotice, .periodUnclear, .periodTooShort, .beginsInThePast, .notOverYet,
        .noticeClosed, .noSuchObjection, .objectionExists, .objectionAnswered, .nothingSaid, .contractDisclosedAlready,
        .paidMoreThanDue, .badDigest, .resultByTheLot, .answeredAtTheLot, .objectionsUsedUp, .subjectElsewhere,
        .noticeOfTheHouse, .noWords, .objectionEndsWithPerson, .objectionOpen, .badPaper,
    ]
}
