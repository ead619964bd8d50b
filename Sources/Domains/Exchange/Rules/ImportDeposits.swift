package import Kernel
import Registry

package enum BankFileName {}
/// One file of arrivals on the exchange's account.
package typealias BankFileID = Identifier<BankFileName>

/// Takes a bank's file of arrivals (rows as banks write them) and records a deposit for every registration its remarks name: all rows or none,
/// and every bad row is reported at once.
package struct ImportDeposits: Verb {
    /// `reference,date,amount,payer_name,payer_account,remark`; the Chinese headings of the banks are read too.
    package let csv: Personal<String>

    package init(csv: Personal<String>) {
        self.csv = csv
    }

    package init(reading reader: inout FieldReader) {
        let file = reader.personal("csv", of: .accounts, as: FileText.self)
        csv = Personal(file.content?.text, of: file.subject)
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("csv", csv)
    }

    package static let name = "importDeposits"
    package static var title: Message { ExchangeText.Command.importDeposits }
    package static let rejections = [3085, 3088, 3110, 3111, 3112, 3113]

    package func stream(_ context: Context) -> StreamID {
        StreamID("bank-file", context.derivedIdentifier("bank-file", as: BankFileName.self).text)
    }

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        let lines = try BankLine.parse(csv.content ?? "")
        var bad: [Rejection] = []
        var records: [DepositRecorded] = []
        var seen: Set<BidderID> = []
        for line in lines {
            do throws(Rejection) {
                let record = try line.deposit(facts.arrivals[line.remark])
                guard seen.insert(record.bidder).inserted else {
                    throw ExchangeRejection.bankTwice(line: line.line).rejection
                }
                records.append(record)
            } catch {
                bad += error.flattened.map { $0.under("line \(line.line)") }
            }
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        var sum = Money.zero
        for record in records { sum = try sum.adding(record.amount) }
        let place = facts.place ?? context.principal.division
        return [.bankFileImported(BankFileImported(place: place, lines: Int64(records.count), sum: sum))]
            + records.map { .depositRecorded($0) }
    }
}

/// How many arrivals a file brought and how much together; the deposits follow as their own events.
package struct BankFileImported: ExchangeEvent {
    package let place: DivisionID
    package let lines: Int64
    package let sum: Money

    package init(place: DivisionID, lines: Int64, sum: Money) {
        self.place = place
        self.lines = lines
        self.sum = sum
    }

    package init(reading reader: inout FieldReader) {
        place = reader.value("place")
        lines = reader.value("lines")
        sum = reader.value("sumFen")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("place", place)
        writer.put("lines", lines)
        writer.put("sumFen", sum)
    }

    package static let name = "bankFileImported"
    package var division: DivisionID? { place }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}

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

    /// All arrivals of a file; throws every bad row. What is no arrival is set aside (`answers` tells each row's fate).
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
        if let rejection = Rejection.all(bad) { throw rejection }
        return lines
    }

    /// What becomes of each row of a file. The bank's own bookings, which name no payer, and money that went out are set
    /// aside with preamble, totals and empty rows.
    package static func answers(_ csv: String) throws(Rejection) -> [Table<BankColumn>.Answer<BankLine>] {
        let reader = TableReader(BankColumn.allCases.map { TableColumn($0, $0.names, isRequired: $0.isRequired) })
        let table: Table<BankColumn>
        do throws(Rejection) {
            table = try reader.read(text: csv)
        } catch {
            // The kernel's answer names what is missing; the domain's, what the file must name.
            throw Rejection(ExchangeRejection.bankColumns, others: error.flattened)
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
                bad.append(ExchangeRejection.bankRow(line: row.line, column: column.rawValue).rejection)
            }
        }
        var amount = Money.zero
        do throws(Rejection) {
            if row.column(.debit) == nil && row.column(.direction) == nil {
                amount = try row.money(.amount)
            } else {
                guard let came = try row.incoming(.amount, outgoing: .debit, direction: .direction) else {
                    return .setAside(.outgoing)
                }
                amount = came
            }
            if amount <= .zero { tell(.amount) }
        } catch {
            tell(.amount, error)
        }
        let date = try? row.value(.date, as: CivilDate.self)
        if date == nil { tell(.date) }
        for column in [BankColumn.reference, .account, .remark] where text(column).isEmpty { tell(column) }
        if !references.insert(text(.reference)).inserted {
            bad.append(ExchangeRejection.bankTwice(line: row.line).rejection)
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        guard let date else { return .setAside(.foreign) }
        return .accepted(
            BankLine(
                line: row.line, reference: text(.reference), date: date, amount: amount, payerName: text(.name),
                payerAccount: Folding.code(text(.account)), remark: Folding.code(text(.remark))))
    }

    /// The deposit this arrival is; refuses where it fits no registration that waits for one.
    func deposit(_ arrival: ArrivalFacts?) throws(Rejection) -> DepositRecorded {
        guard let arrival, arrival.bidder.deposit.allows(.arrived) else {
            throw ExchangeRejection.bankUnmatched(line: line).rejection
        }
        guard amount >= arrival.due else { throw ExchangeRejection.depositTooSmall(due: arrival.due).rejection }
        let isMatched = arrival.paysFromOwnAccount && !arrival.accountUsedByAnother
        return DepositRecorded(
            bidder: arrival.bidder.bidder, amount: amount, state: isMatched ? .matched : .arrived,
            isShared: arrival.accountUsedByAnother, payerName: Personal(payerName, of: .accounts),
            payerAccount: Personal(payerAccount, of: .accounts), reference: reference)
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
}
