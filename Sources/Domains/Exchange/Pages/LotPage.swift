import EventLog
import Kernel
import Registry
import Storage
import Web

/// One lot: what it costs now, who leads, when it ends; how it came about; the notice, the bids, the result.
struct LotPage {
    let view: LotView
    /// The reader's own registration, for bidders.
    var own: BidderLine?
    /// The reader's desk is responsible for the lot's place.
    var isOwnPlace = false

    func page(_ request: PageRequest) -> Page {
        let isLive = view.line.state == .auctionRunning
        var parts: [any Component] = [
            Breadcrumb([.init(request(ExchangeText.Page.lots), "/lots"), .init(view.line.assetName)]),
            headline(request), acts(request),
        ]
        if let remark = view.remark {
            parts.append(Callout(.warning, ExchangeText.state(view.line.state), Message(zh: remark, en: remark)))
        }
        if let reason = view.belowFloor {
            let words = [reason, view.signOff ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
            parts.append(Callout(.warning, ExchangeText.Rule.belowFloor, Message(zh: words, en: words)))
        }
        if let after = view.afterBreach { parts.append(nextSteps(after, request)) }
        if isLive { parts += HallSection(view: view, own: own).parts(request) }
        if isLive, !view.bids.isEmpty { parts += bids(request) }
        parts.append(facts(request))
        if !isLive, !view.bids.isEmpty { parts += bids(request) }
        parts.append(timeline(request))
        if !view.papers.isEmpty { parts.append(papers(request)) }
        for notice in view.notices.reversed() { parts.append(section(of: notice)) }
        if !view.objections.isEmpty { parts.append(objections(request)) }
        return Page(
            named: view.line.assetName, request, parts,
            liveSource: isLive ? "/api/v1/lots/\(view.line.id)/events" : nil)
    }

    /// After a breach: who is next and at what, how often it may still be listed, and how the deposit is decided.
    private func nextSteps(_ after: LotView.AfterBreach, _ request: PageRequest) -> Callout {
        let next = after.next.map { MoneyText.offerNext($0.paddle, request.format.money($0.price)) }
        return Callout(
            .info, MoneyText.nextSteps,
            parts: [
                Paragraph(next ?? MoneyText.nobodyNext),
                Paragraph(MoneyText.relist(after.relistsLeft, after.relists)), Paragraph(MoneyText.deposit),
            ])
    }

    private func headline(_ request: PageRequest) -> Headline {
        let format = Format(request.language)
        let unit = request(ExchangeText.unit(view.line.priceUnit))
        let price = view.line.price ?? view.line.startPrice
        let note: Message
        switch view.line.state {
        case .auctionRunning:
            let leader = view.bids.last?.paddle
            note = ExchangeText.Page.running(
                leader: leader, endsAt: view.currentEnd.map { format.instant($0) } ?? "")
        case .listed: note = ExchangeText.Page.listed(until: view.line.closesAt.map { format.instant($0) } ?? "")
        default: note = ExchangeText.state(view.line.state)
        }
        return Headline(
            view.line.price == nil ? ExchangeText.Page.startQuestion : ExchangeText.Page.priceQuestion,
            answer: "<span data-field=\"price\">\(format.money(price))</span> <small>\(unit)</small>", note: note)
    }

    /// What the reader can do here, by role and state.
    private func acts(_ request: PageRequest) -> ActionBar {
        guard let role = request.principal?.role else { return ActionBar(publicActs) }
        var actions: [Action] = []
        if reaches(RegisterBidder.access, role) { actions += publicActs }
        actions += LotAct.all.filter {
            reaches($0.verb.access, role) && $0.states.contains(view.line.state) && $0.fits(view.line.mode)
        }
        .map { Action($0.title, to: $0.path(of: view), isPrimary: !$0.isDangerous) }
        if reaches(FilingRoute.readers, role), view.steps.contains(where: { $0.state == .certified }) {
            actions.append(Action(FilingText.pack, to: FilingRoute.path(of: view.line.id)))
        }
        if reaches(ExchangeDesk.bidderReaders, role) {
            actions.append(Action(ExchangeText.Page.bidders, to: "/lots/\(view.line.id)/bidders"))
        }
        return ActionBar(actions)
    }

    /// Whether what the access says reaches this lot: a desk elsewhere is offered nothing it would be refused.
    private func reaches(_ access: Access, _ role: Role) -> Bool {
        access.reach[role].map { $0 != .own || isOwnPlace } ?? false
    }

    private var publicActs: [Action] {
        switch view.line.state {
        case .listed:
            [Action(ExchangeText.Command.registerBidder, to: "/lots/\(view.line.id)/register", isPrimary: true)]
        case .auctionRunning where view.line.mode.isOpenOutcry || view.line.mode == .descending:
            [Action(ExchangeText.Command.placeBid, to: "/lots/\(view.line.id)/bid", isPrimary: true)]
        default: []
        }
    }

    private func facts(_ request: PageRequest) -> FactList {
        let format = Format(request.language)
        let terms = view.terms
        var facts: [FactList.Fact] = [
            .init(ExchangeText.Field.lot, "\(view.line.id)"),
            .init(ExchangeText.Field.place, HTML.link(view.line.villageName, to: "/villages/\(view.line.village)")),
            .init(ExchangeText.Field.owner, "\(view.ownerName)"),
            .init(ExchangeText.Field.asset, HTML.link(view.line.assetName, to: "/assets/\(view.asset)")),
            .init(ExchangeText.Field.category, "\(request(ExchangeText.category(terms.category)))"),
            .init(ExchangeText.Field.way, "\(request(ExchangeText.way(terms.transferWay)))"),
            .init(ExchangeText.Field.area, "\(format.area(terms.area))"),
            .init(ExchangeText.Field.use, "\(terms.use)"),
            .init(ExchangeText.Field.term, "\(term(format))"),
            .init(ExchangeText.Field.mode, "\(request(ExchangeText.mode(terms.mode)))"),
            .init(ExchangeText.Field.startPrice, "\(format.money(terms.startPrice))"),
            .init(ExchangeText.Field.step, "\(format.money(terms.step))"),
            .init(ExchangeText.Field.extension, "\(format.duration(milliseconds: terms.extensionSeconds * 1_000))"),
            .init(ExchangeText.Field.deposit, "\(format.money(terms.deposit))"),
            .init(ExchangeText.Field.handling, "\(request(ExchangeText.level(view.line.handling)))"),
            .init(ExchangeText.Field.closesAt, view.line.closesAt.map { HTML.time($0, request.language) }),
            .init(ExchangeText.Field.opensAt, view.opensAt.map { HTML.time($0, request.language) }),
        ]
        if view.bidders > 0 { facts.append(.init(ExchangeText.Field.bidders, "\(format.count(view.bidders))")) }
        if let paddle = view.paddle {
            facts.append(.init(ExchangeText.Field.winner, "\(request(ExchangeText.Page.paddle(paddle)))"))
        }
        if let total = view.total { facts.append(.init(ExchangeText.Field.total, "\(format.money(total))")) }
        if let name = view.lesseeName { facts.append(.init(ExchangeText.Field.lessee, "\(name)")) }
        if let contract = view.contract {
            facts.append(.init(ExchangeText.Field.contract, HTML.link(contract.text, to: "/contracts/\(contract)")))
        }
        if let digest = view.fileDigest { facts.append(.init(FilingText.digest, "<code>\(digest)</code>")) }
        return FactList(facts)
    }

    private func term(_ format: Format) -> String {
        let parts = [
            view.terms.startsOn.map { format.date($0) }, view.terms.endsOn.map { "– \(format.date($0))" },
            view.terms.years.map { format.years($0) },
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }

    private func papers(_ request: PageRequest) -> Section {
        Section(
            ExchangeText.Rule.papers,
            [
                DataTable(
                    columns: [.init(ExchangeText.Rule.material), .init(ExchangeText.Field.digest)],
                    rows: view.papers.map {
                        ["\(request(ExchangeText.material($0.material)))", "<code>\($0.digest)</code>"]
                    })
            ])
    }

    private func timeline(_ request: PageRequest) -> Section {
        let steps = view.steps.enumerated().map { position, step in
            let isLast = position == view.steps.count - 1
            let isStopped = [.suspended, .terminated, .withdrawn, .rejected, .failed].contains(step.state)
            return Timeline.Step(
                ExchangeText.state(step.state),
                isStopped ? .stopped : isLast && !step.state.isTerminal ? .current : .done,
                at: step.at)
        }
        return Section(ExchangeText.Page.history, [Timeline(steps)])
    }

    private func bids(_ request: PageRequest) -> [any Component] {
        let format = Format(request.language)
        let rows = view.bids.reversed().prefix(200).map { bid -> [HTML] in
            [
                "\(bid.number)", "\(request(ExchangeText.Page.paddle(bid.paddle)))", "\(format.money(bid.price))",
                HTML.time(bid.at, request.language),
                bid.movedEndTo.map { "\(request(ExchangeText.Page.extendedTo)) \(HTML.time($0, request.language))" }
                    ?? (bid.bySlip ? "\(request(ExchangeText.Page.bySlip))" : ""),
            ]
        }
        return [
            LineChart(
                ExchangeText.Page.course,
                view.bids.map { LineChart.Point($0.at, $0.price.fen, text: format.money($0.price)) }),
            DataTable(
                ExchangeText.Page.bids,
                columns: [
                    .init(ExchangeText.Field.number, .number), .init(ExchangeText.Field.bidder),
                    .init(ExchangeText.Field.price, .number), .init(ExchangeText.Field.time, .number),
                    .init(ExchangeText.Field.remark),
                ], rows: rows),
        ]
    }

    private func section(of notice: LotView.Notice) -> Section {
        Section(
            notice.title,
            [
                Paragraph(notice.text),
                FactList([
                    .init(
                        ExchangeText.Field.digest, "<code>\(Hash(base64: notice.digest)?.hex ?? notice.digest)</code>")
                ]),
            ])
    }

    private func objections(_ request: PageRequest) -> Section {
        Section(
            ExchangeText.Page.objections,
            [
                DataTable(
                    columns: [
                        .init(ExchangeText.Field.number, .number), .init(ExchangeText.Field.time, .number),
                        .init(ExchangeText.Field.decision, .state), .init(ExchangeText.Field.answer),
                    ],
                    rows: view.objections.map { objection in
                        [
                            "\(objection.number)", HTML.time(objection.raisedAt, request.language),
                            objection.decision.map { "\(request(ExchangeText.objection($0)))" }
                                ?? "\(request(ExchangeText.state(.objection)))",
                            "\(objection.answer ?? "")",
                        ]
                    })
            ])
    }
}
