import Kernel
import Registry
import Storage
import Web

/// The claims of a village: each with what it waits for, and the reader's own next act.
struct ClaimListPage {
    let organisation: Organisation
    let claims: [ExpenseClaim]
    let payees: [PartyID: String]

    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard try BookQueries.find(organisation.id, in: tx) != nil else { return nil }
        self.organisation = organisation
        claims = try ClaimQueries.list(organisation.id, in: tx)
        payees = try ClaimPage.payees(claims, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let open = claims.filter { $0.state != .paid }
        var actions: [Action] = []
        if request.may(SubmitClaim.self) {
            actions.append(
                Action(LedgerText.submitClaim, to: BookDesk.path(organisation.id, "/claim-form"), isPrimary: true))
        }
        if request.may(PayClaims.self), claims.contains(where: { $0.state == .approved }) {
            actions.append(
                Action(LedgerText.payClaims, to: BookDesk.path(organisation.id, "/claim-payment"), isPrimary: true))
        }
        return Page(
            ClaimText.claims, request,
            [
                BookDesk.crumbs(organisation, request, ClaimText.claims),
                Headline(
                    ClaimText.which,
                    answer: ClaimText.answer(open.count, request.money(open.reduce(.zero) { $0 + $1.amount })),
                    in: request.language),
                ActionBar(actions),
                DataTable(
                    columns: [
                        .init(ClaimText.matter), .init(BookText.date, .number), .init(ClaimText.payee),
                        .init(BookText.amount, .number), .init(BookText.state, .state), .init(BookText.acts),
                    ], rows: claims.map { row($0, request) }, empty: EmptyState(ClaimText.none)),
            ])
    }

    private func row(_ claim: ExpenseClaim, _ request: PageRequest) -> [HTML] {
        [
            HTML.link(claim.matter, to: BookDesk.path(organisation.id, "/claims/\(claim.id)")),
            HTML(text: request.format.date(claim.date)), HTML(text: payees[claim.payee] ?? claim.payee.text),
            HTML(text: request.money(claim.amount)), claim.tag.html(request.language),
            HTML.acts(claim.acts(request, organisation.id).map { (request($0.label), $0.path) }),
        ]
    }
}

/// One claim: its paper, how far it is, whose hands were on it.
struct ClaimPage {
    let organisation: Organisation
    let claim: ExpenseClaim
    let payee: String
    let account: PayeeAccount?
    /// How the voucher stands that was drafted for it.
    let draft: DraftState?
    let resolution: Resolution?
    private let desks: [String: String]

    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let claim = try Self.find(organisation, request, in: tx) else { return nil }
        self.organisation = organisation
        self.claim = claim
        payee = try PartyQueries.findDisplayName(claim.payee, in: tx) ?? claim.payee.text
        account = try PayeeAccountQueries.find(claim.payee, organisation.id, in: tx)
        resolution = try claim.resolution.flatMap { try ResolutionQueries.find($0, in: tx) }
        draft = try claim.draft.flatMap { try DraftQueries.find($0, in: tx)?.state }
        desks = try OfficeQueries.titles(of: Array(Set(claim.hands.map(\.office.text))), in: tx)
    }

    static func find(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws
        -> ExpenseClaim?
    {
        guard let id = request.identifier("claim", as: ClaimName.self),
            let claim = try ClaimQueries.find(id, in: tx), claim.organisation == organisation.id
        else { return nil }
        return claim
    }

    static func payees(_ claims: [ExpenseClaim], in tx: any ReadTransaction) throws -> [PartyID: String] {
        var names: [PartyID: String] = [:]
        for party in Set(claims.map(\.payee)) { names[party] = try PartyQueries.findDisplayName(party, in: tx) }
        return names
    }

    func page(_ request: PageRequest) -> Page {
        Page(
            ClaimText.claim, request,
            [
                BookDesk.crumbs(organisation, request, ClaimText.claims),
                Headline(
                    ClaimText.claim,
                    answer: Message(
                        zh: "\(claim.matter) · \(request.money(claim.amount))",
                        en: "\(claim.matter) · \(request.money(claim.amount))"),
                    note: claim.reason.map { Message(zh: $0, en: $0) }, in: request.language),
                Course(stops(request)), facts(request), PaperCard(claim.photo, request),
                ActionBar(
                    (claim.acts(request, organisation.id) + acts(request)).map {
                        Action($0.label, to: $0.path, isPrimary: $0.isFirst)
                    }),
                Section(ClaimText.hands, [hands(request)]),
            ])
    }

    /// What may have to be put right on the way to the bank and back.
    private func acts(_ request: PageRequest) -> [(label: Message, path: String, isFirst: Bool)] {
        guard let reader = request.principal else { return [] }
        let path = BookDesk.path(organisation.id, "/claims/\(claim.id)")
        var acts: [(label: Message, path: String, isFirst: Bool)] = []
        let isBeforePaying = claim.state == .submitted || claim.state == .returned
        if isBeforePaying || account == nil, request.may(RegisterPayeeAccount.self) {
            acts.append((LedgerText.registerPayeeAccount, path + "/account", account == nil))
        }
        if claim.state == .paid, draft == .withdrawn, !claim.hasEarlierHand(of: reader.person),
            request.may(RedraftClaim.self)
        {
            acts.append((LedgerText.redraftClaim, path + "/redraft", true))
        }
        if claim.state == .sent || claim.state == .paid, request.may(SendBackPayment.self) {
            acts.append((LedgerText.sendBackPayment, path + "/sent-back", false))
        }
        return acts
    }

    private func stops(_ request: PageRequest) -> [Course.Stop] {
        let acts = [ClaimAct.submit] + claim.steps.compactMap { ClaimAct(rawValue: $0.rawValue) } + [.pay, .book]
        let done = Dictionary(claim.standing.map { ($0.act, $0) }) { $1 }
        let next = acts.first { done[$0] == nil }
        return acts.map { act in
            let state: Timeline.Step.State =
                done[act] != nil ? .done : claim.state == .returned ? .stopped : act == next ? .current : .ahead
            return Course.Stop(
                ClaimText.act(act), state, note: done[act].map { HTML(text: request.format.date($0.date)) })
        }
    }

    private func facts(_ request: PageRequest) -> FactList {
        func path(_ rest: String) -> String { BookDesk.path(organisation.id, rest) }
        var facts: [FactList.Fact] = [
            .init(BookText.organisation, HTML(text: organisation.name)),
            .init(ClaimText.dayOfPaper, HTML(text: request.format.date(claim.date))),
            .init(PaymentText.kind, HTML(text: request(claim.kind.label))),
            .init(ClaimText.payee, HTML(text: payee)),
            .init(
                PaymentText.account,
                HTML(text: account.map { "\($0.bank) \($0.masked)" } ?? request(PaymentText.noAccount))),
            .init(BookText.amount, HTML(text: request.money(claim.amount))),
            .init(BookText.inCapitals, HTML(text: CapitalAmount.words(claim.amount))),
            .init(BookText.state, claim.tag.html(request.language)),
        ]
        if let invoice = claim.invoice { facts.append(.init(ClaimText.invoice, HTML(text: invoice.text))) }
        if let contract = claim.contractNumber { facts.append(.init(SpendingText.contract, HTML(text: contract))) }
        facts += SpendingFields.facts(resolution, claim.filing, request)
        if let payment = claim.payment, request.may(PayClaims.self) {
            facts.append(
                .init(
                    ClaimText.payment,
                    HTML.link(request(ClaimText.bankFile), to: path("/payments/\(payment)/bank.csv"))))
        }
        if let line = claim.line { facts.append(.init(ClaimText.line, HTML(text: line.text))) }
        if claim.draft != nil, claim.state == .paid {
            facts.append(.init(ClaimText.proposed, HTML.link(request(BookText.drafts), to: path("/drafts"))))
        }
        return FactList(facts)
    }

    private func hands(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [.init(BookText.date, .number), .init(ClaimText.act), .init(ClaimText.hand)],
            rows: claim.hands.map {
                [
                    HTML(text: request.format.date($0.date)), HTML(text: request(ClaimText.act($0.act))),
                    DeskName.html($0.office.text, desks[$0.office.text], request.language),
                ]
            })
    }
}

