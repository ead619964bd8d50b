import Kernel
import Registry
package import Storage

extension Exchange {
    package static func project(_ event: Event, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        switch event {
        case .lotDrafted(let event): try LotProjection.write(event, entry, in: tx)
        case .lotSubmitted(let event): try LotProjection.write(event, entry, in: tx)
        case .lotAccepted(let event): try tx.step(event.lot, [.accepted], entry)
        case .lotReturned(let event): try tx.step(event.lot, [.returned], entry, remark: event.reasons)
        case .lotApproved(let event): try LotProjection.write(event, entry, in: tx)
        case .lotRejected(let event): try tx.step(event.lot, [.reviewing, .rejected], entry, remark: event.reasons)
        case .noticePublished(let event): try LotProjection.write(event, entry, in: tx)
        case .noticeClosed(let event): try tx.step(event.lot, [.closed, event.outcome], entry)
        case .auctionOpened(let event): try AuctionProjection.write(event, entry, in: tx)
        case .paddlesDealt(let event): try AuctionProjection.write(event, in: tx)
        case .bidPlaced(let event): try AuctionProjection.write(event, entry, in: tx)
        case .auctionEnded(let event): try AuctionProjection.write(event, entry, in: tx)
        case .offersOpened(let event): try AuctionProjection.write(event, entry, in: tx)
        case .offersListed(let event): try AuctionProjection.list(event.offers, of: event.lot, entry, in: tx)
        case .scoresRecorded(let event): try AuctionProjection.write(event, in: tx)
        case .drawHeld(let event): try AuctionProjection.write(event, in: tx)
        case .priceMatched(let event): try AuctionProjection.write(event, in: tx)
        case .offerPlaced, .proxyLimitSet, .forfeitureReplied: break  // Under seal, or personal: in no table.
        case .priceAgreed(let event): try AuctionProjection.write(event, entry, in: tx)
        case .resultPublished(let event): try LotProjection.write(event, entry, in: tx)
        case .objectionRaised(let event): try LotProjection.write(event, entry, in: tx)
        case .objectionAnswered(let event): try LotProjection.write(event, entry, in: tx)
        case .awardConfirmed(let event): try LotProjection.write(event, entry, in: tx)
        case .contractSigned(let event): try LotProjection.write(event, entry, in: tx)
        case .paymentRecorded(let event): try LotProjection.write(event, entry, in: tx)
        case .lotCertified(let event): try LotProjection.write(event, entry, in: tx)
        case .lotFiled(let event): try LotProjection.write(event, entry, in: tx)
        case .lotSuspended(let event): try tx.step(event.lot, [.suspended], entry, remark: event.reasons)
        case .lotResumed(let event): try LotProjection.write(event, entry, in: tx)
        case .lotWithdrawn(let event): try tx.stop(event.lot, .withdrawn, entry, event.reasons)
        case .lotTerminated(let event): try tx.stop(event.lot, .terminated, entry, event.reasons)
        case .lotRelisted(let event): try LotProjection.write(event, entry, in: tx)
        case .awardBreached(let event): try LotProjection.write(event, entry, in: tx)
        case .lotTakenToStation(let event): try AuctionProjection.write(event, entry, in: tx)
        case .stationHallPrepared(let event): try AuctionProjection.write(event, entry, in: tx)
        case .stationBidMerged(let event): try AuctionProjection.write(event, entry, in: tx)
        case .lotReturnedFromStation(let event): try AuctionProjection.write(event, entry, in: tx)
        case .bidderRegistered(let event): try BidderProjection.write(event, entry, in: tx)
        case .depositDeclared(let event): try tx.setDeposit(event.bidder, .declared, event.reference)
        case .depositRecorded(let event): try BidderProjection.write(event, in: tx)
        case .depositRefunded(let event): try tx.setDeposit(event.bidder, .refunded, event.reference)
        case .bidderQualified(let event): try BidderProjection.write(event, in: tx)
        case .bidderRefused(let event): try BidderProjection.write(event, entry, in: tx)
        case .lotRevised(let event): try LotProjection.write(event, entry, in: tx)
        case .awardPassedOn(let event): try LotProjection.write(event, entry, in: tx)
        case .noticeAmended(let event):
            try tx.run("UPDATE lot SET remark = \(event.reasons) WHERE id = \(event.lot)")
        case .forfeitureProposed(let event):
            try tx.run("UPDATE bidder SET reply_until = \(event.replyUntil) WHERE id = \(event.bidder)")
        case .depositForfeited(let event): try tx.setDeposit(event.bidder, .forfeited, nil)
        case .guidePricesPublished(let event): try GuidePriceProjection.write(event, entry, in: tx)
        case .contractExpiring(let event): try tx.step(event.lot, [.expiring], entry)
        case .contractFinished(let event): try tx.step(event.lot, [.finished], entry)
        case .contractRenewed(let event): try tx.step(event.lot, [.renewed], entry)
        case .contractEndedEarly(let event):
            try tx.step(event.lot, [.earlyTerminated], entry, remark: event.reasons)
        case .suspensionExtended(let event):
            try tx.run("UPDATE lot SET remark = \(event.reasons) WHERE id = \(event.lot)")
        case .signingExtended(let event):
            try tx.run("UPDATE lot SET sign_by = \(event.signBy) WHERE id = \(event.lot)")
        case .partyBarred(let event): try LotProjection.write(event, entry, in: tx)
        case .barLifted(let event): try LotProjection.write(event, in: tx)
        case .paymentCounted(let event): try LotProjection.write(event, in: tx)
        case .materialAttached(let event): try LotProjection.write(event, entry, in: tx)
        case .bankFileImported: break  // Its deposits follow one by one.
        case .lotEnded: break  // Said twice: the event before it carries the state; this one is for Registry.
        }
    }
}

extension WriteTransaction {
    /// Writes the states a lot passed through and where it stands now.
    func step(_ lot: LotID, _ path: [LotState], _ entry: EntryHeader, remark: String? = nil) throws {
        guard let last = path.last else { return }
        var number: Int64 = try get("SELECT coalesce(max(number), 0) FROM lot_step WHERE lot = \(lot)")
        for state in path {
            number += 1
            try append(
                [
                    lot.sqlValue, number.sqlValue, state.sqlValue, entry.at.sqlValue, entry.office.sqlValue,
                    entry.role.rawValue.sqlValue, entry.index.sqlValue,
                ], to: "lot_step")
        }
        try run("UPDATE lot SET state = \(last), remark = \(remark) WHERE id = \(lot)")
    }

    /// Ends a lot without a deal: every deposit that is there becomes due for refund.
    func stop(_ lot: LotID, _ state: LotState, _ entry: EntryHeader, _ reasons: String) throws {
        try step(lot, [state], entry, remark: reasons)
        try releaseDeposits(of: lot, except: 0, entry)
    }

    /// Makes the deposits of all bidders of a lot but one due for refund; from now on the refund clock runs.
    func releaseDeposits(of lot: LotID, except paddle: Int64, _ entry: EntryHeader) throws {
        try run(
            """
            UPDATE bidder SET deposit_state = 'refundDue', refund_due_at = \(entry.at) WHERE lot = \(lot)
                AND deposit_state IN ('arrived', 'matched', 'locked') AND (paddle = 0 OR paddle <> \(paddle))
            """)
    }

    func setDeposit(_ bidder: BidderID, _ state: DepositState, _ reference: String?) throws {
        try run("UPDATE bidder SET deposit_state = \(state), reference = \(reference) WHERE id = \(bidder)")
    }
}
