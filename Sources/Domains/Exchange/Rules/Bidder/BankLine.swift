import EventLog
package import Kernel
import Registry
import Storage

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
