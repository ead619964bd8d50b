/// What is wrong with the form of an input, whatever it is about. Numbers 1000–1199.
package enum KernelRejection: RejectionReason {
    case malformedJSON(position: Int)
    case duplicateKey(name: String)
    case tooDeep(limit: Int)
    case notAnInteger(position: Int)
    case notAnObject
    case missing(field: String)
    case wrongType(field: String, expected: Expected)
    case outOfRange(field: String, lowest: Int64, highest: Int64)
    case tooLong(field: String, limit: Int)
    case unknownField(field: String)
    case notAChoice(field: String, choices: [String])
    case badIdentifier(field: String)
    case madeName(field: String)
    case badDate(field: String)
    case badInstant(field: String)
    case badMoney(field: String)
    case badArea(field: String)
    case controlCharacter(field: String)
    case nameWithoutLetters(field: String)
    case badPhone(field: String)
    case identityNumberInText(field: String)
    case instantOutOfRange(field: String)
    case dateOutOfRange(field: String)
    case tableEmpty
    case tableEncoding(line: Int)
    case tableHeading(missing: [String])
    case tableRows(limit: Int)
    case tableCells(expected: Int, found: Int)
    case tableBothSides
    case calendarDay(date: CivilDate, year: Int)
    case calendarIncomplete(date: CivilDate, year: Int)
    case twoReadings(field: String, text: String, first: String, second: String)
    case unknownYear(year: Int)
    case badDivisionCode(text: String)
    case badCreditCode
    case badIdentityNumber
    case tooLarge(limit: Int)

    package var number: Int {
        switch self {
        case .malformedJSON: 1001
        case .duplicateKey: 1002
        case .tooDeep: 1003
        case .notAnInteger: 1004
        case .notAnObject: 1005
        case .missing: 1006
        case .wrongType: 1007
        case .outOfRange: 1008
        case .tooLong: 1009
        case .unknownField: 1010
        case .notAChoice: 1011
        case .badIdentifier: 1012
        case .badDate: 1013
        case .badInstant: 1014
        case .badMoney: 1015
        case .badArea: 1016
        case .controlCharacter: 1017
        case .unknownYear: 1018
        case .badDivisionCode: 1019
        case .badCreditCode: 1020
        case .badIdentityNumber: 1021
        case .tooLarge: 1022
        case .nameWithoutLetters: 1023
        case .badPhone: 1024
        case .twoReadings: 1025
        case .instantOutOfRange: 1026
        case .dateOutOfRange: 1027
        case .tableEmpty: 1028
        case .tableEncoding: 1029
        case .tableHeading: 1030
        case .tableRows: 1031
        case .tableCells: 1032
        case .tableBothSides: 1033
        case .calendarDay: 1034
        case .calendarIncomplete: 1035
        case .madeName: 1040
        case .identityNumberInText: 1041
        }
    }

    package var kind: Rejection.Kind {
        if case .tooLarge = self { .tooLarge } else { .badInput }
    }

    package var field: String? {
        switch self {
        case .missing(let field), .wrongType(let field, _), .outOfRange(let field, _, _), .tooLong(let field, _),
            .unknownField(let field), .notAChoice(let field, _), .badIdentifier(let field), .madeName(let field),
            .badDate(let field),
            .badInstant(let field), .badMoney(let field), .badArea(let field), .controlCharacter(let field),
            .nameWithoutLetters(let field), .badPhone(let field), .twoReadings(let field, _, _, _),
            .instantOutOfRange(let field), .dateOutOfRange(let field), .identityNumberInText(let field):
            field.isEmpty ? nil : field
        default: nil
        }
    }

    package static var catalogue: [KernelRejection] {
        [
            .malformedJSON(position: 17), .duplicateKey(name: "lot"), .tooDeep(limit: 32), .notAnInteger(position: 9),
            .notAnObject, .missing(field: "priceFen"), .wrongType(field: "lines", expected: .list(most: nil)),
            .outOfRange(field: "years", lowest: 1, highest: 70), .tooLong(field: "title", limit: 200),
            .unknownField(field: "prcie"), .notAChoice(field: "mode", choices: ["ascending", "sealed"]),
            .badIdentifier(field: "lot"), .badDate(field: "start"), .badInstant(field: "at"),
            .badMoney(field: "priceFen"), .badArea(field: "area"), .controlCharacter(field: "title"),
            .unknownYear(year: 2031), .badDivisionCode(text: "14040x"), .badCreditCode, .badIdentityNumber,
            .tooLarge(limit: 1_048_576), .nameWithoutLetters(field: "name"), .badPhone(field: "phone"),
            .twoReadings(field: "amount", text: "12,5", first: "12.50", second: "125.00"),
            .instantOutOfRange(field: "closesAt"), .dateOutOfRange(field: "start"),
            .tableEmpty, .tableEncoding(line: 3), .tableHeading(missing: ["date", "amount"]),
            .tableRows(limit: 100_000),
            .tableCells(expected: 6, found: 7), .tableBothSides,
            .calendarDay(date: CivilDate(dayNumber: 20_000), year: 2027),
            .calendarIncomplete(date: CivilDate(dayNumber: 20_820), year: 2027), .madeName(field: "party"),
            .identityNumberInText(field: "summary"),
        ]
    }
}
