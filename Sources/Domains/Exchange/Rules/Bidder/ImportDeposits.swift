package import Kernel
import Registry
package import Storage

package enum BankFileName {}

/// One file of arrivals on the exchange's account.
package typealias BankFileID = Identifier<BankFileName>

/// Takes a bank's file of arrivals (CSV) and records a deposit for every registration its remarks name: all of them or none,
/// and every bad row is reported at once. Rows that name no registration (rent, interest) and those that an earlier file
/// brought are set aside and named.
package struct ImportDeposits: ExchangeCommand {
    /// `reference,date,amount,payer_name,payer_account,remark`; the Chinese headings of the banks are read too.
    package let csv: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        // A whole file is longer than what a person may write into a field.
        let file = pass.personal(
            "csv", { Personal($0.csv.content.map(FileText.init), of: $0.csv.subject) }, of: .unnamed)
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
        var (foreign, known) = ([BankLine](), [BankLine]())
        for line in lines {
            guard let arrival = facts.arrivals[line.reference] else {
                foreign.append(line)
                continue
            }
            guard !line.isKnown(to: arrival) else {
                known.append(line)
                continue
            }
            do throws(Rejection) {
                // A deposit may come in parts, in one file too.
                let before = records.last { $0.bidder.text == line.remark }
                records.append(
                    try line.deposit(arrival, before: before, today: context.now.date))
            } catch {
                bad += error.flattened.map { $0.under("line \(line.line)") }
            }
        }
        if records.isEmpty {
            // Nothing is new in it: somebody took the wrong file, and is told what each row is.
            bad += foreign.map { ExchangeRefusal.bankUnmatched($0.line).under("line \($0.line)") }
            bad += known.map { ExchangeRefusal.arrivalRecorded($0.reference).under("line \($0.line)") }
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        let aside = Set((foreign + known).map(\.line))
        var sum = Money.zero
        for line in lines where !aside.contains(line.line) { sum = try sum.adding(line.amount) }
        return [
            BankFileImported(
                place: facts.desk, lines: Int64(records.count), sum: sum, foreign: foreign.map { Int64($0.line) },
                known: known.map { Int64($0.line) })
        ] + records
    }
}

/// How many arrivals a file brought and how much together; the deposits follow as their own events.
package struct BankFileImported: ExchangeEvent {
    package let place: DivisionID
    package let lines: Int64
    package let sum: Money
    /// Rows of the file that name no registration, and those recorded before, both set aside; by their place in the file.
    package var foreign: [Int64] = []
    package var known: [Int64] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("place", \.place), lines: pass.whole("lines", \.lines, in: CountDomain.self),
            sum: pass.value("sumFen", \.sum), foreign: pass.values("foreign", \.foreign),
            known: pass.values("known", \.known))
    }

    package static let name = "bankFileImported"
    package var division: DivisionID? { place }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
