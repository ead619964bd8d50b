import Kernel
import Registry
import Web

/// What a decision on a lot stands on, above the form: why it cannot be taken yet, the papers, the resolution, the price
/// beside the guide price, what was objected, and the text that would be published.
struct LotBasisSection {
    let basis: LotBasis
    let view: LotView

    func parts(_ request: PageRequest) -> [any Component] {
        var parts: [any Component] = []
        if let refusal = basis.refusal { parts.append(Callout(.warning, BasisText.notYet, parts: reasons(refusal))) }
        parts += objections(request)
        if !basis.needs.isEmpty { parts += [prices(request), papers(request)] }
        if let draft = basis.draft {
            parts.append(Section(BasisText.draft, [Paragraph(draft.title), Prose(draft.text)]))
        }
        return parts
    }

    private func reasons(_ refusal: Rejection) -> [any Component] {
        let words = refusal.flattened.flatMap { [Paragraph($0.text), Paragraph($0.next)] as [any Component] }
        let lacksResolution = refusal.flattened.contains { $0.number == ExchangeRefusal.resolutionMissing.number }
        guard lacksResolution, view.resolutions.isEmpty else { return words }
        return words + [ActionBar([Action(RecordResolution.title, to: "/register/resolution")])]
    }

    private func objections(_ request: PageRequest) -> [any Component] {
        basis.objections.sorted { $0.key < $1.key }.map { number, words in
            Section(BasisText.objection(number), [Prose(words.map { Message(zh: $0, en: $0) } ?? BasisText.noWords)])
        }
    }

    private func prices(_ request: PageRequest) -> FactList {
        let format = request.format
        var facts: [FactList.Fact] = []
        if let floor = basis.floor {
            let isBelow = view.terms.startPrice < floor
            let tag = Tag(isBelow ? BasisText.below : BasisText.notBelow, isBelow ? .bad : .good)
            facts.append(.init(BasisText.floor, "\(format.money(floor)) \(tag, request.language)"))
        }
        let resolution: HTML =
            basis.resolution.map { found in
                """
                \(format.date(found.date)) · \(request(found.matter.label)) · \
                \(BasisText.votes(found.inFavour, of: found.entitled), request.language)
                """
            } ?? Tag(BasisText.noResolution, .warning).html(request.language)
        facts.append(.init(BasisText.resolution, resolution))
        return FactList(facts)
    }

    private func papers(_ request: PageRequest) -> DataTable {
        DataTable(
            BasisText.papers(missing: basis.missing),
            columns: [.init(ExchangeText.Rule.material), .init(BasisText.standing, .state)],
            rows: basis.needs.map { need in
                ["\(request(ExchangeText.material(need.material)))", standing(need.standing, request)]
            })
    }

    private func standing(_ standing: LotBasis.Need.Standing, _ request: PageRequest) -> HTML {
        switch standing {
        case .handedIn(let digest): PaperCard(digest, request).html(request.language)
        case .inRegister: Tag(BasisText.inRegister, .good).html(request.language)
        case .missing: Tag(BasisText.missing, .bad).html(request.language)
        }
    }
}
