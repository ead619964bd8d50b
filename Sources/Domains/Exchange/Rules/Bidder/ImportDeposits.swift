package import Kernel
import Registry
package import Storage

package enum BankFileName {}

/// One file of arrivals on the exchange's account.
package typealias BankFileID = Identifier<BankFileName>

/// Takes a bank's file of arrivals (CSV) and records a deposit for every registration its remarks name: all rows or none,
/// and every bad row is reported at once.
package struct ImportDeposits: ExchangeCommand {
    /// `reference,date,amount,payer_name,payer_account,remark`; the Chinese headings of the banks are read too.
    package let csv: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        // A whole file is longer than what a person may write into a field.
        let file = pass.personal(
            "csv", { Personal($0.csv.content.map(FileText.init), of: $0.csv.subject) }, of: .accounts)
        return Self(csv: Personal(file.content?.text, of: file.subject))
    }

    package static let name = "importDeposits"
    package static var title: Message { ExchangeText.Command.importDeposits }
    package static let access: Access = .own(.stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .accountShared, .depositTooSmall, .bankColumns, .bankRow, .bankUnmatched, .bankTwice, .arrivalRecorded,
        .datedBefore, .datedAhead,
    ]

    package func stream(_ context: Context) -> StreamID {
        StreamID("bank-file", context.derivedIdentifier(.bankFile, as: BankFileName.self).text)
    }

    package struct Facts: Sendable {
        /// By the bank's reference: the registration that the remark of the arrival names.
        package let arrivals: [String: ArrivalFacts]
        /// The desk's own place.
        package let desk: DivisionID
    }

    package func place(_ state: ExchangeState, _ facts: Facts) -> DivisionID? { facts.desk }

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        let lines = try BankLine.parse(csv.content ?? "")
        var bad: [Rejection] = []
        var records: [DepositRecorded] = []
        for line in lines {
            do throws(Rejection) {
                // A deposit may come in parts, in one file too.
                let before = records.last { $0.bidder.text == line.remark }
                records.append(
                    try line.deposit(
                        facts.arrivals[line.reference], before: before, today: context.now.date))
            } catch {
                bad += error.flattened.map { $0.under("line \(line.line)") }
            }
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        var sum = Money.zero
        for line in lines { sum = try sum.adding(line.amount) }
        return [BankFileImported(place: facts.desk, lines: Int64(records.count), sum: sum)]
            + records
    }
}

/// How many arrivals a file brought and how much together; the deposits follow as their own events.
package struct BankFileImported: ExchangeEvent {
    package let place: DivisionID
    package let lines: Int64
    package let sum: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("place", \.place), lines: pass.whole("lines", \.lines, in: CountDomain.self),
            sum: pass.value("sumFen", \.sum))
    }

    package static let name = "bankFileImported"
    package var division: DivisionID? { place }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
