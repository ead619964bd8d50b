import EventLog
import Kernel
import Registry
import Storage
import Web

/// The lines of a voucher beside each other: accounts by code, name or first letters, sums of both sides and their
/// difference, as many rows as are asked for, and templates of typical entries. It makes a draft.
struct VoucherGrid {
    /// Below `/books/{organisation}`.
    static let path = "/voucher-grid"
    private static let most = 80

    let organisation: Organisation
    let picker: AccountPicker
    let parties: [Party]
    let rows: [GridRow]
    let values: [String: String]
    let spending: SpendingFields

    static func route(_ database: any Database) -> Route {
        Route(
            "/books/{organisation}\(path)", BookText.gridTitle, .roles(DraftVoucher.access.roles),
            .upload(
                Upload(
                    commands: [DraftVoucher.fullName],
                    page: { request in
                        try BookDesk.page(request, database) { try VoucherGrid($0, request, in: $1)?.page(request) }
                    },
                    steps: { request in
                        try database.read { tx in
                            guard let organisation = try BookDesk.organisation(request, in: tx),
                                let grid = try VoucherGrid(organisation, request, in: tx)
                            else { return [] }
                            return [{ try grid.act(request) }]
                        }
                    },
                    done: { request, answers in
                        try BookDesk.page(request, database) { organisation, tx in
                            if answers == [.given] { return Self.done(organisation, request) }
                            var rejections: [Rejection] = []
                            if case .refused(let rejection) = answers.first { rejections = [rejection] }
                            let again = request.with(rejections)
                            return try VoucherGrid(organisation, again, in: tx)?.page(again)
                        }
                    })))
    }

