import Kernel
import Registry
import Storage
import Web

/// What is owed to the collectives of a place and by them, the oldest first, with the day each claim's time runs out.
struct ClaimsPage {
    private static let most = 20_000

    let path: [Division]
    let lines: [ClaimLine]
    let actions: [Action]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("division", as: DivisionName.self),
            let place = try DivisionQueries.find(id, in: tx)
        else { return nil }
        path = try DivisionQueries.listPath(to: place, in: tx)
        lines = try ClaimQueries.list(within: place.path, limit: Self.most, in: tx)
        actions = try VerbForm.actions([(RecordClaim.self, "/register/claim")], request, at: place.id, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        func sum(_ side: ClaimSide) -> String {
            format.money(lines.filter { $0.claim.side == side }.reduce(Money.zero) { $0 + $1.claim.left })
        }
        return Page(
            CleanupText.debts, request,
            [
                Breadcrumb(path.map { .init($0.name, "/places/\($0.id)/claims") }),
                Headline(
                    CleanupText.debtsQuestion, answer: CleanupText.owed(sum(.claim), sum(.debt)), in: request.language),
                ListTable(
                    request,
                    columns: [
                        .init("party", CleanupText.party), .init("side", CleanupText.side),
                        .init("kind", CleanupText.kindOfClaim), .init("due", CleanupText.dueOn, .number),
                        .init("left", CleanupText.left, .number), .init("barred", CleanupText.barred, .number),
                    ], rows: lines.map { row($0, request) }, most: Self.most,
                    empty: EmptyState(CleanupText.nothingYet)),
                ActionBar(actions),
            ])
    }

    private func row(_ line: ClaimLine, _ request: PageRequest) -> [ListCell] {
        let (format, claim) = (request.format, line.claim)
        return [
            .text(claim.party, to: "/claims/\(claim.id)"), .text(request(claim.side.label)),
            .text(request(claim.kind.label)), .date(claim.due, format), .money(claim.left, format),
            .date(claim.barred, format),
        ]
    }
}

/// One claim or debt and all that became of it.
struct ClaimPage {
    let line: ClaimLine
    let moves: [(move: ClaimMove, amount: Money, at: Instant, other: ClaimID?)]
    let actions: [Action]

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("claim", as: ClaimName.self).flatMap { try ClaimQueries.find($0, in: tx) }.map {
            Belonging(at: $0.claim.place)
        }
    }

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("claim", as: ClaimName.self), let line = try ClaimQueries.find(id, in: tx)
        else { return nil }
        self.line = line
        moves = try ClaimQueries.listMoves(of: id, in: tx)
        let path = "/claims/\(id)"
        let verbs: [(command: any Command.Type, path: String)] = [
            (PayClaim.self, path + "/pay"), (SetOffClaim.self, path + "/setoff"),
            (AcknowledgeClaim.self, path + "/acknowledge"), (WaiveClaim.self, path + "/waive"),
        ]
        actions =
            line.claim.left == .zero
            ? try NameForms.actions(path, line.displayName, isDone: true, request, at: line.claim.place, in: tx)
            : try VerbForm.actions(verbs, request, at: line.claim.place, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let (format, claim) = (request.format, line.claim)
        return Page(
            CleanupText.claim, request,
            [
                Breadcrumb([.init(request(CleanupText.debts), "/places/\(claim.place)/claims"), .init(claim.party)]),
                Headline(CleanupText.claimQuestion, answer: HTML(text: format.money(claim.left))),
                FactList([
                    .init(CleanupText.side, HTML(text: request(claim.side.label))),
                    .init(CleanupText.party, HTML(text: "\(claim.party) \(line.displayName)")),
                    .init(CleanupText.kindOfClaim, HTML(text: request(claim.kind.label))),
                    .init(CleanupText.amount, HTML(text: format.money(claim.opening))),
                    .init(CleanupText.arose, HTML(text: format.date(line.arose))),
                    .init(CleanupText.dueOn, HTML(text: format.date(claim.due))),
                    .init(CleanupText.acknowledged, claim.lastAcknowledged.map { HTML(text: format.date($0)) }),
                    .init(CleanupText.barred, HTML(text: format.date(claim.barred))),
                    .init(CleanupText.proof, HTML(text: request(claim.proof.label))),
                    .init(
                        CleanupText.state,
                        claim.left == .zero
                            ? HTML(text: request(CleanupText.settled))
                            : claim.isDisputed ? HTML(text: request(CleanupText.disputed)) : nil),
                ]),
                Section(CleanupText.movesOfClaim, [history(request)]),
                ActionBar(actions),
            ])
    }

    private func history(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(CleanupText.day, .number), .init(CleanupText.movesOfClaim), .init(CleanupText.amount, .number),
                .init(CleanupText.other),
            ],
            rows: moves.map { move in
                [
                    HTML(text: request.format.date(move.at.date)), HTML(text: request(move.move.label)),
                    HTML(text: request.format.money(move.amount)),
                    move.other.map { HTML.link($0.text, to: "/claims/\($0)") } ?? HTML(text: "—"),
                ]
            }, empty: EmptyState(CleanupText.nothingYet))
    }
}
