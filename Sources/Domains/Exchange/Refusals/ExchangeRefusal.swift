package import Kernel

/// The ways in which the exchange says no; numbers 3001–3999.
package struct ExchangeRefusal: DomainRefusal {
    package let statement: RefusalStatement

    package init(_ statement: RefusalStatement) { self.statement = statement }

    package static let all: [ExchangeRefusal] = [
        .lotExists, .assetUnknown, .lotUnknown, .wrongState, .assetNotFree, .notTheOwner, .termMissing, .leaseTooLong,
        .beyondRight, .wasteTooLong, .priceNotPositive, .areaBeyondCard, .planWrong, .modeNotForCategory,
        .portionsWrong, .belowFloor, .resolutionMissing, .resolutionOfAnother, .majorityMissed, .checklistIncomplete,
        .digestWrong, .samePerson, .reasonsMissing, .noticeTooShort, .noticeTimes, .notAnOpenAuction, .notAdmitted,
        .bidTooLate, .bidNotBeyond, .bidOffStep, .slipMissing, .offerChangedAlready, .waitsForPeople, .noPriority,
        .seedWrong, .notYetDue, .objectionTooLate, .objectionsOpen, .objectionUnknown, .winnerUnknown,
        .amountNotPositive, .firstPaymentShort, .beyondTotal, .fileDigestWrong, .registrationClosed, .partyUnknown,
        .alreadyRegistered, .barred, .conflicted, .accountShared, .bidderUnknown, .depositStep, .depositTooSmall,
        .depositMissing, .biddersRegistered, .relistingsUsedUp, .deadlineNotPassed, .belowStart, .cutTooDeep,
        .scoresWrong,
        .replayLine, .guideRowsWrong, .noForfeiture, .extensionUsedUp, .barTermMissing, .notBarred, .relistFirst,
        .causeNotListed, .membersOnly, .bankColumns, .bankRow, .bankUnmatched, .bankTwice, .keyWrong,
        .modeNotForStation, .logBad, .checkpointBad, .logOther, .notEnded, .proxyNotAtStation, .clockBackwards,
        .clockBehind, .clockAhead, .slipNotFromDesk, .objectionsUsedUp, .priceBeyondReckoning,
        .arrivalRecorded, .datedBefore, .datedAhead, .termBeyondDates, .contactIncomplete, .contactNumberWrong,
        .priceJumps, .priceFallsFar,
        .registrationUnderWay, .redLineBuilding, .packForeign, .packOfAnother, .stationEmpty, .stationRunning,
    ]
}

extension ExchangeRefusal {
    /// Reasons that somebody else will read must be there.
    static func requireReasons(_ text: String) throws(Rejection) {
        guard !text.isBlank else { throw ExchangeRefusal.reasonsMissing() }
    }
}

extension LotState: RefusalDetail {
    package func words(_ language: Language) -> String { language(ExchangeText.state(self)) }
}
