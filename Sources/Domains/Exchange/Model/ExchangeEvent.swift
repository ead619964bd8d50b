package import Kernel

extension Exchange {
    /// Everything that can happen at the exchange. Whoever handles events handles every one of these.
    package enum Event: ModuleEvent {
        case lotDrafted(LotDrafted)
        case lotSubmitted(LotSubmitted)
        case lotAccepted(LotAccepted)
        case lotReturned(LotReturned)
        case lotApproved(LotApproved)
        case lotRejected(LotRejected)
        case lotEnded(LotEnded)
        case noticePublished(NoticePublished)
        case noticeClosed(NoticeClosed)
        case bidderRegistered(BidderRegistered)
        case depositDeclared(DepositDeclared)
        case depositRecorded(DepositRecorded)
        case depositRefunded(DepositRefunded)
        case bidderQualified(BidderQualified)
        case bidderRefused(BidderRefused)
        case auctionOpened(AuctionOpened)
        case paddlesDealt(PaddlesDealt)
        case bidPlaced(BidPlaced)
        case auctionEnded(AuctionEnded)
        case offerPlaced(OfferPlaced)
        case offersOpened(OffersOpened)
        case offersListed(OffersListed)
        case proxyLimitSet(ProxyLimitSet)
        case drawHeld(DrawHeld)
        case scoresRecorded(ScoresRecorded)
        case priceMatched(PriceMatched)
        case guidePricesPublished(GuidePricesPublished)
        case forfeitureProposed(ForfeitureProposed)
        case forfeitureReplied(ForfeitureReplied)
        case depositForfeited(DepositForfeited)
        case lotRevised(LotRevised)
        case noticeAmended(NoticeAmended)
        case awardPassedOn(AwardPassedOn)
        case priceAgreed(PriceAgreed)
        case resultPublished(ResultPublished)
        case objectionRaised(ObjectionRaised)
        case objectionAnswered(ObjectionAnswered)
        case awardConfirmed(AwardConfirmed)
        case contractSigned(ContractSigned)
        case paymentRecorded(PaymentRecorded)
        case lotCertified(LotCertified)
        case lotFiled(LotFiled)
        case lotWithdrawn(LotWithdrawn)
        case lotSuspended(LotSuspended)
        case lotResumed(LotResumed)
        case lotTerminated(LotTerminated)
        case lotRelisted(LotRelisted)
        case awardBreached(AwardBreached)
        case contractExpiring(ContractExpiring)
        case contractFinished(ContractFinished)
        case contractRenewed(ContractRenewed)
        case contractEndedEarly(ContractEndedEarly)
        case suspensionExtended(SuspensionExtended)
        case signingExtended(SigningExtended)
        case partyBarred(PartyBarred)
        case barLifted(BarLifted)
        case paymentCounted(PaymentCounted)
        case materialAttached(MaterialAttached)
        case bankFileImported(BankFileImported)
        case lotTakenToStation(LotTakenToStation)
        case stationHallPrepared(StationHallPrepared)
        case stationBidMerged(StationBidMerged)
        case lotReturnedFromStation(LotReturnedFromStation)

        package static let forms: [EventForm<Event>] = [
            EventForm(LotDrafted.self) { .lotDrafted($0) },
            EventForm(LotSubmitted.self) { .lotSubmitted($0) },
            EventForm(LotAccepted.self) { .lotAccepted($0) },
            EventForm(LotReturned.self) { .lotReturned($0) },
            EventForm(LotApproved.self) { .lotApproved($0) },
            EventForm(LotRejected.self) { .lotRejected($0) },
            EventForm(LotEnded.self) { .lotEnded($0) },
            EventForm(NoticePublished.self) { .noticePublished($0) },
            EventForm(NoticeClosed.self) { .noticeClosed($0) },
            EventForm(BidderRegistered.self) { .bidderRegistered($0) },
            EventForm(DepositDeclared.self) { .depositDeclared($0) },
            EventForm(DepositRecorded.self) { .depositRecorded($0) },
            EventForm(DepositRefunded.self) { .depositRefunded($0) },
            EventForm(BidderQualified.self) { .bidderQualified($0) },
            EventForm(BidderRefused.self) { .bidderRefused($0) },
            EventForm(AuctionOpened.self) { .auctionOpened($0) },
            EventForm(PaddlesDealt.self) { .paddlesDealt($0) },
            EventForm(BidPlaced.self) { .bidPlaced($0) },
            EventForm(AuctionEnded.self) { .auctionEnded($0) },
            EventForm(OfferPlaced.self) { .offerPlaced($0) },
            EventForm(OffersOpened.self) { .offersOpened($0) },
            EventForm(OffersListed.self) { .offersListed($0) },
            EventForm(ProxyLimitSet.self) { .proxyLimitSet($0) },
            EventForm(DrawHeld.self) { .drawHeld($0) },
            EventForm(ScoresRecorded.self) { .scoresRecorded($0) },
            EventForm(PriceMatched.self) { .priceMatched($0) },
            EventForm(GuidePricesPublished.self) { .guidePricesPublished($0) },
            EventForm(ForfeitureProposed.self) { .forfeitureProposed($0) },
            EventForm(ForfeitureReplied.self) { .forfeitureReplied($0) },
            EventForm(DepositForfeited.self) { .depositForfeited($0) },
            EventForm(LotRevised.self) { .lotRevised($0) },
            EventForm(NoticeAmended.self) { .noticeAmended($0) },
            EventForm(AwardPassedOn.self) { .awardPassedOn($0) },
            EventForm(PriceAgreed.self) { .priceAgreed($0) },
            EventForm(ResultPublished.self) { .resultPublished($0) },
            EventForm(ObjectionRaised.self) { .objectionRaised($0) },
            EventForm(ObjectionAnswered.self) { .objectionAnswered($0) },
            EventForm(AwardConfirmed.self) { .awardConfirmed($0) },
            EventForm(ContractSigned.self) { .contractSigned($0) },
            EventForm(PaymentRecorded.self) { .paymentRecorded($0) },
            EventForm(LotCertified.self) { .lotCertified($0) },
            EventForm(LotFiled.self) { .lotFiled($0) },
            EventForm(LotWithdrawn.self) { .lotWithdrawn($0) },
            EventForm(LotSuspended.self) { .lotSuspended($0) },
            EventForm(LotResumed.self) { .lotResumed($0) },
            EventForm(LotTerminated.self) { .lotTerminated($0) },
            EventForm(LotRelisted.self) { .lotRelisted($0) },
            EventForm(AwardBreached.self) { .awardBreached($0) },
            EventForm(ContractExpiring.self) { .contractExpiring($0) },
            EventForm(ContractFinished.self) { .contractFinished($0) },
            EventForm(ContractRenewed.self) { .contractRenewed($0) },
            EventForm(ContractEndedEarly.self) { .contractEndedEarly($0) },
            EventForm(SuspensionExtended.self) { .suspensionExtended($0) },
            EventForm(SigningExtended.self) { .signingExtended($0) },
            EventForm(PartyBarred.self) { .partyBarred($0) },
            EventForm(BarLifted.self) { .barLifted($0) },
            EventForm(PaymentCounted.self) { .paymentCounted($0) },
            EventForm(MaterialAttached.self) { .materialAttached($0) },
            EventForm(BankFileImported.self) { .bankFileImported($0) },
            EventForm(LotTakenToStation.self) { .lotTakenToStation($0) },
            EventForm(StationHallPrepared.self) { .stationHallPrepared($0) },
            EventForm(StationBidMerged.self) { .stationBidMerged($0) },
            EventForm(LotReturnedFromStation.self) { .lotReturnedFromStation($0) },
        ]

        package var payload: any EventPayload { body }
        package var division: DivisionID? { body.division }

        /// The event as what it does.
        package var body: any ExchangeEvent {
            switch self {
            case .lotDrafted(let event): event
            case .lotSubmitted(let event): event
            case .lotAccepted(let event): event
            case .lotReturned(let event): event
            case .lotApproved(let event): event
            case .lotRejected(let event): event
            case .lotEnded(let event): event
            case .noticePublished(let event): event
            case .noticeClosed(let event): event
            case .bidderRegistered(let event): event
            case .depositDeclared(let event): event
            case .depositRecorded(let event): event
            case .depositRefunded(let event): event
            case .bidderQualified(let event): event
            case .bidderRefused(let event): event
            case .auctionOpened(let event): event
            case .paddlesDealt(let event): event
            case .bidPlaced(let event): event
            case .auctionEnded(let event): event
            case .offerPlaced(let event): event
            case .offersOpened(let event): event
            case .offersListed(let event): event
            case .proxyLimitSet(let event): event
            case .drawHeld(let event): event
            case .scoresRecorded(let event): event
            case .priceMatched(let event): event
            case .guidePricesPublished(let event): event
            case .forfeitureProposed(let event): event
            case .forfeitureReplied(let event): event
            case .depositForfeited(let event): event
            case .lotRevised(let event): event
            case .noticeAmended(let event): event
            case .awardPassedOn(let event): event
            case .priceAgreed(let event): event
            case .resultPublished(let event): event
            case .objectionRaised(let event): event
            case .objectionAnswered(let event): event
            case .awardConfirmed(let event): event
            case .contractSigned(let event): event
            case .paymentRecorded(let event): event
            case .lotCertified(let event): event
            case .lotFiled(let event): event
            case .lotWithdrawn(let event): event
            case .lotSuspended(let event): event
            case .lotResumed(let event): event
            case .lotTerminated(let event): event
            case .lotRelisted(let event): event
            case .awardBreached(let event): event
            case .contractExpiring(let event): event
            case .contractFinished(let event): event
            case .contractRenewed(let event): event
            case .contractEndedEarly(let event): event
            case .suspensionExtended(let event): event
            case .signingExtended(let event): event
            case .partyBarred(let event): event
            case .barLifted(let event): event
            case .paymentCounted(let event): event
            case .materialAttached(let event): event
            case .bankFileImported(let event): event
            case .lotTakenToStation(let event): event
            case .stationHallPrepared(let event): event
            case .stationBidMerged(let event): event
            case .lotReturnedFromStation(let event): event
            }
        }
    }
}
