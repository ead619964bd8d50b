package import Kernel

/// The ways in which the room says no; numbers 8001–8999.
package struct SkillsRefusal: DomainRefusal {
    package let statement: RefusalStatement

    package init(_ statement: RefusalStatement) { self.statement = statement }

    package static let all: [SkillsRefusal] = [
        .placeUnknown, .learnerKnown, .nameMissing, .numberMissing, .tooYoung, .consentMissing, .personKnown,
        .learnerUnknown, .learnerErased, .courseOpen, .trainerKnown, .bodyMissing, .courseKnown, .titleMissing,
        .levelMissing, .tooManySeats, .courseUnknown, .courseApproved, .endsBeforeStart, .roomMissing, .roomTooSmall,
        .teacherUnknown, .teacherBusy, .roomBusy, .sessionsOverlap, .ownCourse, .noSessions, .tooFewHours,
        .tooLittlePractice, .courseNotApproved, .courseBegun, .enrolledAlready, .courseFull, .coursesOverlap,
        .notEnrolled, .marksEntered, .sessionUnknown, .deskEntersLater, .stillToCome, .notInItsTime, .signedInAlready,
        .photoUnreadable, .elsewhere, .examTooEarly, .oneExaminer, .examinerUnknown, .mayNotExamine, .examinerTaught,
        .examinerOfProvider, .noExam, .examClosed, .examToCome, .marksMissing, .markedTwice, .attendanceShort,
        .ownMarks, .certificateKnown, .notPassed, .hasCertificate, .numberUnreadable, .listFull, .certificateUnknown,
        .revokedAlready, .paperMissing, .claimKnown, .certificateNotInForce, .notSubsidised, .accountMissing,
        .jobIncomplete, .claimedBefore, .claimedTooOften, .claimUnknown, .claimElsewhere, .ownClaim, .ownCheck,
        .stillPosted, .openFinding, .ownApproval, .referenceMissing, .noSuchFinding, .keyChanged, .noProposal,
        .ownProposal, .trainerUnknown, .accountUnknown, .ownAccount, .accountTaken, .examinerWithoutAccount,
        .notExaminer,
        .signedAlready, .marksChanged, .signatureMissing,
        .replacedAlready, .certificateExpired, .suspendedAlready, .notSuspended, .newNumberMissing,
        .ownApprovalReclaimed, .ownReclaim,
        .amountOutside, .trainerErased, .stillTeaches, .arrivalEntered,
    ]

    static let fromTheList = Message(zh: "请从列表中选择。", en: "Choose one from the list.")
}
