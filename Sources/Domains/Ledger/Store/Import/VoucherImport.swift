import EventLog
package import Kernel
package import Registry
package import Storage

/// The two desks of an import: one that makes the vouchers, one of another person that reviews them.
package struct ImportDesks: Sendable, Hashable {
    package let maker: OfficeID
    package let reviewer: OfficeID

    /// `maker` where it is given, else the first desk over the organisation that may make vouchers; the reviewer is a
    /// desk of another person. Throws where there is no such pair.
    package static func find(
        _ organisation: OrganisationID, maker: OfficeID? = nil, in tx: any ReadTransaction
    ) throws -> ImportDesks {
        let rows = try tx.rows(
            """
            SELECT o.id, o.person, o.role FROM organisation g JOIN division d ON d.id = g.division
                JOIN office o ON o.division = d.id OR d.path LIKE '%/' || o.division || '/%'
                JOIN division p ON p.id = o.division
            WHERE g.id = \(organisation) AND o.is_open = 1
            ORDER BY LENGTH(p.path) DESC, o.role DESC, o.id
            """
        ).map { row in
            (
                id: try row.get(0, as: OfficeID.self), person: try row.get(1, as: PersonID.self),
                role: try row.get(2, as: Role.self)
            )
        }
        let makers: Set<Role> = [.villageAccountant, .stationAgent]
        for one in rows where makers.contains(one.role) && (maker == nil || maker == one.id) {
            if let other = rows.first(where: { ReviewDesk.roles.contains($0.role) && $0.person != one.person }) {
                return ImportDesks(maker: one.id, reviewer: other.id)
            }
        }
        throw LedgerRefusal.nobodyImports(organisation.text)
    }
}

/// What is to be done about one voucher of a file.
package enum ImportStep: Sendable {
    case unchanged(VoucherID)
    /// The same content has the same key.
    case submit(any LedgerCommand, key: String)
}

/// Brings the vouchers of a file into the books, one by one, by the verbs of the room: what is there already is left alone,
/// a red one takes back or lowers the voucher it names.
package struct VoucherImport: Sendable {
    package let organisation: OrganisationID
    package let reviewer: OfficeID

    package init(organisation: OrganisationID, reviewer: OfficeID) {
        self.organisation = organisation
        self.reviewer = reviewer
    }

    /// The accounts the file needs and the books could have, parents first, as commands with their keys.
    package func accounts(_ file: VoucherFile, in tx: any ReadTransaction) throws -> [AddSubAccount] {
        let finder = AccountFinder(try BookQueries.accounts(organisation, in: tx))
        return finder.missing(file.vouchers.flatMap(\.lines)).map {
            AddSubAccount(organisation: organisation, code: $0.code, name: $0.name)
        }
    }

    package func step(_ voucher: FileVoucher, in tx: any ReadTransaction) throws -> ImportStep {
        let finder = AccountFinder(try BookQueries.accounts(organisation, in: tx))
        let lines = try voucher.lines.enumerated().map { position, line in
            do throws(Rejection) {
                return VoucherLine(
                    try finder.find(line), debit: line.debit, credit: line.credit,
                    party: line.party.flatMap { PartyID($0) })
            } catch {
                throw error.under("lines[\(position)]")
            }
        }
        let (id, key) = try identify(voucher, lines)
        if try VoucherQueries.exists(id, in: tx) { return .unchanged(id) }
        let summary = voucher.summary.isEmpty ? ImportText.noSummary : voucher.summary
        if voucher.isRed, let original = try original(of: voucher, lines, in: tx) {
            return red(voucher, lines, id, key, original, summary)
        }
        let command = PostVoucher(
            organisation: organisation, voucher: id, date: voucher.date, summary: summary, lines: lines,
            attachments: voucher.attachments, withoutPapers: voucher.withoutPapers, reviewer: reviewer)
        return .submit(command, key: key)
    }

    private func red(
        _ voucher: FileVoucher, _ lines: [VoucherLine], _ id: VoucherID, _ key: String,
        _ original: (id: VoucherID, isWhole: Bool), _ summary: String
    ) -> ImportStep {
        if original.isWhole {
            let command = ReverseVoucher(
                organisation: organisation, voucher: original.id, reversal: id, date: voucher.date,
                reason: ImportText.reversedByFile, reviewer: reviewer)
            return .submit(command, key: key)
        }
        let command = CorrectVoucher(
            organisation: organisation, voucher: original.id, correction: id, date: voucher.date, reason: summary,
            lines: lines, attachments: voucher.attachments, reviewer: reviewer)
        return .submit(command, key: key)
    }

    /// From what the voucher says, so that the same file a second time names the same voucher.
    private func identify(_ voucher: FileVoucher, _ lines: [VoucherLine]) throws -> (VoucherID, key: String) {
        let content: JSON = [
            "organisation": .string(organisation.text), "date": voucher.date.field, "number": .string(voucher.number),
            "summary": .string(voucher.summary), "lines": .array(lines.map { .object($0.openFields) }),
        ]
        let hash = Hash.file(content.canonicalBytes).hex.prefix(32)
        guard let id = VoucherID("import-\(hash)") else { preconditionFailure("hexadecimal digits are an identifier") }
        return (id, "import-\(hash)")
    }

    /// The voucher of the same year that a red one is about: the one it mirrors, else the one whose day it names and whose
    /// accounts and sides it keeps to. Nil where there is none; then a rule of vouchers refuses the red lines.
    private func original(of voucher: FileVoucher, _ lines: [VoucherLine], in tx: any ReadTransaction) throws
        -> (id: VoucherID, isWhole: Bool)?
    {
        let year = AccountingMonth(voucher.date).january
        let named = ImportText.original(in: voucher.summary)
        let mirrored = Self.sides(lines.map(\.reversed))
        var lowered: VoucherID?
        for heading in try candidates(from: year, through: voucher.date, in: tx) {
            let (_, month, day) = heading.date.components
            if let named, named != (month, day) { continue }
            guard let found = try VoucherQueries.find(heading.id, in: tx), found.reversedBy == nil else { continue }
            let sides = Self.sides(found.lines)
            if sides == mirrored { return (found.id, true) }
            if named != nil, lowered == nil, mirrored.keys.allSatisfy({ sides[$0] != nil }) { lowered = found.id }
        }
        return lowered.map { ($0, false) }
    }

    /// What a person made this year and nothing has taken back, the newest first.
    private func candidates(from month: AccountingMonth, through date: CivilDate, in tx: any ReadTransaction) throws
        -> [(id: VoucherID, date: CivilDate)]
    {
        try tx.rows(
            """
            SELECT v.voucher, v.date FROM voucher v
            WHERE v.organisation = \(organisation) AND v.month >= \(month) AND v.date <= \(date)
                AND v.origin IN ('manual', 'closing', 'distribution')
                AND NOT EXISTS (SELECT 1 FROM voucher r WHERE r.reverses = v.voucher)
            ORDER BY v.month DESC, v.number DESC
            """
        ).map { (try $0.get(0), try $0.get(1)) }
    }

    private struct Side: Hashable {
        let account: AccountCode
        let isDebit: Bool
    }

    private static func sides(_ lines: [VoucherLine]) -> [Side: Money] {
        var sums: [Side: Money] = [:]
        for line in lines {
            sums[Side(account: line.account, isDebit: line.debit != nil), default: .zero] +=
                line.debit ?? line.credit ?? .zero
        }
        return sums
    }
}
