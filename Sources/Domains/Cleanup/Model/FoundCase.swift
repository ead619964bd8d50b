import EventLog
package import Kernel
package import Registry

package enum CaseName {}
/// A contract on a list of a collective: the collective and the row that names it.
package typealias CaseID = Identifier<CaseName>

/// What is done with a contract that has problems.
package enum CasePlan: String, FieldChoice {
    case keep, completePaper, supplement, endByAgreement, endAtTerm, court, relist

    /// Whether the members have to resolve on it before it is done.
    var needsResolution: Bool { self != .keep && self != .court }
}

/// A found contract on its way: found, judged, planned, done.
package struct FoundCase: Sendable {
    package let id: CaseID
    package let organisation: OrganisationID
    package let place: DivisionID
    package internal(set) var terms: FoundTerms
    package internal(set) var lessee: String
    package internal(set) var problems: Set<ProblemCode>
    package internal(set) var plan: CasePlan?
    package internal(set) var isClosed = false

    /// Whom it names, as far as an erasure must know; nobody any more once the name is destroyed.
    package var named: NamedPerson { NamedPerson(place: place, isNamed: !lessee.isEmpty, isOpen: !isClosed) }
}

extension FoundCase {
    package func check(_ invariants: inout Invariants) {
        invariants.hold(!isClosed || plan != nil || problems.isEmpty, "\(id) is done without a plan")
    }
}

extension DataSubject {
    init(ofCase id: CaseID) { self.init(.found, named: id.text) }

    /// Stands for the person until the rule has named them.
    static var nobody: DataSubject { Identifier("unnamed") ?? .example }
}

/// What a list says of a contract, without the people: those are personal values of the event.
package struct FoundTerms: FieldRecord, Hashable {
    /// Row of the list.
    package let row: Int64
    package let group: String
    package let number: String
    package let object: String
    package let category: String
    package let area: Area?
    package let measured: Area?
    package let start: CivilDate?
    package let end: CivilDate?
    package let annual: Money?
    package let oneOff: Money?
    package let inKind: String
    package let paidUntil: CivilDate?
    package let signed: CivilDate?
    package let form: ContractForm
    package let use: String
    package let booking: RentBooking
    package let clause: String
    /// Cells without one reading, by their columns.
    package let unread: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            row: pass.whole("row", \.row, in: SerialNumberDomain.self),
            group: pass.value("group", \.group, standard: ""),
            number: pass.value("number", \.number, standard: ""), object: pass.value("object", \.object, standard: ""),
            category: pass.value("category", \.category, standard: ""), area: pass.optional("area", \.area),
            measured: pass.optional("measured", \.measured), start: pass.optional("start", \.start),
            end: pass.optional("end", \.end), annual: pass.optional("annualFen", \.annual),
            oneOff: pass.optional("oneOffFen", \.oneOff), inKind: pass.value("inKind", \.inKind, standard: ""),
            paidUntil: pass.optional("paidUntil", \.paidUntil), signed: pass.optional("signed", \.signed),
            form: pass.value("form", \.form, standard: .unsaid), use: pass.value("use", \.use, standard: ""),
            booking: pass.value("booking", \.booking, standard: .unsaid),
            clause: pass.value("clause", \.clause, standard: ""), unread: pass.value("unread", \.unread, standard: ""))
    }

    package init(_ row: ContractSheet.Row) {
        let contract = row.contract
        self.init(
            row: Int64(row.row), group: contract.group, number: contract.number, object: contract.object,
            category: contract.category, area: contract.area, measured: contract.measured, start: contract.start,
            end: contract.end, annual: contract.annual, oneOff: contract.oneOff,
            inKind: contract.inKind?.words.zh ?? "", paidUntil: contract.paidUntil, signed: contract.signed,
            form: contract.form, use: contract.use, booking: contract.booking, clause: contract.clause,
            unread: row.unread.map(\.column.rawValue).joined(separator: " "))
    }

    init(
        row: Int64, group: String, number: String, object: String, category: String, area: Area?, measured: Area?,
        start: CivilDate?, end: CivilDate?, annual: Money?, oneOff: Money?, inKind: String, paidUntil: CivilDate?,
        signed: CivilDate?, form: ContractForm, use: String, booking: RentBooking, clause: String, unread: String
    ) {
        self.row = row
        self.group = group
        self.number = number
        self.object = object
        self.category = category
        self.area = area
        self.measured = measured
        self.start = start
        self.end = end
        self.annual = annual
        self.oneOff = oneOff
        self.inKind = inKind
        self.paidUntil = paidUntil
        self.signed = signed
        self.form = form
        self.use = use
        self.booking = booking
        self.clause = clause
        self.unread = unread
    }
}
