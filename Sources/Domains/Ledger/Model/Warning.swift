package import Kernel
package import Registry

package enum WarningName {}
/// The address of a warning: its rule and what it is about, so that the same finding has the same name each day.
package typealias WarningID = Identifier<WarningName>

/// How much a warning weighs (预警级别).
package enum WarningLevel: String, Sendable, Hashable { case blue, yellow, orange, red }

/// One of the rules of supervision that need only what books and register know: level, owner and time to answer are data
/// with a version, thresholds dated figures of the county (domain notes rural-exchange 4.4).
package struct WarningRule: Sendable, Hashable {
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case limit = "W01"
        case split = "W02"
        case cash = "W03"
        case official = "W04"
        case personalAccount = "W05"
        case noResolution = "W07"
        case noContract = "W08"
        case rent = "W09"
        case expiry = "W10"
        case overTerm = "W11"
        case idleAsset = "W13"
        case unregistered = "W14"
        case winner = "W16"
        case month = "W17"
        case bank = "W18"
        case disclosure = "W19"
        case wrongSide = "W20"
        case debt = "W21"
        case advance = "W22"
        case idleGrant = "W23"
        case reversals = "W24"
        case oddHour = "W25"
        case offPlatform = "W26"

        /// The county's figure it goes by; nil where a rule has none or the law itself says it.
        package var figure: ParameterKey? {
            switch self {
            case .limit: .warningPayment
            case .split: .warningSplitDays
            case .cash: .warningCash
            case .noResolution: .booksResolutionAmount
            case .noContract: .warningContractAmount
            case .rent: .warningRentDays
            case .expiry: .warningExpiryDays
            case .idleAsset: .warningIdleDays
            case .winner: .warningWinner
            case .month: .warningMonthDays
            case .bank: .warningBankDays
            case .disclosure: .warningDisclosureDays
            case .wrongSide: .warningWrongSide
            case .debt: .warningDebt
            case .advance: .warningAdvanceDays
            case .idleGrant: .warningGrantDays
            case .reversals: .warningReversals
            case .oddHour: .warningNightHour
            case .offPlatform: .routingVillageMaxAmount
            case .official, .personalAccount, .overTerm, .unregistered: nil
            }
        }
    }

    package let code: Code
    package let version: Int64
    package let level: WarningLevel
    /// The desk that has to answer.
    package let owner: Role
    /// From the day it was found.
    package let days: Int
    package let name: Message

    /// The shipped rules, in the order of their codes.
    package static let all: [WarningRule] = {
        String(decoding: PackageResources.warning_rules_csv, as: UTF8.self).split(whereSeparator: \.isNewline)
            .dropFirst().map { line in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                guard cells.count == 8, let code = Code(rawValue: cells[0]), let version = Int64(cells[1]),
                    let level = WarningLevel(rawValue: cells[2]), let owner = Role(rawValue: cells[3]),
                    let days = Int(cells[4])
                else { preconditionFailure("the shipped rules are readable") }
                return WarningRule(
                    code: code, version: version, level: level, owner: owner, days: days,
                    name: Message(zh: cells[5], en: cells[6]))
            }
    }()

    static subscript(_ code: Code) -> WarningRule {
        guard let rule = all.first(where: { $0.code == code }) else { preconditionFailure("every code has a rule") }
        return rule
    }
}

/// Something in the books that a rule of supervision points at.
package struct BookWarning: Sendable, Hashable {
    package let id: WarningID
    package let rule: WarningRule
    /// The day from which it stands.
    package let since: CivilDate
    /// What it is about, and where that is found: below the books, or where `isInRegister` in the register.
    package let about: Message
    package let path: String
    package let isInRegister: Bool
    /// Nil while it is open.
    package internal(set) var closure: WarningClosure?

    package var due: CivilDate { since.adding(days: rule.days) }
    package func isLate(on day: CivilDate) -> Bool { closure == nil && due < day }

    init?(
        _ code: WarningRule.Code, _ subject: String, since: CivilDate, _ about: Message, path: String,
        isInRegister: Bool = false
    ) {
        let name = "\(code.rawValue.lowercased())-\(subject)"
        guard let id = WarningID(String(name.prefix(64))) else { return nil }
        self.id = id
        rule = WarningRule[code]
        self.since = since
        self.about = about
        self.path = path
        self.isInRegister = isInRegister
    }
}

/// Who has answered a warning, when and with what.
package struct WarningClosure: Sendable, Hashable {
    package let date: CivilDate
    package let office: OfficeID
    package let note: String
    /// The paper that shows it; nil where the note says all.
    package let paper: String?
}
