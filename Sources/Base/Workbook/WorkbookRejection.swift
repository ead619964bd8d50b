package import Kernel

/// What can be wrong with a workbook, as a file and in a cell. Numbers 1100–1129.
package enum WorkbookRejection: RejectionReason {
    case notAWorkbook
    case damaged
    case password
    case swollen
    case tooManyParts(limit: Int)
    case missingPart(name: String)
    case documentType
    case badMarkup(line: Int)
    case oldWorkbook
    case markupFile
    case noSheet(name: String, known: [String])
    case severalSheets(names: [String])
    case tooManyCells(limit: Int)
    case longNumber(cell: String)
    case cellError(cell: String, code: String)
    case uncalculated(cell: String)
    case merged(cell: String, first: String)
    case badDate(cell: String)
    case boolean(cell: String)
    case cellTooLong(cell: String, limit: Int)
    case badCell(cell: String)

    package var number: Int {
        switch self {
        case .notAWorkbook: 1100
        case .damaged: 1101
        case .password: 1102
        case .swollen: 1103
        case .tooManyParts: 1104
        case .missingPart: 1105
        case .documentType: 1106
        case .badMarkup: 1107
        case .oldWorkbook: 1108
        case .markupFile: 1109
        case .noSheet: 1110
        case .severalSheets: 1111
        case .tooManyCells: 1112
        case .longNumber: 1120
        case .cellError: 1121
        case .uncalculated: 1122
        case .merged: 1123
        case .badDate: 1124
        case .boolean: 1125
        case .cellTooLong: 1126
        case .badCell: 1127
        }
    }

    package var kind: Rejection.Kind {
        switch self {
        case .swollen, .tooManyParts, .tooManyCells: .tooLarge
        default: .badInput
        }
    }

    /// The cell, as a spreadsheet names it.
    package var field: String? {
        switch self {
        case .longNumber(let cell), .cellError(let cell, _), .uncalculated(let cell), .merged(let cell, _),
            .badDate(let cell), .boolean(let cell), .cellTooLong(let cell, _), .badCell(let cell):
            cell
        default: nil
        }
    }

    package static var catalogue: [WorkbookRejection] {
        [
            .notAWorkbook, .damaged, .password, .swollen, .tooManyParts(limit: 64),
            .missingPart(name: "xl/workbook.xml"), .documentType, .badMarkup(line: 3), .oldWorkbook, .markupFile,
            .noSheet(name: "2024", known: ["2023"]), .severalSheets(names: ["A", "B"]), .tooManyCells(limit: 300_000),
            .longNumber(cell: "G4"), .cellError(cell: "D7", code: "#N/A"), .uncalculated(cell: "D7"),
            .merged(cell: "B5", first: "B4"), .badDate(cell: "A4"), .boolean(cell: "C3"),
            .cellTooLong(cell: "C3", limit: 32_768), .badCell(cell: "C3"),
        ]
    }
}
