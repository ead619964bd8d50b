package import Kernel
import Registry
package import Storage

package enum BankFileName {}

/// One file of arrivals on the exchange's account.
package typealias BankFileID = Identifier<BankFileName>

/// Takes a bank's file of arrivals (CSV) and records a deposit for every registration its remarks name. Rows that name none
/// (rent, interest), that an earlier file brought, or that cannot be read or do not fit are set aside and named: a wrong
/// payment of one bidder keeps nobody else out. A file in which nothing is new is refused with the reason of each row.
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
        .depositStep, .datedBefore, .datedAhead,
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
        let sorted = try sorted(facts, context.now.date)
        if sorted.records.isEmpty {
            // Nothing is new in it: somebody took the wrong file, and is told what each row is.
            let reasons =
                sorted.refused.flatMap(\.reason.flattened)
                + sorted.foreign.map { ExchangeRefusal.bankUnmatched($0.line).under("line \($0.line)") }
                + sorted.known.map { line in
                    let words = facts.arrivals[line.reference]?.known?.words ?? ArrivalKind.deposit.label
                    return ExchangeRefusal.arrivalRecorded.at("csv", line.reference, words).under("line \(line.line)")
                }
            if let rejection = Rejection.all(reasons) { throw rejection }
        }
        return [
            BankFileImported(
                place: facts.desk, lines: Int64(sorted.records.count), sum: sorted.sum,
                foreign: sorted.foreign.map { Int64($0.line) }, known: sorted.known.map { Int64($0.line) },
                refused: sorted.refused.map { Int64($0.line) },
                refusedFor: sorted.refused.map { Int64($0.reason.flattened.first?.number ?? $0.reason.number) })
        ] + sorted.records
    }

    /// The rows of a file by what becomes of them.
    private struct Sorted {
        var records: [DepositRecorded] = []
        var sum = Money.zero
        var foreign: [BankLine] = []
        var known: [BankLine] = []
        /// Rows that cannot be read, or bring no deposit although they name a registration.
        var refused: [(line: Int, reason: Rejection)] = []
    }

    private func sorted(_ facts: Facts, _ today: CivilDate) throws(Rejection) -> Sorted {
        var sorted = Sorted()
        for answer in try BankLine.answers(csv.content ?? "") {
            switch answer.outcome {
            case .setAside: continue
            case .refused(let reason): sorted.refused.append((answer.line, reason))
            case .accepted(let line):
                guard let arrival = facts.arrivals[line.reference] else {
                    sorted.foreign.append(line)
                    continue
                }
                guard !line.isKnown(to: arrival) else {
                    sorted.known.append(line)
                    continue
                }
                do throws(Rejection) {
                    // A deposit may come in parts, in one file too.
                    let before = sorted.records.last { $0.bidder.text == line.remark }
                    sorted.records.append(try line.deposit(arrival, before: before, today: today))
                    sorted.sum = try sorted.sum.adding(line.amount)
                } catch {
                    sorted.refused.append((line.line, error.under("line \(line.line)")))
                }
            }
        }
        return sorted
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
    /// Rows that could not be read or did not fit, set aside too, and the number of the refusal of each.
    package var refused: [Int64] = []
    package var refusedFor: [Int64] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("place", \.place), lines: pass.whole("lines", \.lines, in: CountDomain.self),
            sum: pass.value("sumFen", \.sum), foreign: pass.values("foreign", \.foreign),
            known: pass.values("known", \.known), refused: pass.values("refused", \.refused),
            refusedFor: pass.values("refusedFor", \.refusedFor))
    }

    package static let name = "bankFileImported"
    package var division: DivisionID? { place }

    package func change(_ state: inout ExchangeState, at instant: Instant) {}
}
