import Kernel
import Registry
import Storage
import Web

/// The bank's file of arrivals: each row with what becomes of it and, where it brings no deposit, with what to do next.
/// Nothing is written before the desk confirms; the file is one command.
struct DepositUpload: Sendable {
    static let path = "/exchange/deposits/import"

    let desk: DeskReading

    func route() -> Route {
        Route(
            Self.path, ImportDeposits.title, .roles(ImportDeposits.access.roles),
            .upload(
                Upload(
                    commands: [ImportDeposits.fullName], page: { .page(page($0)) },
                    steps: { request in
                        guard let text = try text(request) else { return [] }
                        let arguments: JSON = ["csv": .string(text)]
                        return [
                            {
                                .give(command: ImportDeposits.fullName, arguments: arguments, key: request.form.key)
                            }
                        ]
                    }, done: { .page(try done($0, $1)) })))
    }

    private func text(_ request: PageRequest) throws -> String? {
        try CarriedFile.bytes(in: request.form).map { try DepositFile.read($0) }
    }

    /// The form; with a file, what would become of its rows.
    private func page(_ request: PageRequest) -> Page {
        do {
            guard let text = try text(request), let principal = request.principal else { return form(request) }
            let rows = try BankLine.answers(text)
            let command = try ImportDeposits.read(["csv": .string(text)], notation: .exact)
            switch try desk.rehearse(command, principal) {
            case .failure(let rejection): return form(request, [Callout(rejection)])
            case .success(let events):
                let fates = Self.fates(of: rows, events)
                let confirm = FormBuilder(
                    request, action: "\(request.path)?give=1", submit: DepositText.take(fates.count { $0.isDeposit }),
                    note: DepositText.takeNote,
                    [CarriedFile.field, CarriedFile.nameField].map { .hidden($0, request.form.values[$0] ?? "") })
                return show(request, DepositText.whatWouldCome, fates, [confirm])
            }
        } catch let rejection as Rejection {
            return form(request, [Callout(rejection)])
        } catch {
            return form(request, [Callout(ExchangeRefusal.bankColumns())])
        }
    }

    private func form(_ request: PageRequest, _ notes: [any Component] = []) -> Page {
        Page(
            ImportDeposits.title, request,
            [
                Headline(
                    ExchangeText.Rule.depositsQuestion, answer: ImportDeposits.title, note: ExchangeText.Rule.csvHint,
                    in: request.language)
            ] + notes + [
                FormBuilder(
                    request, submit: DepositText.look, note: DepositText.lookNote,
                    [.file(CarriedFile.upload, ExchangeText.Rule.csv, accept: ".csv,.txt,.xlsx")])
            ])
    }

    /// The same rows after the file was taken: now those that were set aside are the work that is left.
    private func done(_ request: PageRequest, _ answers: [UploadAnswer]) throws -> Page {
        guard case .given? = answers.first, let text = try text(request), let principal = request.principal else {
            let refused = answers.compactMap { answer -> Callout? in
                if case .refused(let rejection) = answer { Callout(rejection) } else { nil }
            }
            return form(request, refused)
        }
        let rows = try BankLine.answers(text)
        // Asked again, the house knows each arrival it has just taken.
        let command = try ImportDeposits.read(["csv": .string(text)], notation: .exact)
        let bad: [Rejection] =
            if case .failure(let rejection) = try desk.rehearse(command, principal) { rejection.flattened } else { [] }
        let fates = rows.map { row -> Fate in
            switch row.outcome {
            case .setAside(let reason): return Fate(row, reason.text, nil)
            case .refused(let reason): return Fate(row, DepositText.notTaken, Self.words(reason))
            case .accepted(let line):
                let reason = bad.first { $0.field?.hasPrefix("line \(row.line).") == true }
                guard let reason, !Self.isTaken(reason) else {
                    return Fate(row, DepositText.taken, nil, line, isDeposit: true)
                }
                return reason.number == ExchangeRefusal.bankUnmatched.number
                    ? Fate(row, DepositText.foreign, DepositText.foreignNext, line)
                    : Fate(row, DepositText.notTaken, Self.words(reason), line)
            }
        }
        return show(
            request, DepositText.whatCame, fates,
            [ActionBar([Action(ExchangeText.Page.desk, to: "/exchange/desk", isPrimary: true)])])
    }

