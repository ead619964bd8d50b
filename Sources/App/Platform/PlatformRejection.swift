package import Kernel
import Registry

/// The house's own reasons to say no, before or around a module's rules. Numbers 1200–1299.
package enum PlatformRejection: RejectionReason {
    case unknownCommand(name: String)
    case badKey
    case queueFull
    case keyReused(key: String)
    case roleMayNot(command: Message, role: Role)
    case outsideDivision(command: Message)
    case notYours(command: Message)
    case leafTooLarge(limit: Int)
    case fault
    case unknownOffice(office: String)
    case badScenarioLine(line: Int)
    case standingBy
    case olderThanSigned(signed: Int64, found: Int64)
    case notWhatWasSigned(size: Int64)
    case nothingGivenUp
    case clockDoubted(ClockDoubt)
    case storeEmpty(signed: Int64)
    case keysReadable(path: String)
    case personErased
    case dateTooFar(field: String, date: CivilDate, days: ClosedRange<CivilDate>)

    package var number: Int {
        switch self {
        case .unknownCommand: 1201
        case .badKey: 1202
        case .queueFull: 1203
        case .keyReused: 1204
        case .roleMayNot: 1205
        case .outsideDivision: 1206
        case .notYours: 1230
        case .leafTooLarge: 1207
        case .fault: 1208
        case .unknownOffice: 1209
        case .badScenarioLine: 1210
        case .standingBy: 1211
        case .olderThanSigned: 1212
        case .notWhatWasSigned: 1213
        case .nothingGivenUp: 1214
        case .clockDoubted: 1215
        case .storeEmpty: 1216
        case .keysReadable: 1217
        case .personErased: 1238
        case .dateTooFar: 1239
        }
    }

    package var kind: Rejection.Kind {
        switch self {
        case .unknownCommand: .notFound
        case .badKey, .badScenarioLine, .dateTooFar: .badInput
        case .queueFull, .fault, .standingBy, .clockDoubted: .unavailable
        case .keyReused, .olderThanSigned, .notWhatWasSigned, .nothingGivenUp, .storeEmpty, .personErased: .conflict
        case .roleMayNot, .outsideDivision, .notYours, .unknownOffice, .keysReadable: .forbidden
        case .leafTooLarge: .tooLarge
        }
    }

    package var field: String? {
        switch self {
        case .badKey, .keyReused: "key"
        case .unknownCommand: "do"
        case .unknownOffice: "by"
        case .dateTooFar(let field, _, _): field
        default: nil
        }
    }

    package static var catalogue: [PlatformRejection] {
        [
            .unknownCommand(name: "exchange.sellVillage"), .badKey, .queueFull, .keyReused(key: "bid-1"),
            .roleMayNot(command: RecordResolution.title, role: .villager),
            .outsideDivision(command: RegisterAsset.title),
            .leafTooLarge(limit: 16_384), .fault, .unknownOffice(office: "nobody"), .badScenarioLine(line: 3),
            .standingBy, .olderThanSigned(signed: 97, found: 40), .notWhatWasSigned(size: 97), .nothingGivenUp,
            .clockDoubted(
                ClockDoubt(
                    reason: .jumped, machine: Instant(milliseconds: 1_800_000_000_000),
                    expected: Instant(milliseconds: 1_790_000_000_000))), .storeEmpty(signed: 97),
            .keysReadable(path: "keys/log.key"), .notYours(command: RegisterAsset.title),
            .personErased,
            .dateTooFar(
                field: "day", date: CivilDate(dayNumber: 76_700),
                days: CivilDate(dayNumber: 20_423)...CivilDate(dayNumber: 21_155)),
        ]
    }
}