extension ExpenseClaim {
    var tag: Tag {
        let tone: Tag.Tone =
            switch state {
            case .submitted, .approved, .sent: .warning
            case .returned: .bad
            case .paid: .good
            }
        return Tag(ClaimText.state(state), tone)
    }

    /// What the reader may do with it now: nothing that would be refused.
    func acts(_ request: PageRequest, _ organisation: OrganisationID) -> [(label: Message, path: String, isFirst: Bool)]
    {
        guard let reader = request.principal else { return [] }
        let path = BookDesk.path(organisation, "/claims/\(id)")
        let isFresh = !hasHand(of: reader.person)
        var acts: [(label: Message, path: String, isFirst: Bool)] = []
        if state == .submitted, isFresh, nextStep?.roles.contains(reader.role) == true {
            acts.append((LedgerText.approveClaim, path + "/approve", true))
        }
        if state == .submitted || state == .approved, request.may(ReturnClaim.self) {
            acts.append((LedgerText.returnClaim, path + "/return", false))
        }
        if state == .returned, claimant == reader.person, request.may(SubmitClaim.self) {
            acts.append((LedgerText.submitClaim, path + "/again", true))
        }
        if state == .sent, isFresh, request.may(BookClaim.self) {
            acts.append((LedgerText.bookClaim, path + "/book", true))
        }
        return acts
    }
}

/// What the bank is to pay, a row for each claim.
struct PaymentFile {
    let bytes: [UInt8]

    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let payment = request.identifier("payment", as: PaymentName.self) else { return nil }
        let claims = try ClaimQueries.list(of: payment, in: tx).filter { $0.organisation == organisation.id }
        guard !claims.isEmpty else { return nil }
        let payees = try ClaimPage.payees(claims, in: tx)
        var accounts: [PartyID: PayeeAccount] = [:]
        for payee in Set(claims.map(\.payee)) {
            accounts[payee] = try PayeeAccountQueries.find(payee, organisation.id, in: tx)
        }
        let rows = claims.sorted { $0.id < $1.id }.map { [accounts] claim in
            BankFile.Row(
                batch: payment.text, from: claim.account?.text ?? "", payee: payees[claim.payee] ?? claim.payee.text,
                number: accounts[claim.payee]?.number ?? "", bank: accounts[claim.payee]?.bank ?? "",
                amount: claim.amount, purpose: claim.matter, document: claim.id.text)
        }
        bytes = BankFile(rows, document: ClaimText.document, in: request.language).bytes
    }
}