    /// Nil where the books are not open.
    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard try BookQueries.find(organisation.id, in: tx) != nil else { return nil }
        self.organisation = organisation
        let picker = AccountPicker(try BookQueries.accounts(organisation.id, in: tx), request.language)
        self.picker = picker
        spending = try SpendingFields(organisation, request, in: tx)
        parties = try PartyQueries.list(within: organisation.division, in: tx)
        var values = request.form.values
        let template = request.query["template"].flatMap { VoucherTemplate[$0] }
        if let template {
            for (position, line) in template.lines.enumerated() {
                values["lines[\(position)].account"] = picker.words(picker.leaf(line))
            }
            values["summary"] = request(template.name)
        }
        if let copied = request.query["copy"].flatMap({ VoucherID($0) }),
            let voucher = try VoucherQueries.find(copied, in: tx), voucher.organisation == organisation.id
        {
            values.merge(Self.values(of: voucher, picker)) { $1 }
        }
        // What a template or a copy leaves open is today, as on an empty form.
        if !values.isEmpty, values["date"] == nil { values["date"] = request.now.date.description }
        self.values = values
        let typed = (0..<Self.most).last { row in
            GridRow.columns.contains { values["lines[\(row)].\($0)"]?.isEmpty == false }
        }
        let asked = request.number("rows", within: 4...Self.most, otherwise: 4)
        rows = (0..<min(Self.most, max(asked, (typed ?? 0) + 1))).map { [values, parties] in
            GridRow($0, values, picker, parties)
        }
    }

    private static func values(of voucher: Voucher, _ picker: AccountPicker) -> [String: String] {
        var values = ["summary": voucher.summary]
        for (position, line) in voucher.lines.prefix(most).enumerated() {
            values["lines[\(position)].account"] = picker.words(line.account)
            values["lines[\(position)].party"] = line.party?.text
            values["lines[\(position)].debitFen"] = line.debit.map { Format.typedMoney(fen: $0.fen) }
            values["lines[\(position)].creditFen"] = line.credit.map { Format.typedMoney(fen: $0.fen) }
        }
        return values
    }

    private var debit: Money { rows.reduce(.zero) { $0 + ($1.debit ?? .zero) } }
    private var credit: Money { rows.reduce(.zero) { $0 + ($1.credit ?? .zero) } }
    private var isReady: Bool { debit == credit && debit != .zero && rows.allSatisfy { $0.rejection == nil } }

    /// The draft these lines make, under the key of the form.
    private func act(_ request: PageRequest) throws -> UploadAct {
        if let rejection = Rejection.all(rows.compactMap(\.rejection)) { throw rejection }
        guard let date = CivilDate(values["date"] ?? "") else {
            throw KernelRejection.badDate(field: "date").rejection
        }
        func typed(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }
        let command = DraftVoucher(
            organisation: organisation.id, date: date, summary: values["summary"] ?? "",
            lines: rows.compactMap(\.line), attachments: Int64(values["attachments"] ?? "") ?? 0,
            withoutPapers: typed("withoutPapers"),
            resolution: typed("resolution").flatMap { ResolutionID($0) }, filing: typed("filing"))
        return .give(
            command: DraftVoucher.fullName, arguments: .object(command.openFields), key: "grid-\(request.form.key)")
    }

    private static func done(_ organisation: Organisation, _ request: PageRequest) -> Page {
        Page(
            BookText.gridTitle, request,
            [
                BookDesk.crumbs(organisation, request, BookText.gridTitle),
                Confirmation(
                    LedgerText.draftVoucher, subject: request.form.values["summary"],
                    [.init(BookText.nextClick, HTML(text: request(BookText.threeHands)))],
                    actions: [
                        Action(BookText.nextVoucher, to: request.path, isPrimary: true),
                        Action(BookText.drafts, to: BookDesk.path(organisation.id, "/drafts")),
                    ]),
            ])
    }

    private func page(_ request: PageRequest) -> Page {
        let kept = request.with(request.form.rejections + rows.compactMap(\.rejection))
        let shown = kept.with(values: values)
        func sum(_ amount: Money) -> HTML { HTML(text: request.money(amount)) }
        let check = GridForm.Button(BookText.addUp, [:], isPrimary: !isReady)
        let give = GridForm.Button(LedgerText.draftVoucher, ["give": "1"], isPrimary: isReady)
        let more = GridForm.Button(BookText.moreLines, ["rows": String(rows.count + 4)])
        let head: [FormField] =
            [
                .date("date", BookText.date, value: request.now.date),
                .text("summary", BookText.summary, hint: BookText.summaryHint, value: values["summary"] ?? ""),
                .number("attachments", BookText.attachments, unit: BookText.sheets, optional: true),
            ]
        let below =
            [.withoutPapers(values["withoutPapers"] ?? "")] + spending.fields(values["resolution"], values["filing"])
        let difference = debit == credit ? BookText.bothEqual : BookText.differsBy(request.money(debit - credit))
        return Page(
            BookText.gridTitle, request,
            [
                BookDesk.crumbs(organisation, request, BookText.gridTitle),
                Headline(
                    BookText.whatToBook,
                    answer: debit == .zero && credit == .zero ? BookText.bookAnswer : difference,
                    note: BookText.threeHands, in: request.language),
                GridForm(
                    shown, head: head, below: below, list: "lines",
                    columns: [
                        .init("account", BookText.account, .pick), .init("debitFen", BookText.debit, .money),
                        .init("creditFen", BookText.credit, .money), .init("party", BookText.party, .pick),
                    ],
                    rows: rows.map(\.typed), totals: [HTML(text: request(difference)), sum(debit), sum(credit), ""],
                    suggestions: [
                        "account": picker.choices.map { ($0.words, $0.initials) },
                        "party": parties.map { (GridRow.words($0), $0.id.text) },
                    ], buttons: isReady ? [give, check, more] : [check, give, more], focus: "summary"),
                Details(BookText.templates, [templates(request)]),
            ])
    }

    private func templates(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [.init(BookText.template), .init(BookText.debit), .init(BookText.credit)],
            rows: VoucherTemplate.all.map { template in
                [
                    HTML.link(request(template.name), to: "\(request.path)?template=\(template.id)"),
                    HTML(text: template.debit.map { picker.words(picker.leaf($0)) }.joined(separator: " · ")),
                    HTML(text: template.credit.map { picker.words(picker.leaf($0)) }.joined(separator: " · ")),
                ]
            })
    }
}

/// One row of the grid, as it was typed and as it was understood.
struct GridRow: Sendable {
    static let columns = ["account", "debitFen", "creditFen", "party"]

