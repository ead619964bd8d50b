package import Kernel
import Registry

package enum WarningName {}
/// The address of a warning: its rule and what it is about, so that the same finding has the same name each day.
package typealias WarningID = Identifier<WarningName>

/// How much a warning weighs (预警级别).
package enum WarningLevel: String, Sendable, Hashable { case blue, yellow, orange, red }

/// One of the rules of supervision that need only what the books know: threshold, level, owner and time to answer are data
/// with a version (domain notes rural-exchange 4.4).
package struct WarningRule: Sendable, Hashable {
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case limit = "W01"
        case split = "W02"
        case cash = "W03"
        case official = "W04"
        case personalAccount = "W05"
        case rent = "W09"
        case month = "W17"
        case bank = "W18"
        case wrongSide = "W20"
        case idleGrant = "W23"
        case reversals = "W24"
    }

    package let code: Code
    package let version: Int64
    package let threshold: Int64
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
                guard cells.count == 10, let code = Code(rawValue: cells[0]), let version = Int64(cells[1]),
                    let threshold = Int64(cells[2]), let level = WarningLevel(rawValue: cells[4]),
                    let owner = Role(rawValue: cells[5]), let days = Int(cells[6])
                else { preconditionFailure("the shipped rules are readable") }
                return WarningRule(
                    code: code, version: version, threshold: threshold, level: level, owner: owner, days: days,
                    name: Message(zh: cells[7], en: cells[8]))
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
    /// What it is about, and where that is found.
    package let about: Message
    package let path: String
    /// Nil while it is open.
    package internal(set) var closure: WarningClosure?

    package var due: CivilDate { since.adding(days: rule.days) }
    package func isLate(on day: CivilDate) -> Bool { closure == nil && due < day }

    init?(_ code: WarningRule.Code, _ subject: String, since: CivilDate, _ about: Message, path: String) {
        let name = "\(code.rawValue.lowercased())-\(subject)"
        guard let id = WarningID(String(name.prefix(64))) else { return nil }
        self.id = id
        rule = WarningRule[code]
        self.since = since
        self.about = about
        self.path = path
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
