package import Kernel

/// The ways in which the room says no; numbers 6001–6999.
package struct AssemblyRefusal: DomainRefusal {
    package let statement: RefusalStatement

    package init(_ statement: RefusalStatement) { self.statement = statement }

    package static let all: [AssemblyRefusal] = [
        .noSuchOrganisation, .notACollective, .memberKnown, .noSuchMember, .nameMissing, .birthMissing, .sinceInFuture,
        .endsBeforeStart, .sharesNegative, .alreadyEnded, .paperMissing, .stillMember, .noSuchMeeting, .meetingKnown,
        .otherBody, .agendaMissing, .noticeTooShort, .rollFrozenBefore, .rollNotFrozen, .notOnRoll, .holderNotOnRoll,
        .otherHousehold, .proxyPassedOn, .proxyGiven, .alreadyHere, .notHere, .noProxy, .openedBefore, .notOpened,
        .meetingClosed, .quorumMissing, .voteStillOpen, .voteClosed, .notItsMatter, .isRecused, .hasVoted,
        .choiceMissing, .nothingToApprove, .approvedBefore, .codeUnreadable, .rowTwice,
        .nobodyNamed, .noSuchTerm, .termKnown, .numberMissing, .termInFuture, .termBackwards, .holdsAlready,
        .leftBefore,
        .termErased, .stillInOffice, .kinKnown, .relationMissing, .kinOfOneself, .declaredAlready, .noSuchKin,
        .reasonMissing, .birthDisagrees, .onRollAlready, .onOtherRoll, .nothingToEnter, .sameHousehold,
        .noSuchHousehold, .rollDisagrees, .countedByTheHouse, .noSuchParty, .meetingPaperMissing, .voteIsSecret,
        .voteIsOpen,
        .sameTeller, .papersDisagree, .tallyAgreed, .talliesMissing, .noSuchDeliberation,
        .deliberationKnown,
        .nothingToDeliberate, .subjectMissing, .deliberationStopped, .deliberationDone, .decidedByResolution,
        .stepNotAsked, .stepTaken, .stepTooEarly, .stepInFuture, .stepBackwards, .noticeStillRuns, .minutesMissing,
        .countsImpossible, .notCarried, .noSuchResolution, .otherResolution, .resolutionDeliberated, .notDeliberated,
        .deliberationUnfinished,
    ]

    /// An article of the Rural Collective Economic Organisation Law.
    static func law(_ zh: String, _ number: Int) -> LegalBasis {
        LegalBasis(
            Message(zh: "中华人民共和国农村集体经济组织法第\(zh)条", en: "Rural Collective Economic Organisation Law, art. \(number)"),
            source: "village-register 1.1, 2.1 (R10)")
    }
}