    /// A party as the list of the form has it: its name first, for nobody knows its number.
    static func words(_ party: Party) -> String { "\(party.displayName) \(party.id)" }

    let typed: [String: String]
    let debit: Money?
    let credit: Money?
    /// Nil where the row is empty or cannot be read.
    let line: VoucherLine?
    let rejection: Rejection?

    init(_ position: Int, _ values: [String: String], _ picker: AccountPicker, _ parties: [Party]) {
        var typed: [String: String] = [:]
        for column in Self.columns { typed[column] = values["lines[\(position)].\(column)"] }
        var problems: [Rejection] = []
        func money(_ column: String) -> Money? {
            guard let text = typed[column]?.filter({ !$0.isWhitespace }), !text.isEmpty else { return nil }
            do throws(Rejection) {
                return try Money(typed: text)
            } catch {
                problems.append(error.at("lines[\(position)].\(column)"))
                return nil
            }
        }
        let (debit, credit) = (money("debitFen"), money("creditFen"))
        self.debit = debit
        self.credit = credit
        var account: AccountCode?
        let words = (typed["account"] ?? "")[...].trimming { $0.isWhitespace }
        let field = "lines[\(position)].account"
        if !words.isEmpty {
            switch picker.find(words) {
            case .one(let code):
                account = code
                typed["account"] = picker.words(code)
            case .none: problems.append(LedgerRefusal.noAccountLike.at(field, words))
            case .several(let choices):
                let some = choices.prefix(6).map(\.words).joined(separator: " / ")
                problems.append(LedgerRefusal.severalAccounts.at(field, words, some))
            }
        } else if debit != nil || credit != nil {
            problems.append(KernelRejection.missing(field: field).rejection)
        }
        let who = (typed["party"] ?? "")[...].trimming { $0.isWhitespace }
        var party: PartyID?
        if !who.isEmpty {
            let found = parties.filter { Self.words($0) == who || $0.id.text == who || $0.displayName == who }
            party = found.count == 1 ? found.first?.id : nil
            if let one = found.first, found.count == 1 { typed["party"] = Self.words(one) }
            if party == nil { problems.append(LedgerRefusal.partyUnknown.at("lines[\(position)].party", who)) }
        }
        self.typed = typed
        rejection = Rejection.all(problems)
        let isEmpty = account == nil || (debit == nil && credit == nil)
        line = account.flatMap { code in
            isEmpty
                ? nil : VoucherLine(code, debit: debit, credit: credit, party: party)
        }
    }
}

extension AccountPicker {
    /// `code` itself, or the first account below it that takes postings.
    func leaf(_ code: AccountCode) -> AccountCode {
        if choices.contains(where: { $0.code == code }) { return code }
        return choices.first { $0.code.text.hasPrefix(code.text) }?.code ?? code
    }
}

extension PageRequest {
    func with(_ rejections: [Rejection]) -> PageRequest { with(values: form.values, rejections) }

    func with(values: [String: String], _ rejections: [Rejection]? = nil) -> PageRequest {
        PageRequest(
            path: path, parameters: parameters, query: query, language: language, now: now, principal: principal,
            form: FormState(values: values, rejections: rejections ?? form.rejections, key: form.key),
            csrfToken: csrfToken, origin: origin, village: village)
    }
}

/// A typical entry with its accounts (domain notes books, `typical_entries.csv`).
struct VoucherTemplate: Sendable {
    let id: String
    let name: Message
    let debit: [AccountCode]
    let credit: [AccountCode]

    var lines: [AccountCode] { debit + credit }

    static let all: [VoucherTemplate] = {
        String(decoding: PackageResources.voucher_templates_csv, as: UTF8.self).split(whereSeparator: \.isNewline)
            .dropFirst().map { line in
                let columns = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                precondition(columns.count == 5, "the shipped templates are readable")
                func codes(_ text: String) -> [AccountCode] {
                    text.split(separator: " ").compactMap { AccountCode(String($0)) }
                }
                return VoucherTemplate(
                    id: columns[0], name: Message(zh: columns[1], en: columns[2]), debit: codes(columns[3]),
                    credit: codes(columns[4]))
            }
    }()

    static subscript(_ id: String) -> VoucherTemplate? { all.first { $0.id == id } }
}
