import Kernel
import Registry
import Storage
import Web

/// The keys certificates were and are signed with.
struct IssuerPage {
    let keys: [IssuerKey]
    let proposal: (ending: KeyEnding, at: Instant)?

    init(in tx: any ReadTransaction) throws {
        keys = try SkillsQueries.listIssuerKeys(in: tx)
        proposal = try SkillsQueries.findKeyProposal(in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let rows = keys.reversed().map { key -> [HTML] in
            [
                HTML(text: format.count(key.number)),
                key.from.map { HTML.time($0, request.language) } ?? HTML(text: request(IssuerText.beginning)),
                key.until.map { HTML.time($0, request.language) } ?? "",
                (key.ending?.tag ?? IssuerText.inForce).html(request.language),
            ]
        }
        let proposed: [any Component] =
            proposal.map { proposal in
                [
                    FactList([
                        .init(IssuerText.proposed, HTML.time(proposal.at, request.language)),
                        .init(IssuerText.ending, HTML(text: request(proposal.ending.label))),
                    ])
                ]
            } ?? []
        return Page(
            IssuerText.keys, request,
            [
                Breadcrumb([.init(request(SkillsText.title), "/skills"), .init(request(IssuerText.keys))]),
                Headline(
                    IssuerText.whichKey, answer: IssuerText.answer(format.count(keys.count)), note: IssuerText.note,
                    in: request.language), ActionBar(actions(request)),
            ] + proposed + [
                DataTable(
                    columns: [
                        .init(IssuerText.number, .number), .init(IssuerText.from), .init(IssuerText.until),
                        .init(IssuerText.state, .state),
                    ], rows: rows)
            ])
    }

    private func actions(_ request: PageRequest) -> [Action] {
        guard ProposeIssuerKey.isOffered(to: request) else { return [] }
        let rotate = proposal == nil ? [] : [Action(RotateIssuerKey.title, to: "/skills/keys/rotate", isPrimary: true)]
        return rotate + [Action(ProposeIssuerKey.title, to: "/skills/keys/propose")]
    }

    /// The forms: which key ends is what the reader saw in force.
    static let forms = [
        VerbForm(
            "/skills/keys/propose", ProposeIssuerKey.self, note: IssuerText.proposeNote, target: "/skills/keys",
            fields: { request, tx in
                [
                    .hidden("number", "\(try SkillsQueries.listIssuerKeys(in: tx).count)"),
                    .choice(
                        "ending", IssuerText.ending, VerbForm.options(request) { (ending: KeyEnding) in ending.label },
                        value: KeyEnding.scheduled.rawValue),
                ]
            }),
        VerbForm(
            "/skills/keys/rotate", RotateIssuerKey.self, note: IssuerText.rotateNote, target: "/skills/keys",
            fields: { _, tx in [.hidden("number", "\(try SkillsQueries.listIssuerKeys(in: tx).count)")] }),
    ]
}
