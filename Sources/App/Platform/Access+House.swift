import Kernel

extension AccessTable {
    /// Who may give which command, and where; printed to `docs/access.md`. Rules of a domain may narrow this (the second
    /// pair of eyes, the state of a lot), never widen it.
    ///
    /// Bidders and villagers may act wherever the place is: a right is offered to whoever bids best.
    package static let house = AccessTable(registry + exchange + ledger + disclosure + log)

    private static let registry: [Row] = [
        row("registry.importDivisions", [.administrator]),
        row("registry.changeDivisionCode", [.administrator]),
        row("registry.openOffice", [.administrator]),
        row("registry.closeOffice", [.administrator]),
        row("registry.registerOrganisation", [.administrator, .countyOfficer, .stationAgent]),
        row("registry.registerParty", [.administrator, .countyOfficer, .stationAgent, .villageClerk]),
        row("registry.erasePersonalData", [.administrator, .countyOfficer]),
        row("registry.registerAsset", [.villageClerk, .stationAgent]),
        row("registry.reserveAsset", [], system: true),
        row("registry.releaseAsset", [], system: true),
        row("registry.endLease", [], system: true),
        row("registry.setAssetDispute", [.stationAgent, .countyOfficer, .supervisor]),
        row("registry.recordResolution", [.villageClerk, .stationAgent]),
        row("registry.registerContract", [.stationAgent, .countyOfficer], system: true),
        row("registry.authenticateContract", [.stationReviewer, .countyOfficer], system: true),
        row("registry.reprintCertificate", [.stationAgent, .countyOfficer]),
        row("registry.setParameter", [.administrator, .countyOfficer]),
    ]

    private static let exchange: [Row] = [
        row("exchange.draftLot", [.villageClerk, .stationAgent, .countyOfficer]),
        row("exchange.submitLot", [.villageClerk, .stationAgent, .countyOfficer]),
        row("exchange.acceptLot", [.stationAgent, .countyOfficer]),
        row("exchange.returnLot", [.stationAgent, .stationReviewer, .countyOfficer]),
        row("exchange.reviewLot", [.stationReviewer, .countyOfficer]),
        row("exchange.publishNotice", [.stationReviewer, .countyOfficer, .countyReleaser]),
        row("exchange.registerBidder", [.stationAgent], everywhere: [.bidder]),
        row("exchange.declareDeposit", [.stationAgent], everywhere: [.bidder]),
        row("exchange.recordDeposit", [.stationAgent, .countyOfficer]),
        row("exchange.qualifyBidder", [.stationAgent, .stationReviewer, .countyOfficer]),
        row("exchange.refuseBidder", [.stationAgent, .stationReviewer, .countyOfficer]),
        row("exchange.refundDeposit", [.stationAgent, .countyOfficer]),
        row("exchange.closeNotice", [], system: true),
        row("exchange.openAuction", [], system: true),
        row("exchange.placeBid", [.stationAgent], everywhere: [.bidder]),
        row("exchange.endAuction", [], system: true),
        row("exchange.placeOffer", [.stationAgent], everywhere: [.bidder]),
        row("exchange.setProxyLimit", [], everywhere: [.bidder]),
        row("exchange.matchPrice", [.stationAgent], everywhere: [.bidder]),
        row("exchange.holdDraw", [.stationAgent, .stationReviewer, .countyOfficer], system: true),
        row("exchange.recordScores", [.stationReviewer, .countyOfficer]),
        row("exchange.recordHammer", [.stationAgent, .countyOfficer]),
        row("exchange.reviseLot", [.villageClerk, .stationAgent, .countyOfficer]),
        row("exchange.amendNotice", [.stationReviewer, .countyOfficer, .countyReleaser]),
        row("exchange.awardNext", [.stationReviewer, .countyOfficer]),
        row("exchange.proposeForfeiture", [.stationAgent, .stationReviewer, .countyOfficer]),
        row("exchange.replyToForfeiture", [.stationAgent], everywhere: [.bidder]),
        row("exchange.approveForfeiture", [.stationReviewer, .countyOfficer]),
        row("exchange.publishGuidePrices", [.countyOfficer]),
        row("exchange.takeLotToStation", [.stationAgent, .countyOfficer]),
        row("exchange.returnLotFromStation", [.stationAgent, .countyOfficer]),
        row("exchange.openStationHall", [], system: true),
        row("exchange.agreePrice", [.stationAgent, .stationReviewer, .countyOfficer]),
        row("exchange.publishResult", [.stationAgent, .stationReviewer, .countyOfficer, .countyReleaser]),
        row(
            "exchange.raiseObjection", [.villageClerk, .stationAgent, .supervisor], everywhere: [.bidder, .villager]),
        row("exchange.answerObjection", [.stationReviewer, .countyOfficer]),
        row("exchange.confirmAward", [], system: true),
        row("exchange.signContract", [.stationAgent, .stationReviewer, .countyOfficer]),
        row("exchange.recordFirstPayment", [.stationAgent, .countyOfficer]),
        row("exchange.certifyLot", [.stationReviewer, .countyOfficer, .countyReleaser]),
        row("exchange.fileLot", [.stationAgent, .stationReviewer, .countyOfficer]),
        row("exchange.withdrawLot", [.villageClerk, .stationAgent, .countyOfficer]),
        row("exchange.suspendLot", [.stationReviewer, .countyOfficer, .countyReleaser, .supervisor]),
        row("exchange.resumeLot", [.stationReviewer, .countyOfficer, .countyReleaser, .supervisor], system: true),
        row("exchange.terminateLot", [.stationReviewer, .countyOfficer, .countyReleaser, .supervisor]),
        row("exchange.relistLot", [.stationAgent, .stationReviewer, .countyOfficer]),
        row("exchange.recordBreach", [.stationReviewer, .countyOfficer]),
        row("exchange.attachMaterial", [.villageClerk, .stationAgent, .countyOfficer]),
        row("exchange.importDeposits", [.stationAgent, .countyOfficer]),
        row("exchange.extendSuspension", [.stationReviewer, .countyOfficer, .countyReleaser, .supervisor]),
        row("exchange.extendSigning", [.stationReviewer, .countyOfficer]),
        row("exchange.beginExpiry", [], system: true),
        row("exchange.finishContract", [], system: true),
        row("exchange.renewContract", [.villageClerk, .stationAgent, .countyOfficer]),
        row("exchange.endContractEarly", [.villageClerk, .stationAgent, .countyOfficer]),
        row("exchange.barParty", [.stationReviewer, .countyOfficer]),
        row("exchange.liftBar", [.stationReviewer, .countyOfficer]),
        row("exchange.countPayment", [], system: true),
    ]

