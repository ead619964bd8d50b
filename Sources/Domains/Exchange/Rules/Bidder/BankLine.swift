package import Kernel
package import Registry

/// One arrival as the bank wrote it.
package struct BankLine: Sendable, Hashable {
    /// The row in the file, from 2.
    package let line: Int
    package let reference: String
    package let date: CivilDate
    package let amount: Money
    package let payerName: String
    package let payerAccount: String
    /// The number of the registration, which the notice asks the payer to write.
    package let remark: String

    /// The arrivals of a file that can be read; throws every bad row where none can (`answers` tells each row's fate).
    package static func parse(_ csv: String) throws(Rejection) -> [BankLine] {
        var lines: [BankLine] = []
        var bad: [Rejection] = []
        for answer in try answers(csv) {
            switch answer.outcome {
            case .setAside: continue
            case .refused(let rejection): bad += rejection.flattened
            case .accepted(let line): lines.append(line)
            }
        }
        if lines.isEmpty, let rejection = Rejection.all(bad) { throw rejection }
        return lines
    }

    private static let reader = TableReader(
        BankColumn.allCases.map { TableColumn($0, $0.names, isRequired: $0.isRequired) })

    /// What becomes of each row of a file. The bank's own bookings, which name no payer, and money that went out are set
    /// aside with preamble, totals and empty rows.
    package static func answers(_ csv: String) throws(Rejection) -> [Table<BankColumn>.Answer<BankLine>] {
        let table: Table<BankColumn>
        do throws(Rejection) {
            table = try reader.read(text: csv)
        } catch {
            // The kernel's answer names what is missing; the domain's, what the file must name.
            throw ExchangeRefusal.bankColumns().with(error.flattened)
        }
        var references: Set<String> = []
        return table.answers { (row) throws(Rejection) in try outcome(row, &references) }
    }

    private static func outcome(_ row: Table<BankColumn>.Row, _ references: inout Set<String>) throws(Rejection)
        -> Table<BankColumn>.Outcome<BankLine>
    {
        func text(_ column: BankColumn) -> String { (try? row.text(column)) ?? "" }
        if text(.name).isEmpty && text(.account).isEmpty { return .setAside(.foreign) }
        var bad: [Rejection] = []
        func tell(_ column: BankColumn, _ error: Rejection? = nil) {
            // Two readings of an amount, and amounts on both sides, are told in their own words.
            let keepsWords = error.map { [1025, 1033].contains($0.number) } ?? false
            if let error, keepsWords {
                bad += error.flattened.map { $0.under("line \(row.line)") }
            } else {
                bad.append(ExchangeRefusal.bankRow(row.line, column.rawValue))
            }
        }
        var amount = Money.zero
        do throws(Rejection) {
            guard let came = try row.incoming(.amount, outgoing: .debit, direction: .direction) else {
                return .setAside(.outgoing)
            }
            amount = came
            if amount <= .zero { tell(.amount) }
        } catch {
            tell(.amount, error)
        }
        let date = try? row.value(.date, as: CivilDate.self)
        if date == nil { tell(.date) }
        for column in [BankColumn.reference, .account, .remark] where text(column).isEmpty { tell(column) }
        if !references.insert(text(.reference)).inserted {
            bad.append(ExchangeRefusal.bankTwice(row.line))
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        guard let date else { return .setAside(.foreign) }
        return .accepted(
            BankLine(
                line: row.line, reference: text(.reference), date: date, amount: amount, payerName: text(.name),
                payerAccount: Folding.code(text(.account)), remark: Folding.code(text(.remark))))
    }

    /// Whether the registration has this very arrival already: statements of the bank overlap.
    func isKnown(to arrival: ArrivalFacts) -> Bool {
        arrival.bidder.deposit.hasArrived && arrival.bidder.reference == reference
            || arrival.known?.arrival.thing == "bidder/\(arrival.bidder.bidder)"
    }

    /// The deposit this arrival makes of what came before it; refuses where it fits no registration that waits for one.
    func deposit(_ arrival: ArrivalFacts, before: DepositRecorded?, today: CivilDate) throws(Rejection)
        -> DepositRecorded
    {
        guard date <= today else { throw ExchangeRefusal.datedAhead.at("csv", date) }
        guard date >= arrival.registeredOn else {
            throw ExchangeRefusal.datedBefore.at("csv", date, arrival.registeredOn)
        }
        let row = arrival.bidder.after(before)
        let isPart = row.deposit == .arrived && row.paid < arrival.due
        guard isPart || row.deposit.allows(.arrived) || row.reference == reference else {
            throw ExchangeRefusal.depositStep(ExchangeText.deposit(row.deposit), ExchangeText.deposit(.arrived))
        }
        let came = Arrival(
            amount: amount, reference: reference, isOwn: arrival.paysFromOwnAccount && !arrival.accountUsedByAnother,
            isShared: arrival.accountUsedByAnother, known: arrival.known)
        let deposit = try came.deposit(of: row, due: arrival.due)
        return DepositRecorded(
            row, deposit, isShared: arrival.accountUsedByAnother, payerName: payerName, payerAccount: payerAccount,
            reference: reference)
    }
}

extension BidderRow {
    /// The registration after an arrival of the same file.
    fileprivate func after(_ record: DepositRecorded?) -> BidderRow {
        guard let record else { return self }
        return BidderRow(
            bidder: bidder, lot: lot, party: party, state: state, deposit: record.state, paddle: paddle,
            isMember: isMember, paid: record.amount, reference: record.reference)
    }
}

/// The columns of a bank's file; their headings are in `Text+Rules.swift`.
package enum BankColumn: String, CaseIterable, Sendable {
    case reference, date, amount
    case name = "payer_name"
    case account = "payer_account"
    case remark
    /// What went out, where the bank has a column of its own for it, and which way the money went, where it says so.
    case debit, direction

    var names: [String] { [rawValue] + ExchangeText.bankHeadings(self) }
    var isRequired: Bool { self != .debit && self != .direction }
}

/// A registration that a remark names, as far as an arrival depends on it.
package struct ArrivalFacts: Sendable, Hashable {
    package let bidder: BidderRow
    package let due: Money
    package let accountUsedByAnother: Bool
    package let paysFromOwnAccount: Bool
    /// Where the same money was entered before.
    package let known: KnownArrival?
    package let registeredOn: CivilDate
}
