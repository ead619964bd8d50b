package import Kernel
package import Registry
import Workbook

/// The columns of a working paper; their headings are in `Text+Transition.swift`.
package enum TransitionColumn: String, CaseIterable, Sendable {
    case old, detail, new, name, debit, credit, party, basis
}

/// The working paper of the transition from the old books to the new as a file: a row without a new account is a balance of
/// the old books, one with it says where a part of such a balance goes and why, one without an old account adjusts.
package struct TransitionFile: Sendable {
    package private(set) var old: [OldBalance] = []
    package private(set) var parts: [TransferPart] = []
    package private(set) var rows: [Int] = []
    /// Rows that are set aside or refused.
    package private(set) var others: [ImportRow] = []
    private var names: [AccountCode: String] = [:]

    private enum Line: Sendable {
        case balance(OldBalance)
        case part(TransferPart, name: String)
    }

    package init(_ bytes: [UInt8]) throws(Rejection) {
        let required: Set<TransitionColumn> = [.old, .new, .debit, .credit, .basis]
        let columns = TransitionColumn.allCases.map { column in
            TableColumn(
                column, [column.rawValue] + ImportText.headings(column), isRequired: required.contains(column))
        }
        let table = try TableFile.read(bytes, TableReader(columns))
        for answer in table.answers({ (row) throws(Rejection) in try TransitionFile.line(row) }) {
            switch answer.outcome {
            case .accepted(.balance(let balance)):
                old.append(balance)
                rows.append(answer.line)
            case .accepted(.part(let part, let name)):
                parts.append(part)
                rows.append(answer.line)
                if part.new.text.count > 3, names[part.new]?.isEmpty ?? true { names[part.new] = name }
            case .setAside(let reason): others.append(ImportRow(answer.line, .setAside(reason)))
            case .refused(let rejection): others.append(ImportRow(answer.line, .refused(rejection)))
            }
        }
    }

    private static func line(_ row: Table<TransitionColumn>.Row) throws(Rejection)
        -> Table<TransitionColumn>.Outcome<Line>
    {
        if ImportText.isSum(row.excerpt) { return .setAside(.totals) }
        var problems = RowProblems()
        func text(_ key: TransitionColumn) -> String {
            problems.take { () throws(Rejection) in try row.text(key) } ?? ""
        }
        func code(_ key: TransitionColumn) -> AccountCode? { FileAccount(text(key)).code.flatMap { AccountCode($0) } }
        let debit = problems.take { () throws(Rejection) in try row.optionalMoney(.debit) } ?? nil
        let credit = problems.take { () throws(Rejection) in try row.optionalMoney(.credit) } ?? nil
        let (old, new, detail, basis, name) = (code(.old), code(.new), text(.detail), text(.basis), text(.name))
        let party = text(.party)
        if new != nil, basis.isEmpty { problems.note(KernelRejection.missing(field: row.name(.basis)).rejection) }
        if old == nil, new == nil { problems.note(KernelRejection.missing(field: row.name(.old)).rejection) }
        try problems.finish()
        func present(_ amount: Money?) -> Money? { amount == .zero ? nil : amount }
        guard present(debit) != nil || present(credit) != nil else { return .setAside(.foreign) }
        let own = detail.isEmpty ? nil : detail
        guard let new else {
            guard let old else { return .setAside(.foreign) }
            return .accepted(.balance(OldBalance(old, detail: own, debit: present(debit), credit: present(credit))))
        }
        let part = TransferPart(
            old: old, detail: own, new: new, party: party.isEmpty ? nil : PartyID(party), debit: present(debit),
            credit: present(credit), basis: basis)
        return .accepted(.part(part, name: name.isEmpty ? detail : name))
    }

    /// The command that opens the new books out of the old.
    package func opening(_ organisation: OrganisationID, on start: CivilDate) -> OpenByTransition {
        let own = names.sorted { ($0.key.text.count, $0.key) < ($1.key.text.count, $1.key) }.map {
            SubAccountEntry(code: $0.key, name: $0.value.isEmpty ? $0.key.text : $0.value)
        }
        return OpenByTransition(
            organisation: organisation, startDate: start, subAccounts: own, old: old, parts: parts)
    }
}
