import Kernel
import Registry
import Web

/// The terms of a lot, grouped as one asks for them: the thing, the money, the auction, the outcome.
struct LotFacts {
    let view: LotView

    func groups(_ request: PageRequest) -> [any Component] {
        let groups = [
            (LotWords.thing, thing(request)), (LotWords.money, money(request)), (LotWords.rules, rules(request)),
            (LotWords.outcome, outcome(request)),
        ].filter { !$0.1.isEmpty }
        let sections = groups.map { Section($0.0, [FactList($0.1)]).html(request.language) }
        return ["<div class=\"pair\">\(sections)</div>\n" as HTML]
    }

    private func thing(_ request: PageRequest) -> [FactList.Fact] {
        let (format, terms) = (request.format, view.terms)
        return [
            .init(ExchangeText.Field.asset, HTML.link(view.line.assetName, to: "/assets/\(view.asset)")),
            .init(ExchangeText.Field.place, HTML.link(view.line.villageName, to: "/places/\(view.line.village)")),
            .init(ExchangeText.Field.owner, "\(view.ownerName)"),
            .init(ExchangeText.Field.area, terms.area == .zero ? nil : "\(format.area(terms.area))"),
            .init(ExchangeText.Field.use, "\(terms.use)"), .init(ExchangeText.Field.term, "\(term(format))"),
            .init(ExchangeText.Field.category, "\(request(ExchangeText.category(terms.category)))"),
            .init(ExchangeText.Field.way, "\(request(ExchangeText.way(terms.transferWay)))"),
        ]
    }

    private func money(_ request: PageRequest) -> [FactList.Fact] {
        let (format, terms) = (request.format, view.terms)
        let unit = request(LotWords.per(terms.priceUnit))
        return [
            .init(ExchangeText.Field.startPrice, "\(format.money(terms.startPrice)) <small>\(unit)</small>"),
            .init(ExchangeText.Field.step, "\(format.money(terms.step)) <small>\(unit)</small>"),
            .init(
                ExchangeText.Field.total, "\(format.money(view.total ?? (try? view.totalNow) ?? view.expectedTotal))"),
            .init(ExchangeText.Field.deposit, "\(format.money(terms.deposit))"),
        ]
    }

    private func rules(_ request: PageRequest) -> [FactList.Fact] {
        let (format, terms) = (request.format, view.terms)
        return [
            .init(ExchangeText.Field.mode, "\(request(ExchangeText.mode(terms.mode)))"),
            .init(ExchangeText.Field.extension, "\(format.duration(milliseconds: terms.extensionSeconds * 1_000))"),
            .init(ExchangeText.Field.handling, "\(request(ExchangeText.level(view.line.handling)))"),
            .init(ExchangeText.Field.closesAt, view.line.closesAt.map { HTML.time($0, request.language) }),
            .init(ExchangeText.Field.opensAt, view.opensAt.map { HTML.time($0, request.language) }),
            .init(ExchangeText.Field.lot, "<code>\(view.line.id)</code>"),
        ]
    }

    private func outcome(_ request: PageRequest) -> [FactList.Fact] {
        var facts: [FactList.Fact] = []
        if let paddle = view.paddle {
            facts.append(.init(ExchangeText.Field.winner, "\(request(ExchangeText.Page.paddle(paddle)))"))
        }
        if let name = view.lesseeName { facts.append(.init(ExchangeText.Field.lessee, "\(name)")) }
        if let contract = view.contract {
            facts.append(.init(ExchangeText.Field.contract, HTML.link(contract.text, to: "/contracts/\(contract)")))
        }
        if let digest = view.fileDigest { facts.append(.init(FilingText.digest, "<code>\(digest)</code>")) }
        return facts
    }

    func term(_ format: Format) -> String {
        let parts = [
            view.terms.startsOn.map { format.date($0) }, view.terms.endsOn.map { "– \(format.date($0))" },
            view.terms.years.map { format.years($0) },
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }
}