    /// The registration the row names has this very arrival.
    private static func isTaken(_ reason: Rejection) -> Bool {
        reason.number == ExchangeRefusal.arrivalRecorded.number && reason.field?.hasSuffix(".csv") == true
    }

    /// All reasons of a row and what to do.
    private static func words(_ reason: Rejection) -> Message {
        let parts = reason.flattened.flatMap { [$0.text, $0.next] }
        return Message(zh: parts.map(\.zh).joined(), en: parts.map(\.en).joined(separator: " "))
    }

    /// One row and its end.
    private struct Fate {
        let line: Int
        let excerpt: String
        let words: Message
        let next: Message?
        let arrival: BankLine?
        let isDeposit: Bool

        init(
            _ row: Table<BankColumn>.Answer<BankLine>, _ words: Message, _ next: Message?, _ arrival: BankLine? = nil,
            isDeposit: Bool = false
        ) {
            line = row.line
            excerpt = row.excerpt
            self.words = words
            self.next = next
            self.arrival = arrival
            self.isDeposit = isDeposit
        }
    }

    private static func fates(of rows: [Table<BankColumn>.Answer<BankLine>], _ events: [any Event]) -> [Fate] {
        let file = events.lazy.compactMap { $0 as? BankFileImported }.first
        let (foreign, known) = (Set(file?.foreign ?? []), Set(file?.known ?? []))
        let refused = Dictionary(zip(file?.refused ?? [], file?.refusedFor ?? [])) { first, _ in first }
        return rows.map { row in
            switch row.outcome {
            case .setAside(let reason): return Fate(row, reason.text, nil)
            case .refused(let reason): return Fate(row, DepositText.notTaken, words(reason))
            case .accepted(let line):
                if let number = refused[Int64(row.line)] {
                    return Fate(row, DepositText.notTaken, DepositText.reason(number), line)
                }
                if foreign.contains(Int64(row.line)) {
                    return Fate(row, DepositText.foreign, DepositText.foreignNext, line)
                }
                if known.contains(Int64(row.line)) { return Fate(row, DepositText.known, nil, line) }
                return Fate(row, DepositText.ready, nil, line, isDeposit: true)
            }
        }
    }

    private func show(_ request: PageRequest, _ question: Message, _ fates: [Fate], _ before: [any Component]) -> Page {
        let deposits = fates.count { $0.isDeposit }
        let open = fates.count { $0.next != nil }
        // The work that is left comes first.
        let rows = fates.sorted { ($0.next == nil ? 1 : 0, $0.line) < ($1.next == nil ? 1 : 0, $1.line) }.map {
            fate -> [HTML] in
            let format = request.format
            return [
                HTML(text: format.count(fate.line)),
                HTML(text: fate.arrival.map { "\(format.date($0.date)) \($0.payerName)" } ?? fate.excerpt),
                HTML(text: fate.arrival.map { format.money($0.amount) } ?? ""), HTML(text: fate.arrival?.remark ?? ""),
                Tag(fate.words, fate.next != nil ? .warning : fate.isDeposit ? .good : .neutral).html(request.language),
                HTML(text: fate.next.map { request($0) } ?? "—"),
            ]
        }
        return Page(
            ImportDeposits.title, request,
            [
                Headline(question, answer: DepositText.counts(deposits, open), in: request.language)
            ] + before + [
                DataTable(
                    DepositText.rows,
                    columns: [
                        .init(DepositText.row, .number), .init(DepositText.arrival),
                        .init(ExchangeText.Field.amount, .number), .init(DepositText.remark),
                        .init(DepositText.fate, .state), .init(DepositText.next),
                    ], rows: rows),
                ActionBar([Action(DepositText.otherFile, to: Self.path)]),
            ])
    }
}
