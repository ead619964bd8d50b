package import Kernel

/// Why the register says no, in order of precedence. Numbers 2000–2999.
package enum RegistryRejection: RejectionReason {
    case fileEmpty
    case fileEncoding(row: Int)
    case fileQuotes(row: Int)
    case fileColumns(row: Int)
    case fileHeader(column: String)
    case rowCode(row: Int, code: String)
    case rowLevel(row: Int, level: String)
    case rowKind(row: Int, kind: String)
    case rowName(row: Int)
    case rowDuplicate(row: Int, code: String, first: Int)
    case rowParentMissing(row: Int, code: String, parent: String)
    case rowOutsideParent(row: Int, code: String, parent: String)
    case rowOutsideScope(row: Int, code: String)
    case rowOlder(row: Int, code: String, since: String)
    case codeUnknown(code: String)
    case codeTaken(code: String)
    case codeLevels(old: String, new: String)
    case mergeNeedsName
    case changeOlder(since: String)
    case divisionUnknown(id: String)
    case divisionClosed(id: String)
    case organisationUnknown(id: String)
    case partyUnknown(id: String)
    case assetUnknown(id: String)
    case contractUnknown(id: String)
    case alreadyRegistered(id: String)
    case officeReserved
    case officeUnknown(id: String)
    case collectiveName
    case wrongLevel
    case secondBody(id: String)
    case creditCodeTaken(id: String)
    case needsPublicName
    case needsCreditCode
    case needsPersonalName
    case publicNameOfPerson
    case nothingPersonal(id: String)
    case alreadyErased(id: String)
    case accountOpen(office: String)
    case stillNeeded(until: String)
    case needsArea
    case needsTerm
    case rightOver(until: String)
    case parcelCorners
    case ownerElsewhere
    case assetDisputed(id: String)
    case assetLeased(id: String, until: String)
    case assetReserved(id: String, lot: String)
    case notHeldByLot(id: String, lot: String)
    case noChange
    case figuresImpossible
    case resolutionInFuture
    case evidenceMissing
    case notDelegable
    case wrongBody
    case quorumMissing(needed: Int64, rule: VotingRule)
    case majorityMissing(needed: Int64, rule: VotingRule)
    case lessorNotOwner
    case termBackwards
    case leaseTooLong(years: Int64, lastDay: String)
    case beyondRight(until: String)
    case wasteTooLong(years: Int64, lastDay: String)
    case amountNotPositive
    case instalmentOrder(number: Int64)
    case instalmentSum(total: Int64, sum: Int64)
    case alreadyAuthenticated(number: String)
    case otherLot
    case notAuthenticated
    case reasonMissing
    case noCounty
    case outOfBounds(lowest: Int64, highest: Int64, article: String)
    case retroactive
    case sourceMissing
    case textMissing

    package var number: Int {
        switch self {
        case .fileEmpty: 2001
        case .fileEncoding: 2002
        case .fileQuotes: 2003
        case .fileColumns: 2004
        case .fileHeader: 2005
        case .rowCode: 2006
        case .rowLevel: 2007
        case .rowKind: 2008
        case .rowName: 2009
        case .rowDuplicate: 2010
        case .rowParentMissing: 2011
        case .rowOutsideParent: 2012
        case .rowOutsideScope: 2013
        case .rowOlder: 2014
        case .codeUnknown: 2015
        case .codeTaken: 2016
        case .codeLevels: 2017
        case .mergeNeedsName: 2018
        case .changeOlder: 2019
        case .divisionUnknown: 2020
        case .divisionClosed: 2021
        case .organisationUnknown: 2022
        case .partyUnknown: 2023
        case .assetUnknown: 2024
        case .contractUnknown: 2025
        case .alreadyRegistered: 2026
        case .officeReserved: 2030
        case .officeUnknown: 2031
        case .collectiveName: 2040
        case .wrongLevel: 2041
        case .secondBody: 2042
        case .creditCodeTaken: 2043
        case .needsPublicName: 2050
        case .needsCreditCode: 2051
        case .needsPersonalName: 2052
        case .publicNameOfPerson: 2053
        case .nothingPersonal: 2054
        case .alreadyErased: 2055
        case .accountOpen: 2056
        case .stillNeeded: 2057
        case .needsArea: 2060
        case .needsTerm: 2061
        case .rightOver: 2062
        case .parcelCorners: 2063
        case .ownerElsewhere: 2064
        case .assetDisputed: 2065
        case .assetLeased: 2066
        case .assetReserved: 2067
        case .notHeldByLot: 2068
        case .noChange: 2069
        case .figuresImpossible: 2080
        case .resolutionInFuture: 2081
        case .evidenceMissing: 2082
        case .notDelegable: 2083
        case .wrongBody: 2084
        case .quorumMissing: 2085
        case .majorityMissing: 2086
        case .lessorNotOwner: 2100
        case .termBackwards: 2101
        case .leaseTooLong: 2102
        case .beyondRight: 2103
        case .wasteTooLong: 2104
        case .amountNotPositive: 2105
        case .instalmentOrder: 2106
        case .instalmentSum: 2107
        case .alreadyAuthenticated: 2120
        case .otherLot: 2121
        case .notAuthenticated: 2122
        case .reasonMissing: 2123
        case .noCounty: 2124
        case .outOfBounds: 2140
        case .retroactive: 2141
        case .sourceMissing: 2142
        case .textMissing: 2143
        }
    }

    package var kind: Rejection.Kind {
        switch self {
        case .fileEmpty, .fileEncoding, .fileQuotes, .fileColumns, .fileHeader, .rowCode, .rowLevel, .rowKind, .rowName,
            .rowDuplicate, .rowParentMissing, .rowOutsideParent, .rowOutsideScope, .codeLevels, .mergeNeedsName,
            .needsPublicName, .needsCreditCode, .needsPersonalName, .publicNameOfPerson, .needsArea, .needsTerm,
            .parcelCorners, .figuresImpossible, .resolutionInFuture, .evidenceMissing, .termBackwards,
            .amountNotPositive, .instalmentOrder, .instalmentSum, .reasonMissing, .sourceMissing, .textMissing:
            .badInput
        case .codeUnknown, .divisionUnknown, .organisationUnknown, .partyUnknown, .assetUnknown, .contractUnknown,
            .officeUnknown:
            .notFound
        case .rowOlder, .codeTaken, .changeOlder, .divisionClosed, .alreadyRegistered, .officeReserved, .secondBody,
            .creditCodeTaken, .assetDisputed, .assetLeased, .assetReserved, .notHeldByLot, .noChange,
            .alreadyErased, .accountOpen, .alreadyAuthenticated, .otherLot, .notAuthenticated, .noCounty:
            .conflict
        default: .refused
        }
    }

    package var field: String? {
        switch self {
        case .rowCode, .rowLevel, .rowKind, .rowName, .rowDuplicate, .rowParentMissing, .rowOutsideParent,
            .rowOutsideScope, .rowOlder:
            "rows"
        case .codeUnknown: "code"
        case .codeTaken, .codeLevels: "newCode"
        case .mergeNeedsName, .collectiveName, .needsPersonalName, .textMissing: "name"
        case .changeOlder: "asOf"
        case .divisionUnknown, .divisionClosed: "division"
        case .organisationUnknown: "organisation"
        case .partyUnknown, .nothingPersonal, .alreadyErased, .accountOpen, .stillNeeded: "party"
        case .assetUnknown, .assetDisputed, .assetLeased, .assetReserved: "asset"
        case .contractUnknown, .alreadyAuthenticated, .notAuthenticated, .noCounty: "contract"
        case .officeReserved, .officeUnknown: "office"
        case .wrongLevel, .secondBody: "kind"
        case .creditCodeTaken, .needsCreditCode: "creditCode"
        case .needsPublicName, .publicNameOfPerson: "publicName"
        case .needsArea: "area"
        case .needsTerm, .rightOver: "rightUntil"
        case .parcelCorners: "parcel"
        case .ownerElsewhere: "owner"
        case .notHeldByLot, .otherLot: "lot"
        case .figuresImpossible, .quorumMissing: "present"
        case .resolutionInFuture: "date"
        case .evidenceMissing: "evidence"
        case .notDelegable, .wrongBody: "body"
        case .majorityMissing: "inFavour"
        case .lessorNotOwner: "lessor"
        case .termBackwards, .leaseTooLong, .beyondRight, .wasteTooLong: "end"
        case .amountNotPositive: "totalFen"
        case .instalmentOrder, .instalmentSum: "instalments"
        case .reasonMissing: "reason"
        case .outOfBounds: "value"
        case .retroactive: "validFrom"
        case .sourceMissing: "source"
        default: nil
        }
    }

    package static var catalogue: [RegistryRejection] {
        [
            .fileEmpty,
            .fileEncoding(row: 2),
            .fileQuotes(row: 7),
            .fileColumns(row: 7),
            .fileHeader(column: "code"),
            .rowCode(row: 3, code: "14040x"),
            .rowLevel(row: 3, level: "villages"),
            .rowKind(row: 3, kind: "city"),
            .rowName(row: 3),
            .rowDuplicate(row: 9, code: "140404101", first: 3),
            .rowParentMissing(row: 3, code: "140404101201", parent: "140404101"),
            .rowOutsideParent(row: 3, code: "140404101201", parent: "140405101"),
            .rowOutsideScope(row: 3, code: "130100"),
            .rowOlder(row: 3, code: "140404", since: "2020-06-30"),
            .codeUnknown(code: "140421"),
            .codeTaken(code: "140404"),
            .codeLevels(old: "140421", new: "140404101"),
            .mergeNeedsName,
            .changeOlder(since: "2020-06-30"),
            .divisionUnknown(id: "p140499"),
            .divisionClosed(id: "p140402"),
            .organisationUnknown(id: "o1"),
            .partyUnknown(id: "p1"),
            .assetUnknown(id: "a1"),
            .contractUnknown(id: "c1"),
            .alreadyRegistered(id: "a1"),
            .officeReserved,
            .officeUnknown(id: "station:yusi"),
            .collectiveName,
            .wrongLevel,
            .secondBody(id: "o1"),
            .creditCodeTaken(id: "o1"),
            .needsPublicName,
            .needsCreditCode,
            .needsPersonalName,
            .publicNameOfPerson,
            .nothingPersonal(id: "p1"),
            .alreadyErased(id: "p1"),
            .accountOpen(office: "bidder-1"),
            .stillNeeded(until: "2059-06-30"),
            .needsArea,
            .needsTerm,
            .rightOver(until: "2020-12-31"),
            .parcelCorners,
            .ownerElsewhere,
            .assetDisputed(id: "a1"),
            .assetLeased(id: "a1", until: "2028-08-31"),
            .assetReserved(id: "a1", lot: "lot-1"),
            .notHeldByLot(id: "a1", lot: "lot-1"),
            .noChange,
            .figuresImpossible,
            .resolutionInFuture,
            .evidenceMissing,
            .notDelegable,
            .wrongBody,
            .quorumMissing(needed: 67, rule: .assembly),
            .majorityMissing(needed: 67, rule: .assembly),
            .lessorNotOwner,
            .termBackwards,
            .leaseTooLong(years: 20, lastDay: "2039-06-30"),
            .beyondRight(until: "2028-08-31"),
            .wasteTooLong(years: 50, lastDay: "2068-12-31"),
            .amountNotPositive,
            .instalmentOrder(number: 2),
            .instalmentSum(total: 72_000_000, sum: 72_000_001),
            .alreadyAuthenticated(number: "140406-2026-T-A2-00037"),
            .otherLot,
            .notAuthenticated,
            .reasonMissing,
            .noCounty,
            .outOfBounds(lowest: 1, highest: 20, article: "Civil Code, art. 705"),
            .retroactive,
            .sourceMissing,
            .textMissing,
        ]
    }
}
