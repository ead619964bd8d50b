package import Kernel

/// The ways in which the room says no; numbers 9001–9999.
package struct EnvironmentRefusal: DomainRefusal {
    package let statement: RefusalStatement

    package init(_ statement: RefusalStatement) { self.statement = statement }

    package static let all: [EnvironmentRefusal] = [
        .placeUnknown, .facilityKnown, .nameMissing, .designMissing, .noSuchFacility, .noSuchStandard,
        .standardAssigned, .dayJudgedBefore, .numberMalformed, .numberTaken, .limitKnown, .limitEmpty,
        .conditionUnreadable, .limitBackdated, .sourceMissing, .limitOverlaps, .dayNotOver, .hoursWrong,
        .negativeVolume, .reasonMissing, .noOpenAlarm, .alarmTaken, .alarmWithoutOwner, .closedWithoutWords,
        .sealMalformed, .sealOverlaps, .serialMissing, .rangeMissing, .serialTaken, .noSuchInstrument,
        .instrumentAccepted, .dayAhead, .paperMissing, .checkAhead, .windowOver, .standardMissing, .checkKnown,
        .laboratoryMissing, .pairsFew, .noTolerance, .comparisonKnown, .hoursBackwards, .markWithoutReason,
        .noSuchMark, .markConfirmed, .confirmedByMarker, .stationElsewhere, .orderWaits, .intervalWrong, .hourWrong,
        .itemMissing, .noSuchOrder, .figuresNegative, .moistureMissing, .shaftMalformed, .pipeImpossible, .shaftDrains,
        .pipesLoop, .noSuchPipe, .framesKept, .removalWithoutReason, .framesNotSealed, .framesRemoved, .notExceeding,
        .letterWaits, .demandMissing, .noSuchLetter, .letterAnswered, .ownLetter, .answerIncomplete, .contractUnknown,
        .contractLinked, .contractNotLinked, .unlinkedWithoutReason, .visitWithoutWords, .countNegative, .countedLater,
        .reagentGrew,
    ]
}
