package import Kernel

/// The ways in which the room says no; numbers 7001–7999.
package struct LabourRefusal: DomainRefusal {
    package let statement: RefusalStatement

    package init(_ statement: RefusalStatement) { self.statement = statement }

    package static let all: [LabourRefusal] = [
        .shiftBackwards, .numberUnreadable, .amountTooLarge, .amountMissing, .moreThanDue, .fewerThanAccepted,
        .caseUnreadable,
        .placeUnknown, .employerKnown, .nameMissing, .organisationMissing, .noSuchEmployer, .verifiedBefore,
        .paperMissing, .notBlocked, .stillInArrears, .employerNotVerified, .employerBlocked, .workerKnown,
        .numberMissing, .tooYoung, .consentMissing, .personKnown, .noSuchWorker, .workerErased, .seekingAlready,
        .workOpen, .orderKnown, .noSuchOrder, .startsInPast, .shiftTooLong, .seatsOutOfRange, .factMissing,
        .wordForbidden, .cycleTooLong, .belowMinimum, .insuranceMissing, .orderCancelled, .orderOver, .startedAlready,
        .reasonMissing, .overlaps, .seatTwice, .noSeatLeft, .noSeat, .offerStands, .outsideWindow, .fromTheFuture,
        .tooEarly, .tooManyMinutes, .payeeNotWorker, .paidBefore, .nothingOwed, .stepTaken, .figuresKnown,
        .periodBackwards, .personsBeyondServed, .intentionsBeyondServed, .postsWithoutEmployer,
        .timesUnreadable, .noSuchHall, .roundNotDue, .roundTooLarge, .nothingToFill, .seedLost, .certificateMissing,
        .hallOpen,
        .certificateEnded, .employerErased, .employerBusy, .crewKnown, .crewSize, .crewElsewhere, .inCrew,
        .crewConsentMissing, .noSuchCrew, .notOfCrew, .crewAsked, .goesTogether, .crewUnfit, .crewTooLarge, .notLeader,
        .noSuchMessage, .messageTold, .notAccount, .accountOfAnother, .withBank, .nothingToSend, .noSuchFile,
        .fileSettled,
    ]

    /// An article of the Regulation on Ensuring Wage Payment to Migrant Workers (State Council Order 724).
    static func order724(_ zh: String, _ number: Int) -> LegalBasis {
        LegalBasis(
            Message(zh: "保障农民工工资支付条例第\(zh)条", en: "Order 724 on the payment of wages, art. \(number)"),
            source: "labour-skills 1.3, 1.4")
    }
}
