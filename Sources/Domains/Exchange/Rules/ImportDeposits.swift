package import Kernel
import Registry

package enum BankFileName {}
/// One file of arrivals on the exchange's account.
package typealias BankFileID = Identifier<BankFileName>

/// Takes a bank's file of arrivals (CSV) and records a deposit for every registration its remarks name: all rows or none,
/// and every bad row is reported at once.
package struct ImportDeposits: Verb {
    /// `reference,date,amount,payer_name,payer_account,remark`; the Chinese headings of the banks are read too.
    package let csv: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(csv: pass.personal("csv", \.csv, of: .accounts))
    }

    package static let name = "importDeposits"
    package static var title: Message { ExchangeText.Command.importDeposits }
    package static let refusals: [ExchangeRefusal] = [
        .accountShared, .depositTooSmall, .bankColumns, .bankRow, .bankUnmatched, .bankTwice,
    ]

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
                    throw ExchangeRefusal.bankTwice(line.line)
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

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(place: pass.value("place", \.place), lines: pass.value("lines", \.lines), sum: pass.value("sumFen", \.sum))
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

    /// All lines of a file; throws every bad one.
    package static func parse(_ csv: String) throws(Rejection) -> [BankLine] {
        let table = try CSVTable(Array(csv.utf8))
        let names = BankColumn.allCases.map { column in column.names.first { table.has($0) } }
        guard names.allSatisfy({ $0 != nil }) else { throw ExchangeRefusal.bankColumns() }
        var lines: [BankLine] = []
        var bad: [Rejection] = []
        var references: Set<String> = []
        for record in table.records {
            func text(_ column: BankColumn) -> String {
                column.names.compactMap { table.text($0, of: record) }.first ?? ""
            }
            func wrong(_ column: BankColumn) -> Rejection {
                ExchangeRefusal.bankRow(record.row, column.rawValue)
            }
            let amount = try? Money(field: .string(text(.amount)), notation: .typed)
            let date = CivilDate(text(.date))
            var found: [Rejection] = []
            if text(.reference).isEmpty { found.append(wrong(.reference)) }
            if date == nil { found.append(wrong(.date)) }
            if amount.map({ $0 <= .zero }) ?? true { found.append(wrong(.amount)) }
            if text(.account).isEmpty { found.append(wrong(.account)) }
            if text(.remark).isEmpty { found.append(wrong(.remark)) }
            if !references.insert(text(.reference)).inserted {
                found.append(ExchangeRefusal.bankTwice(record.row))
            }
            bad += found
            guard found.isEmpty, let amount, let date else { continue }
            lines.append(
                BankLine(
                    line: record.row, reference: text(.reference), date: date, amount: amount, payerName: text(.name),
                    payerAccount: text(.account), remark: text(.remark)))
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        return lines
    }

    /// The deposit this arrival is; refuses where it fits no registration that waits for one.
    func deposit(_ arrival: ArrivalFacts?) throws(Rejection) -> DepositRecorded {
        guard let arrival, arrival.bidder.deposit.allows(.arrived) else {
            throw ExchangeRefusal.bankUnmatched(line)
        }
        guard amount >= arrival.due else { throw ExchangeRefusal.depositTooSmall(ExchangeText.yuan(arrival.due)) }
        let isMatched = arrival.paysFromOwnAccount && !arrival.accountUsedByAnother
        return DepositRecorded(
            bidder: arrival.bidder.bidder, amount: amount, state: isMatched ? .matched : .arrived,
            isShared: arrival.accountUsedByAnother, payerName: Personal(payerName, of: .accounts),
            payerAccount: Personal(payerAccount, of: .accounts), reference: reference)
    }
}

/// The columns of a bank's file; their headings are in `Text.swift`.
enum BankColumn: String, CaseIterable {
    case reference, date, amount
    case name = "payer_name"
    case account = "payer_account"
    case remark

    var names: [String] { [rawValue, ExchangeText.bankHeading(self)] }
}

/// A registration that a remark names, as far as an arrival depends on it.
package struct ArrivalFacts: Sendable, Hashable {
    package let bidder: BidderRow
    package let due: Money
    package let accountUsedByAnother: Bool
    package let paysFromOwnAccount: Bool
}
