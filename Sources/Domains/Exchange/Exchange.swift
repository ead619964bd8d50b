package import Kernel
package import Registry
package import Storage

/// The exchange: collective and household rights are offered in the open, under one notice, to whoever bids best.
///
/// Legal basis: Rural Land Contracting Law arts. 36–53; Rural Collective Economic Organisation Law; Civil Code art. 705;
/// the rest are county parameters with their source (domain notes, section 1). The shape: a verb is a file in `Rules/`
/// with its command, its facts, its rule and its events, and its SQL is the file of the same name in `Store/`. The states
/// of a lot and their moves are data in `Rules/Lot/Transitions`.
package enum Exchange: Module {
    package typealias State = ExchangeState
    package typealias Refusal = ExchangeRefusal

    /// What a projection may ask about a lot before the event.
    package struct Standing: Sendable {
        /// Nil before the draft, and on streams that are no lot's.
        package let state: LotState?
    }

    package static let name = "exchange"
    package static var title: Message { ExchangeText.title }

    package static let commands: [any Command.Type] = [
        DraftLot.self, SubmitLot.self, AcceptLot.self, ReturnLot.self, ReviewLot.self, PublishNotice.self,
        RegisterBidder.self, DeclareDeposit.self, RecordDeposit.self, QualifyBidder.self, RefuseBidder.self,
        RefundDeposit.self, CloseNotice.self, OpenAuction.self, PlaceBid.self, EndAuction.self, AgreePrice.self,
        PlaceOffer.self, SetProxyLimit.self, HoldDraw.self, RecordScores.self, RecordHammer.self, MatchPrice.self,
        PublishResult.self, RaiseObjection.self, TakeObjection.self, AnswerObjection.self, ConfirmAward.self,
        SignContract.self,
        RecordFirstPayment.self, CertifyLot.self, FileLot.self, WithdrawLot.self, SuspendLot.self, ResumeLot.self,
        TerminateLot.self, RelistLot.self, RecordBreach.self, ReviseLot.self, AmendNotice.self, AwardNext.self,
        ProposeForfeiture.self, ReplyToForfeiture.self, ApproveForfeiture.self, PublishGuidePrices.self,
        ExtendSuspension.self, ExtendSigning.self, BeginExpiry.self, FinishContract.self, RenewContract.self,
        EndContractEarly.self, DebarParty.self, LiftDebarment.self, CountPayment.self, AttachMaterial.self,
        ImportDeposits.self, TakeLotToStation.self, ReturnLotFromStation.self, OpenStationHall.self,
        PublishContact.self, ForgetParty.self, LookBehindBid.self, HoldLot.self, ReleaseLot.self,
    ]
    package static let events: [any Event.Type] = [
        LotDrafted.self, LotSubmitted.self, LotAccepted.self, LotReturned.self, LotApproved.self, LotRejected.self,
        LotEnded.self, NoticePublished.self, NoticeClosed.self, BidderRegistered.self, DepositDeclared.self,
        DepositRecorded.self, DepositRefunded.self, BidderQualified.self, BidderRefused.self, AuctionOpened.self,
        PaddlesDealt.self, BidPlaced.self, AuctionEnded.self, OfferPlaced.self, OffersOpened.self, OffersListed.self,
        ProxyLimitSet.self, DrawHeld.self, ScoresRecorded.self, PriceMatched.self, GuidePricesPublished.self,
        ForfeitureProposed.self, ForfeitureReplied.self, DepositForfeited.self, LotRevised.self, NoticeAmended.self,
        AwardPassedOn.self, PriceAgreed.self, ResultPublished.self, ObjectionRaised.self, ObjectionAnswered.self,
        AwardConfirmed.self, ContractSigned.self, PaymentRecorded.self, LotCertified.self, LotFiled.self,
        LotWithdrawn.self, LotSuspended.self, LotResumed.self, LotTerminated.self, LotRelisted.self,
        LotHeld.self, LotReleased.self,
        AwardBreached.self, ContractExpiring.self, ContractFinished.self, ContractRenewed.self,
        ContractEndedEarly.self, SuspensionExtended.self, SigningExtended.self, PartyDebarred.self,
        DebarmentLifted.self,
        PaymentCounted.self, MaterialAttached.self, BankFileImported.self, LotTakenToStation.self,
        StationHallPrepared.self, StationBidMerged.self, LotReturnedFromStation.self,
        ContactPublished.self, PartyForgotten.self, BidLookedBehind.self,
    ]

    package static func initialState(of stream: StreamID) -> ExchangeState { ExchangeState() }

    package static func standing(of state: ExchangeState) -> Standing { Standing(state: state.lot?.state) }

    package static func check(_ state: ExchangeState, _ invariants: inout Invariants) { state.lot?.check(&invariants) }
}

/// The state of one stream of the exchange.
package struct ExchangeState: Sendable {
    package internal(set) var lot: Lot?
    /// Of a bidder's stream: a forfeiture under way.
    package internal(set) var forfeiture: Forfeiture?
    /// Of a bidder's stream: the account, where an earlier program registered it without a mark.
    var unmarkedAccount: Personal<String>?

    package init() {}
}

/// A command of the exchange.
package protocol ExchangeCommand: Command where Domain == Exchange {}

/// An event of the exchange.
package protocol ExchangeEvent: Event where Domain == Exchange {}

/// A verb on a lot that exists: its rule is given the lot.
package protocol LotVerb: ExchangeCommand where Subject == Lot {
    var lot: LotID { get }
}

extension LotVerb {
    package func stream(_ context: Context) -> StreamID { .lot(lot) }

    package func subject(of state: ExchangeState) throws(Rejection) -> Lot {
        guard let lot = state.lot else { throw ExchangeRefusal.lotUnknown() }
        return lot
    }

    package func place(_ lot: Lot, _ facts: Facts) -> DivisionID? { lot.village }
}

/// A verb on a registration that exists.
package protocol BidderVerb: ExchangeCommand {
    var bidder: BidderID { get }
}

extension BidderVerb {
    package func stream(_ context: Context) -> StreamID { .bidder(bidder) }
}

extension StreamID {
    package static func lot(_ lot: LotID) -> StreamID { StreamID("lot", lot.text) }
    package static func bidder(_ bidder: BidderID) -> StreamID { StreamID("bidder", bidder.text) }
}
