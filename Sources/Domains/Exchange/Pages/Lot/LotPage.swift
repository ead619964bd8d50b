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
    /// Of the lot's station; nil where none is published.
    var contact: StationContact?

    func page(_ request: PageRequest) -> Page {
        let isLive = view.line.state == .auctionRunning
        var parts: [any Component] = [crumbs(request), headline(request), acts(request)]
        if let own, view.line.state == .listed { parts.append(registered(own)) }
        if isLive { parts += HallSection(view: view, own: own).parts(request) }
        let dates =
            LotDates.entries(view, request).isEmpty
            ? [] : [Action(ExchangeText.Page.takeDates, to: LotDates.path(of: view.line.id))]
        parts.append(Section(LotWords.progress, [course(request), ActionBar(dates)]))
        parts += remarks
        if let after = view.afterBreach { parts.append(nextSteps(after, request)) }
        if !view.bids.isEmpty { parts += bids(request) }
        let looks = LookPage.actions(view, request, isOwnPlace: isOwnPlace)
        if !looks.isEmpty { parts.append(ActionBar(looks)) }
        if view.outline.corners.count >= 3 {
            let corners = view.outline.corners.map { ParcelMap.Point(east: $0.x, north: $0.y) }
            parts.append(ParcelMap(LotWords.map, [.init(view.line.assetName, corners, isHighlighted: true)]))
        }
        parts += LotFacts(view: view).groups(request)
        if !view.papers.isEmpty { parts.append(papers(request)) }
        for notice in view.notices.reversed() { parts.append(section(of: notice)) }
        if !view.objections.isEmpty { parts.append(objections(request)) }
        if let contact { parts.append(ContactSection(contact: contact).section) }
        parts.append(Details(LotWords.everyStep, [timeline(request)]))
        return Page(
            named: view.line.assetName, request, parts,
            liveSource: isLive ? "/api/v1/lots/\(view.line.id)/events" : nil)
    }

    /// What a registration still waits for.
    private func registered(_ own: BidderLine) -> Callout {
        let isOwing = own.deposit == .required || own.deposit == .declared
        return Callout(
            isOwing ? .warning : .good, ExchangeText.Page.registeredNow,
            isOwing ? ExchangeText.Page.payNext : ExchangeText.Page.waitNext)
    }

    private func crumbs(_ request: PageRequest) -> Breadcrumb {
        Breadcrumb([
            .init(request(ExchangeText.Page.lots), "/lots"),
            .init(view.line.villageName, "/places/\(view.line.village)"), .init(view.line.assetName),
        ])
    }

    private var remarks: [any Component] {
        var parts: [any Component] = []
        if let remark = view.remark {
            parts.append(Callout(.warning, ExchangeText.state(view.line.state), Message(zh: remark, en: remark)))
        }
        for lined in view.lined {
            let words = RedLineText.inside(lined.kind, RedLineWords.area(lined.area))
            parts.append(Callout(lined.kind.forbidsBuilding ? .warning : .info, words))
        }
        if let held = view.holds.first {
            parts.append(
                Callout(
                    .warning, LotWords.held,
                    parts: [
                        Paragraph(LotWords.heldUntilAnswered),
                        ActionBar([Action(LotWords.toNotice, to: "/notices/\(held.notice)")]),
                    ]))
        }
        if let reason = view.belowFloor {
            let words = [reason, view.signOff ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
            parts.append(Callout(.warning, ExchangeText.Rule.belowFloor, Message(zh: words, en: words)))
        }
        return parts
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

    /// The thing's name, its price with unit and total, who leads and how long it still goes.
    private func headline(_ request: PageRequest) -> HTML {
        let (format, language, line) = (request.format, request.language, view.line)
        let label =
            line.price == nil ? LotWords.priceStart : view.contract == nil ? LotWords.priceNow : LotWords.priceReached
        let question =
            line.price == nil
            ? ExchangeText.Page.startQuestion
            : view.contract == nil ? ExchangeText.Page.priceQuestion : ExchangeText.Page.soldQuestion
        let area: HTML = line.area == .zero ? "" : " · \(format.area(line.area))"
        return """
            <header class="headline named"><h1>\(line.assetName) <small>\(question, language)</small></h1>
            <p class="tags">\(Tag(ExchangeText.state(line.state), line.state.tone), language) \
            <span>\(line.villageName) · \(ExchangeText.category(line.category), language)\(area)</span></p>
            <p class="answer"><small>\(label, language)</small> \
            <span data-field="price">\(format.money(line.price ?? line.startPrice))</span> \
            <small>\(LotWords.per(line.priceUnit), language)</small></p>
            <p class="note">\(standing(request))</p></header>

            """
    }

    /// Total over the term, who leads, what is left of the time.
    private func standing(_ request: PageRequest) -> HTML {
        let (format, language) = (request.format, request.language)
        var parts: [HTML] = []
        let term = LotFacts(view: view).term(format)
        let total = view.total ?? (try? view.totalNow)
        if let total, total > .zero { parts.append("\(LotWords.total(format.money(total), term), language)") }
        if view.line.state == .auctionRunning {
            parts.append("\(view.bids.last.map { LotWords.leads($0.paddle) } ?? LotWords.nobody, language)")
        }
        if view.bidders > 0 { parts.append("\(LotWords.registered(format.count(view.bidders)), language)") }
        if let end = view.clockEnd {
            parts.append(
                """
                \(LotWords.clock(view.line.state), language) \(HTML.countdown(to: end, from: request.now, language)) \
                (\(HTML.time(end, language)))
                """)
        }
        return HTML.joined(parts, by: " · ")
    }

    /// The whole way in eight stops, with the day of each and what is still to come.
    private func course(_ request: PageRequest) -> Course {
        let now = LotWords.stops.firstIndex { $0.1.contains(view.line.state) }
        let isStopped = [.suspended, .terminated, .withdrawn, .rejected, .failed, .breached].contains(view.line.state)
        let last = now ?? LotWords.stops.lastIndex { stop in view.steps.contains { stop.1.contains($0.state) } } ?? 0
        return Course(
            LotWords.stops.enumerated().map { position, stop in
                let day = view.steps.first { stop.1.contains($0.state) }.map { request.format.date($0.at) }
                let state: Timeline.Step.State =
                    position < last ? .done : position > last ? .ahead : isStopped ? .stopped : .current
                return Course.Stop(stop.0, state, note: position > last ? nil : day.map { HTML(text: $0) })
            })
    }

    /// What the reader can do here, by role and state.
    private func acts(_ request: PageRequest) -> any Component {
        let all = actions(request)
        guard all.count > 4 else { return ActionBar(all) }
        return HTML(
            [ActionBar(Array(all.prefix(3))), Details(LotWords.whatElse, [ActionBar(Array(all.dropFirst(3)))])],
            request.language)
    }

    private func actions(_ request: PageRequest) -> [Action] {
        guard let role = request.principal?.role else { return publicActs }
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
        if reaches(LaptopPage.access, role), LaptopPage.isOffered(for: view.line) {
            actions.append(Action(LaptopText.title, to: LaptopPage.path(of: view.line.id)))
        }
        // The page is Supervision's, which reads this room; it knows a lot from its listing on.
        let wasListed = view.steps.contains { $0.state == .listed }
        if isOwnPlace, wasListed, [.supervisor, .countyOfficer, .stationReviewer].contains(role) {
            actions.append(Action(ExchangeText.Page.redFlags, to: "/lots/\(view.line.id)/flags"))
        }
        return actions
    }

    /// Whether what the access says reaches this lot: a desk elsewhere is offered nothing it would be refused.
    private func reaches(_ access: Access, _ role: Role) -> Bool {
        access.reach[role].map { $0 != .own || isOwnPlace } ?? false
    }

    private var publicActs: [Action] {
        switch view.line.state {
        case .listed where own != nil: [Action(ExchangeText.Page.mine, to: "/exchange/mine", isPrimary: true)]
        case .listed:
            [Action(ExchangeText.Command.registerBidder, to: "/lots/\(view.line.id)/register", isPrimary: true)]
        case .auctionRunning where view.line.mode.isOpenOutcry || view.line.mode == .descending:
            [Action(ExchangeText.Command.placeBid, to: "/lots/\(view.line.id)/bid", isPrimary: true)]
        default: []
        }
    }

    private func papers(_ request: PageRequest) -> Section {
        Section(
            ExchangeText.Rule.papers,
            [
                DataTable(
                    columns: [.init(ExchangeText.Rule.material), .init(ExchangeText.Field.digest)],
                    rows: view.papers.map {
                        [
                            "\(request(ExchangeText.material($0.material)))",
                            PaperCard($0.digest, request).html(request.language),
                        ]
                    })
            ])
    }

    private func timeline(_ request: PageRequest) -> Timeline {
        let steps = view.steps.enumerated().map { position, step in
            let isLast = position == view.steps.count - 1
            let isStopped = [.suspended, .terminated, .withdrawn, .rejected, .failed].contains(step.state)
            return Timeline.Step(
                ExchangeText.state(step.state),
                isStopped ? .stopped : isLast && !step.state.isTerminal ? .current : .done,
                at: step.at, note: DeskName.html(step.office, step.desk, request.language))
        }
        return Timeline(steps)
    }

    private func bids(_ request: PageRequest) -> [any Component] {
        let format = Format(request.language)
        let rows = view.bids.reversed().prefix(200).map { bid -> [HTML] in
            [
                "\(bid.number)", "\(request(ExchangeText.Page.paddle(bid.paddle)))", "\(format.money(bid.price))",
                HTML.time(bid.at, request.language, toTheSecond: true),
                bid.movedEndTo.map { "\(request(ExchangeText.Page.extendedTo)) \(HTML.time($0, request.language))" }
                    ?? (bid.bySlip ? "\(request(ExchangeText.Page.bySlip))" : ""),
            ]
        }
        let columns: [DataTable.Column] = [
            .init(ExchangeText.Field.number, .number), .init(ExchangeText.Field.bidder),
            .init(ExchangeText.Field.price, .number), .init(ExchangeText.Field.time, .number),
            .init(ExchangeText.Field.remark),
        ]
        let older = Array(rows.dropFirst(10))
        let more: [any Component] =
            older.isEmpty
            ? []
            : [Details(LotWords.allBids(format.count(view.bids.count)), [DataTable(columns: columns, rows: older)])]
        return [
            LineChart(
                ExchangeText.Page.course,
                view.bids.map { LineChart.Point($0.at, $0.price.fen, text: format.money($0.price)) }),
            DataTable(ExchangeText.Page.bids, columns: columns, rows: Array(rows.prefix(10))),
        ] + more
    }

    /// The text in its paragraphs; its digest is folded.
    private func section(of notice: LotView.Notice) -> Section {
        Section(
            notice.title,
            [
                Prose(notice.text),
                Details(
                    LotWords.paperDigest,
                    ["<p><code>\(Hash(base64: notice.digest)?.hex ?? notice.digest)</code></p>" as HTML]),
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
