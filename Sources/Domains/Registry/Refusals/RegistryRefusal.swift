package import Kernel

/// The ways in which the register says no; numbers 2001–2999.
package struct RegistryRefusal: DomainRefusal {
    package let statement: RefusalStatement

    package init(_ statement: RefusalStatement) { self.statement = statement }

    package static let all: [RegistryRefusal] = [
        .fileEmpty, .fileColumns, .fileHeader, .rowCode, .rowLevel, .rowKind, .rowName,
        .rowDuplicate, .rowParentMissing, .rowOutsideParent, .rowOutsideScope, .rowOlder, .codeUnknown, .codeTaken,
        .codeLevels, .mergeNeedsName, .changeOlder, .divisionUnknown, .divisionClosed, .organisationUnknown,
        .partyUnknown, .assetUnknown, .contractUnknown, .alreadyRegistered, .officeReserved, .officeUnknown,
        .collectiveName, .wrongLevel, .secondBody, .creditCodeTaken, .needsPublicName, .needsCreditCode,
        .needsPersonalName, .publicNameOfPerson, .nothingPersonal, .alreadyErased, .accountOpen, .stillNeeded,
        .bornInFuture,
        .needsArea, .needsTerm, .rightOver, .parcelCorners, .ownerElsewhere, .assetDisputed, .assetLeased,
        .assetReserved, .notHeldByLot, .noChange, .figuresImpossible, .resolutionInFuture, .evidenceMissing,
        .notDelegable, .wrongBody, .quorumMissing, .majorityMissing, .lessorNotOwner, .termBackwards, .leaseTooLong,
        .beyondRight, .wasteTooLong, .amountNotPositive, .instalmentOrder, .instalmentSum, .alreadyAuthenticated,
        .otherLot, .notAuthenticated, .reasonMissing, .noCounty, .outOfBounds, .retroactive, .sourceMissing,
        .textMissing, .bodyOfAnother, .resolutionUsed, .resolutionOfOtherObject, .resolutionUnknown, .identityTaken,
        .memberElsewhere,
        .twinHolds, .scheduleUnclear, .scheduleTotal, .subletToSelf, .subletBeyondTerm, .subletTwice,
        .contractOver, .amendmentInPast, .amendmentMidYear, .rentMissing, .termOverlaps, .subletOutlives,
        .resolutionNeeded, .resolutionUnfit, .outsiderResolution,
        .outlineFaulty, .outlineUnreadable, .parcelTwice, .parcelUnknown, .parcelClosed,
        .parcelNumberTaken, .splitTooFew, .splitNotCovering, .splitOverlaps, .mergeApart,
        .redLineUnknown, .redLineTaken, .redLineOver,
        .cardRetired, .cardChanged, .cardInLot, .cardUnderContract, .cardDrawn, .retiredInFuture, .retiredInLot,
        .retiredUnderContract, .successorMissing, .successorUnfit, .paperUnreadable,
    ]
}