    private static let ledger: [Row] = [
        row("ledger.openBooks", [.villageAccountant, .stationAgent]),
        row("ledger.addSubAccount", [.villageAccountant, .stationAgent]),
        row("ledger.postVoucher", [.villageAccountant, .stationAgent]),
        row("ledger.reverseVoucher", [.villageAccountant, .stationAgent]),
        row("ledger.closeMonth", [.villageAccountant, .stationAgent]),
        row("ledger.reopenMonth", [.stationReviewer, .countyOfficer]),
        row("ledger.openReceivable", [], system: true),
        row("ledger.accrueInstalment", [], system: true),
        row("ledger.releaseAdvance", [], system: true),
        row("ledger.settleInstalment", [.villageAccountant, .stationAgent], system: true),
        row("ledger.closeReceivable", [], system: true),
    ]

    private static let disclosure: [Row] = [
        row("disclosure.openNotice", [.villageClerk, .stationAgent, .countyOfficer], system: true),
        row("disclosure.closeNotice", [], system: true),
        row(
            "disclosure.raiseObjection", [.villageClerk, .stationAgent, .supervisor], everywhere: [.bidder, .villager]),
        row("disclosure.answerObjection", [.villageClerk, .stationAgent, .stationReviewer, .countyOfficer]),
        row("disclosure.escalateObjection", [], system: true),
        row("disclosure.discloseContract", [], system: true),
        row("disclosure.recordPayment", [], system: true),
    ]

    /// Given on the machine itself, by who may read the keys: `qianmo epoch open`.
    private static let log: [Row] = [row("log.openEpoch", [], system: true)]

    /// `own`: within the office's own division; `everywhere`: in any; `system`: policies and the clock.
    private static func row(_ command: String, _ own: [Role], everywhere: [Role] = [], system: Bool = false) -> Row {
        var reach: [Role: Reach] = [:]
        for role in own { reach[role] = .own }
        for role in everywhere { reach[role] = .anywhere }
        if system { reach[.system] = .anywhere }
        return Row(command, reach)
    }
}
