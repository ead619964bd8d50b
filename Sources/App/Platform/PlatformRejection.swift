package import Kernel

/// The house's own reasons to say no, before or around a module's rules. Numbers 1200–1299.
package enum PlatformRejection: RejectionReason {
    case unknownCommand(name: String)
    case badKey
    case queueFull
    case keyReused(key: String)
    case roleMayNot(command: String, role: Role)
    case outsideDivision(command: String)
    case leafTooLarge(limit: Int)
    case fault
    case unknownOffice(office: String)
    case badScenarioLine(line: Int)
    case standingBy
    case olderThanSigned(signed: Int64, found: Int64)
    case notWhatWasSigned(size: Int64)
    case nothingGivenUp

    package var number: Int {
        switch self {
        case .unknownCommand: 1201
        case .badKey: 1202
        case .queueFull: 1203
        case .keyReused: 1204
        case .roleMayNot: 1205
        case .outsideDivision: 1206
        case .leafTooLarge: 1207
        case .fault: 1208
        case .unknownOffice: 1209
        case .badScenarioLine: 1210
        case .standingBy: 1211
        case .olderThanSigned: 1212
        case .notWhatWasSigned: 1213
        case .nothingGivenUp: 1214
        }
    }

    package var kind: Rejection.Kind {
        switch self {
        case .unknownCommand: .notFound
        case .badKey, .badScenarioLine: .badInput
        case .queueFull, .fault, .standingBy: .unavailable
        case .keyReused, .olderThanSigned, .notWhatWasSigned, .nothingGivenUp: .conflict
        case .roleMayNot, .outsideDivision, .unknownOffice: .forbidden
        case .leafTooLarge: .tooLarge
        }
    }

    package var field: String? {
        switch self {
        case .badKey, .keyReused: "key"
        case .unknownCommand: "do"
        case .unknownOffice: "by"
        default: nil
        }
    }

    package static var catalogue: [PlatformRejection] {
        [
            .unknownCommand(name: "exchange.sellVillage"), .badKey, .queueFull, .keyReused(key: "bid-1"),
            .roleMayNot(command: "exchange.placeBid", role: .villager), .outsideDivision(command: "exchange.draftLot"),
            .leafTooLarge(limit: 16_384), .fault, .unknownOffice(office: "nobody"), .badScenarioLine(line: 3),
            .standingBy, .olderThanSigned(signed: 97, found: 40), .notWhatWasSigned(size: 97), .nothingGivenUp,
        ]
    }
}
