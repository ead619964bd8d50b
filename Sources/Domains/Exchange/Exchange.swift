package import Kernel
package import Registry
import Storage

/// The exchange: collective and household rights are offered in the open, under one notice, to whoever bids best.
///
/// Legal basis: Rural Land Contracting Law arts. 36–53; Rural Collective Economic Organisation Law; Civil Code art. 705;
/// the rest are county parameters with their source (domain notes, section 1). The shape: a verb is a file in `Rules/`
/// with its command, its event and what the event changes; the states and their moves are data in `Rules/Transitions`.
package enum Exchange: StoredModule {
    package typealias State = ExchangeState
    package typealias Facts = ExchangeFacts

    package static let name = "exchange"
    package static var title: Message { ExchangeText.title }

    package static func initialState(of stream: StreamID) -> ExchangeState { ExchangeState() }

    package static func decide(
        _ command: Command, _ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context
    ) throws(Rejection) -> [Event] {
        try command.verb.decide(state, facts, context)
    }

    package static func evolve(_ state: inout ExchangeState, with event: Event, at instant: Instant) {
        event.body.change(&state, at: instant)
    }

    /// The clock's own commands. One that comes too early after a clock was moved is refused without harm.
    package static func due(after event: Event, state: ExchangeState, at instant: Instant) -> [Due<Command>] {
        switch event {
        case .noticePublished(let notice): [Due(at: notice.closesAt, Command(CloseNotice(lot: notice.lot)))]
        case .noticeClosed(let closed) where closed.outcome == .auctionScheduled:
            state.lot?.notice.map { [Due(at: $0.opensAt, Command(OpenAuction(lot: closed.lot)))] } ?? []
        case .auctionOpened(let opened): [Due(at: opened.endsAt, Command(EndAuction(lot: opened.lot)))]
        case .bidPlaced(let bid): bid.endsAt.map { [Due(at: $0, Command(EndAuction(lot: bid.lot)))] } ?? []
        case .offersOpened(let opened):
            opened.nextEndsAt.map { [Due(at: $0, Command(EndAuction(lot: opened.lot)))] } ?? []
        case .resultPublished(let result): [Due(at: result.endsAt, Command(ConfirmAward(lot: result.lot)))]
        case .objectionAnswered(let answer):
            answer.publicityEndsAt.map { [Due(at: $0, Command(ConfirmAward(lot: answer.lot)))] } ?? []
        case .lotResumed(let resumed): dueAfterResuming(resumed)
        case .lotSuspended(let stopped): [Due(at: stopped.until, Command(ResumeLot(lot: stopped.lot)))]
        case .suspensionExtended(let stopped): [Due(at: stopped.until, Command(ResumeLot(lot: stopped.lot)))]
        case .lotFiled(let filed):
            [
                Due(at: filed.expiresSoonAt, Command(BeginExpiry(lot: filed.lot))),
                Due(at: max(filed.endsAt, instant), Command(FinishContract(lot: filed.lot))),
            ]
        default: []
        }
    }

    private static func dueAfterResuming(_ resumed: LotResumed) -> [Due<Command>] {
        guard let end = resumed.clockEndsAt else { return [] }
        switch resumed.to {
        case .listed: return [Due(at: end, Command(CloseNotice(lot: resumed.lot)))]
        case .auctionScheduled: return [Due(at: end, Command(OpenAuction(lot: resumed.lot)))]
        case .auctionRunning: return [Due(at: end, Command(EndAuction(lot: resumed.lot)))]
        case .resultPublicity: return [Due(at: end, Command(ConfirmAward(lot: resumed.lot)))]
        default: return []
        }
    }

    /// Any command of the exchange; `verb` is one of the types in `forms`.
    package struct Command: ModuleCommand {
        package let verb: any Verb

        package init(_ verb: any Verb) { self.verb = verb }

        package var payload: any CommandPayload { verb }

        package static let forms: [CommandForm<Command>] = [
            form(DraftLot.self), form(SubmitLot.self), form(AcceptLot.self), form(ReturnLot.self),
            form(ReviewLot.self), form(PublishNotice.self), form(RegisterBidder.self), form(DeclareDeposit.self),
            form(RecordDeposit.self), form(QualifyBidder.self), form(RefuseBidder.self), form(RefundDeposit.self),
            form(CloseNotice.self), form(OpenAuction.self), form(PlaceBid.self), form(EndAuction.self),
            form(AgreePrice.self), form(PlaceOffer.self), form(SetProxyLimit.self), form(HoldDraw.self),
            form(RecordScores.self), form(RecordHammer.self), form(MatchPrice.self), form(PublishResult.self),
            form(RaiseObjection.self), form(AnswerObjection.self),
            form(ConfirmAward.self), form(SignContract.self), form(RecordFirstPayment.self), form(CertifyLot.self),
            form(FileLot.self), form(WithdrawLot.self), form(SuspendLot.self), form(ResumeLot.self),
            form(TerminateLot.self), form(RelistLot.self), form(RecordBreach.self), form(ReviseLot.self),
            form(AmendNotice.self),
            form(AwardNext.self), form(ProposeForfeiture.self), form(ReplyToForfeiture.self),
            form(ApproveForfeiture.self), form(PublishGuidePrices.self), form(ExtendSuspension.self),
            form(ExtendSigning.self), form(BeginExpiry.self), form(FinishContract.self), form(RenewContract.self),
            form(EndContractEarly.self), form(BarParty.self), form(LiftBar.self), form(CountPayment.self),
            form(AttachMaterial.self), form(ImportDeposits.self), form(TakeLotToStation.self),
            form(ReturnLotFromStation.self), form(OpenStationHall.self),
        ]

        private static func form<Payload: Verb>(_ type: Payload.Type) -> CommandForm<Command> {
            CommandForm(type) { Command($0) }
        }
    }
}

/// A command of the exchange that knows its rule.
package protocol Verb: CommandPayload {
    func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
}

/// A verb on a lot that exists.
package protocol LotVerb: Verb {
    var lot: LotID { get }
    func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event]
}

extension LotVerb {
    package func stream(_ context: Context) -> StreamID { .lot(lot) }

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        guard let lot = state.lot else { throw ExchangeRefusal.lotUnknown() }
        return try decide(lot, facts, context)
    }
}

/// An event of the exchange that knows what it changes.
package protocol ExchangeEvent: EventPayload {
    var division: DivisionID? { get }
    func change(_ state: inout ExchangeState, at instant: Instant)
}

extension StreamID {
    package static func lot(_ lot: LotID) -> StreamID { StreamID("lot", lot.text) }
    package static func bidder(_ bidder: BidderID) -> StreamID { StreamID("bidder", bidder.text) }
}

/// A verb on a registration that exists.
package protocol BidderVerb: Verb {
    var bidder: BidderID { get }
}

extension BidderVerb {
    package func stream(_ context: Context) -> StreamID { .bidder(bidder) }
}
