package import Kernel
package import Registry

/// The words of the exchange.
package enum ExchangeText {
    static let title = Message(zh: "产权交易", en: "Exchange")

    package static func state(_ value: LotState) -> Message {
        switch value {
        case .draft: Message(zh: "草稿", en: "draft")
        case .resolving: Message(zh: "民主决策中", en: "being resolved")
        case .submitted: Message(zh: "已申请", en: "submitted")
        case .returned: Message(zh: "退回补正", en: "returned")
        case .accepted: Message(zh: "已受理", en: "accepted")
        case .reviewing: Message(zh: "审核中", en: "in review")
        case .rejected: Message(zh: "不予通过", en: "rejected")
        case .approved: Message(zh: "待公告", en: "approved")
        case .listed: Message(zh: "公告挂牌中", en: "listed")
        case .closed: Message(zh: "公告期满", en: "notice over")
        case .relistDecision: Message(zh: "待处置", en: "to be decided")
        case .atStation: Message(zh: "在乡镇站", en: "at the station")
        case .auctionScheduled: Message(zh: "待竞价", en: "auction scheduled")
        case .singleBidder: Message(zh: "单一报名", en: "single bidder")
        case .auctionRunning: Message(zh: "竞价中", en: "auction running")
        case .failed: Message(zh: "流标", en: "failed")
        case .awardProposed: Message(zh: "拟成交", en: "award proposed")
        case .priorityWindow: Message(zh: "优先权行使", en: "priority window")
        case .resultPublicity: Message(zh: "结果公示", en: "result published")
        case .objection: Message(zh: "异议处理中", en: "objection")
        case .awardConfirmed: Message(zh: "成交确认", en: "award confirmed")
        case .contractPending: Message(zh: "待签约", en: "to be signed")
        case .contractSigned: Message(zh: "已签约", en: "signed")
        case .settling: Message(zh: "结算中", en: "settling")
        case .certified: Message(zh: "已鉴证", en: "certified")
        case .filed: Message(zh: "已归档", en: "filed")
        case .performing: Message(zh: "履约中", en: "being performed")
        case .expiring: Message(zh: "即将到期", en: "expiring")
        case .finished: Message(zh: "已到期", en: "finished")
        case .renewed: Message(zh: "续期", en: "renewed")
        case .earlyTerminated: Message(zh: "提前解除", en: "ended early")
        case .suspended: Message(zh: "中止", en: "suspended")
        case .terminated: Message(zh: "终止", en: "terminated")
        case .withdrawn: Message(zh: "撤牌", en: "withdrawn")
        case .breached: Message(zh: "成交后违约", en: "breached")
        }
    }

    package static func deposit(_ value: DepositState) -> Message {
        switch value {
        case .required: Message(zh: "待缴", en: "required")
        case .declared: Message(zh: "已申报", en: "declared")
        case .arrived: Message(zh: "已到账", en: "arrived")
        case .matched: Message(zh: "已核对", en: "matched")
        case .locked: Message(zh: "已锁定", en: "locked")
        case .refundDue: Message(zh: "待退还", en: "refund due")
        case .refunded: Message(zh: "已退还", en: "refunded")
        case .convertedToPrice: Message(zh: "已转价款", en: "turned into price")
        case .convertedToBond: Message(zh: "已转履约金", en: "turned into bond")
        case .forfeited: Message(zh: "不予退还", en: "forfeited")
        }
    }

    package static func mode(_ value: TradingMode) -> Message {
        switch value {
        case .agreement: Message(zh: "协议", en: "agreement")
        case .ascending: Message(zh: "网络增价竞价", en: "ascending auction")
        case .sealed: Message(zh: "一次性报价", en: "one sealed offer")
        case .twoShot: Message(zh: "二次竞价", en: "two sealed rounds")
        case .liveAuction: Message(zh: "拍卖", en: "live auction")
        case .tender: Message(zh: "综合评审", en: "tender with points")
        case .draw: Message(zh: "抽签", en: "drawing lots")
        case .descending: Message(zh: "递减报价", en: "descending auction")
        case .reverse: Message(zh: "反向竞价", en: "reverse auction")
        }
    }

    package static func unit(_ value: PriceUnit) -> Message {
        switch value {
        case .fenPerMuYear: Message(zh: "元/亩·年", en: "yuan/mu/year")
        case .fenPerYear: Message(zh: "元/年", en: "yuan/year")
        case .fenTotal: Message(zh: "元（总价）", en: "yuan in total")
        case .fenPerSquareMetreMonth: Message(zh: "元/平方米·月", en: "yuan/m²/month")
        }
    }

    package static func category(_ value: TradeCategory) -> Message {
        switch value {
        case .a1: Message(zh: "农户承包土地经营权", en: "land operation right of contracted land")
        case .a2: Message(zh: "集体耕地、机动地", en: "collective farmland")
        case .a3: Message(zh: "四荒使用权", en: "four wastes")
        case .a4: Message(zh: "养殖水面、小型水利", en: "water surface")
        case .b1: Message(zh: "林权", en: "forest")
        case .c1: Message(zh: "集体资产出租", en: "lease of collective assets")
        case .c2: Message(zh: "集体资产转让", en: "sale of collective assets")
        case .c3: Message(zh: "集体经营性建设用地", en: "construction land")
        case .c4: Message(zh: "闲置宅基地、农房", en: "homestead")
        case .d1: Message(zh: "农业生产设施设备", en: "machinery and facilities")
        case .d2: Message(zh: "农业类知识产权", en: "agricultural IP")
        case .d3: Message(zh: "集体资产股权", en: "shares in collective assets")
        case .e1: Message(zh: "村级小型工程", en: "village works")
        case .e2: Message(zh: "村集体采购", en: "village purchases")
        case .f1: Message(zh: "生物资产", en: "biological assets")
        case .g1: Message(zh: "碳汇、水权、指标", en: "carbon, water and quota rights")
        }
    }

    package static func way(_ value: TransferWay) -> Message {
        switch value {
        case .lease: Message(zh: "出租", en: "lease")
        case .subcontract: Message(zh: "转包", en: "subcontract")
        case .exchange: Message(zh: "互换", en: "exchange")
        case .assignment: Message(zh: "转让", en: "assignment")
        case .shareholding: Message(zh: "入股", en: "shareholding")
        case .mortgage: Message(zh: "抵押", en: "mortgage")
        case .contractOut: Message(zh: "发包", en: "contracting out")
        case .cooperation: Message(zh: "合作", en: "cooperation")
        case .loan: Message(zh: "借用", en: "loan")
        case .other: Message(zh: "其他", en: "other")
        }
    }

    package static func level(_ value: HandlingLevel) -> Message {
        switch value {
        case .village: Message(zh: "村级", en: "village")
        case .township: Message(zh: "乡镇", en: "township")
        case .townshipReviewed: Message(zh: "乡镇（县级审核）", en: "township with county review")
        case .county: Message(zh: "县级", en: "county")
        }
    }

    /// The side of a limit a price must keep to.
    static func bound(_ direction: PriceDirection) -> Message {
        direction == .up ? Message(zh: "至少", en: "at least") : Message(zh: "至多", en: "at most")
    }

    /// Papers one after another.
    static func materials(_ list: [Material]) -> Message {
        Message(
            zh: list.map { material($0).zh }.joined(separator: "、"),
            en: list.map { material($0).en }.joined(separator: "; "))
    }

    /// Yuan with two decimals, for sentences; pages use the house's formats.
    static func yuan(_ amount: Money) -> String {
        let cents = String(amount.fen.magnitude % 100)
        return "\(amount.fen < 0 ? "-" : "")\(amount.fen.magnitude / 100).\(cents.count < 2 ? "0" : "")\(cents)"
    }

    /// Mu with up to four decimals.
    static func mu(_ area: Area) -> String {
        let whole = area.units / Area.unitsPerMu
        var rest = String(area.units % Area.unitsPerMu)
        guard rest != "0" else { return String(whole) }
        rest = String(repeating: "0", count: 4 - rest.count) + rest
        while rest.hasSuffix("0") { rest.removeLast() }
        return "\(whole).\(rest)"
    }

    /// What each command is called.
    enum Command {
        static let draftLot = Message(zh: "起草标的", en: "Draft a lot")
        static let submitLot = Message(zh: "提交申请", en: "Submit a lot")
        static let acceptLot = Message(zh: "受理", en: "Accept a lot")
        static let returnLot = Message(zh: "退回补正", en: "Return a lot")
        static let reviewLot = Message(zh: "审核", en: "Review a lot")
        static let publishNotice = Message(zh: "发布公告", en: "Publish the notice")
        static let registerBidder = Message(zh: "报名", en: "Register as bidder")
        static let declareDeposit = Message(zh: "申报保证金", en: "Declare a deposit")
        static let recordDeposit = Message(zh: "登记保证金到账", en: "Record a deposit")
        static let qualifyBidder = Message(zh: "资格确认", en: "Admit a bidder")
        static let refuseBidder = Message(zh: "资格不予确认", en: "Refuse a bidder")
        static let refundDeposit = Message(zh: "退还保证金", en: "Refund a deposit")
        static let closeNotice = Message(zh: "公告期满", en: "Close the notice")
        static let openAuction = Message(zh: "竞价开始", en: "Open the auction")
        static let placeBid = Message(zh: "出价", en: "Place a bid")
        static let endAuction = Message(zh: "竞价结束", en: "End the auction")
        static let placeOffer = Message(zh: "提交密封报价", en: "Place a sealed offer")
        static let setProxyLimit = Message(zh: "设定代理出价上限", en: "Set a proxy limit")
        static let holdDraw = Message(zh: "公开抽签", en: "Hold the draw")
        static let recordScores = Message(zh: "登记评审得分", en: "Record the panel's points")
        static let recordHammer = Message(zh: "登记落槌", en: "Record the hammer")
        static let matchPrice = Message(zh: "行使优先权", en: "Match the price")
        static let reviseLot = Message(zh: "变更条件", en: "Revise the terms")
        static let amendNotice = Message(zh: "变更公告", en: "Amend the notice")
        static let awardNext = Message(zh: "顺延下一竞买人", en: "Pass the award on")
        static let proposeForfeiture = Message(zh: "提议不予退还保证金", en: "Propose a forfeiture")
        static let forgetParty = Message(zh: "隐去报名人", en: "Take a party out of its registrations")
        static let replyToForfeiture = Message(zh: "答辩", en: "Reply to a forfeiture")
        static let approveForfeiture = Message(zh: "批准不予退还", en: "Approve a forfeiture")
        static let publishGuidePrices = Message(zh: "发布指导价", en: "Publish guide prices")
        static let agreePrice = Message(zh: "协议成交价", en: "Agree the price")
        static let publishResult = Message(zh: "公示结果", en: "Publish the result")
        static let raiseObjection = Message(zh: "提出异议", en: "Object")
        static let takeObjection = Message(zh: "受理公告栏异议", en: "Take an objection from the notice board")
        static let answerObjection = Message(zh: "答复异议", en: "Answer an objection")
        static let confirmAward = Message(zh: "成交确认", en: "Confirm the award")
        static let signContract = Message(zh: "签订合同", en: "Sign the contract")
        static let recordFirstPayment = Message(zh: "登记价款", en: "Record a payment")
        static let certifyLot = Message(zh: "交易鉴证", en: "Certify the deal")
        static let fileLot = Message(zh: "归档", en: "Close the file")
        static let withdrawLot = Message(zh: "撤牌", en: "Withdraw a lot")
        static let suspendLot = Message(zh: "中止", en: "Suspend a lot")
        static let resumeLot = Message(zh: "恢复", en: "Resume a lot")
        static let terminateLot = Message(zh: "终止", en: "Terminate a lot")
        static let holdLot = Message(zh: "因公告异议暂缓", en: "Hold a lot up for an objection")
        static let releaseLot = Message(zh: "异议已答复，继续办理", en: "Let a lot go on after the answer")
        static let relistLot = Message(zh: "延牌", en: "Relist a lot")
        static let recordBreach = Message(zh: "登记违约", en: "Record a breach")
        static let extendSuspension = Message(zh: "延长中止", en: "Extend a suspension")
        static let extendSigning = Message(zh: "延长签约期限", en: "Extend the time to sign")
        static let beginExpiry = Message(zh: "临期提示", en: "Begin the expiry")
        static let finishContract = Message(zh: "合同到期", en: "Finish the contract")
        static let renewContract = Message(zh: "续期", en: "Renew the contract")
        static let endContractEarly = Message(zh: "提前解除合同", en: "End the contract early")
        static let barParty = Message(zh: "列入限制名单", en: "Bar a party")
        static let liftBar = Message(zh: "移出限制名单", en: "Lift a bar")
        static let countPayment = Message(zh: "核对账上价款", en: "Count a booked payment")
        static let attachMaterial = Message(zh: "提交材料", en: "Attach a paper")
        static let importDeposits = Message(zh: "导入银行到账文件", en: "Import the bank's file of deposits")
    }
}
