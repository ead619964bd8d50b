package import Kernel

extension ParameterKey {
    /// What the figure means, as the page of parameters shows it.
    package var title: Message {
        switch self {
        case .routingLandCountyArea: Message(zh: "土地进县级交易的面积", en: "Land: area from which the county trades")
        case .routingLandReviewArea: Message(zh: "土地需县级复核的面积", en: "Land: area from which the county reviews")
        case .routingAssetCountyAmount: Message(zh: "资产进县级交易的金额", en: "Assets: amount from which the county trades")
        case .routingAssetReviewAmount: Message(zh: "资产需县级复核的金额", en: "Assets: amount from which the county reviews")
        case .routingFourWasteCountyAmount:
            Message(zh: "四荒进县级交易的金额", en: "Four wastes: amount from which the county trades")
        case .routingFourWasteCountyArea:
            Message(zh: "四荒进县级交易的面积", en: "Four wastes: area from which the county trades")
        case .routingForestCountyAmount: Message(zh: "林权进县级交易的金额", en: "Forest: amount from which the county trades")
        case .routingForestCountyArea: Message(zh: "林权进县级交易的面积", en: "Forest: area from which the county trades")
        case .routingEquipmentCountyAmount:
            Message(zh: "设备进县级交易的金额", en: "Equipment: amount from which the county trades")
        case .routingPurchaseCountyAmount:
            Message(zh: "采购进县级交易的金额", en: "Purchases: amount from which the county trades")
        case .routingWaterworksCountyAmount:
            Message(zh: "小型水利进县级交易的金额", en: "Small water works: amount from which the county trades")
        case .routingWorksCountyAmount: Message(zh: "小型工程进县级交易的金额", en: "Works: amount from which the county trades")
        case .routingVillageMaxAmount:
            Message(zh: "村级自行交易的金额上限（0 为不允许）", en: "Village alone: highest amount (0: never)")
        case .routingVillageMaxYears: Message(zh: "村级自行交易的年限上限", en: "Village alone: longest term")
        case .routingVillageMaxArea: Message(zh: "村级自行交易的面积上限", en: "Village alone: largest area")
        case .routingCountyYears: Message(zh: "超过此年限进县级交易", en: "Terms longer than this go to the county")
        case .routingAntiSplitMonths: Message(zh: "拆分累计的月数", en: "Months over which split lots are summed")
        case .routingAdjacentMetres:
            Message(zh: "视为相邻地块的间距", en: "Parcels no farther apart than this are adjacent")
        case .acceptDays: Message(zh: "受理时限", en: "Days to accept an application")
        case .reviewDays: Message(zh: "审核时限", en: "Days to review")
        case .noticeFirstCountyDays: Message(zh: "县级首次公告期", en: "First notice, county")
        case .noticeFirstTownshipDays: Message(zh: "乡镇首次公告期", en: "First notice, township")
        case .noticeFirstVillageDays: Message(zh: "村级首次公告期", en: "First notice, village")
        case .noticeRelistDays: Message(zh: "再次公告期", en: "Notice when listed again")
        case .noticeRelistCycles: Message(zh: "再次公告最多次数", en: "Times a lot may be listed again")
        case .priceCutMaxStep: Message(zh: "一次降价上限", en: "Largest single price cut")
        case .priceCutMaxTotal: Message(zh: "累计降价上限", en: "Largest total price cut")
        case .depositRate: Message(zh: "保证金占首年价款的比例", en: "Deposit as a share of the first year")
        case .depositMinimum: Message(zh: "保证金最低额", en: "Lowest deposit")
        case .depositLargeAmount: Message(zh: "大额标的起点", en: "Amount from which a lot is large")
        case .depositLargeRate: Message(zh: "大额标的保证金比例", en: "Deposit share for large lots")
        case .incrementRate: Message(zh: "加价幅度占起始价的比例", en: "Increment as a share of the start price")
        case .incrementMinimum: Message(zh: "最低加价幅度", en: "Lowest increment")
        case .auctionFreeSeconds: Message(zh: "自由竞价时长", en: "Free phase of an auction")
        case .auctionExtensionSeconds: Message(zh: "延时竞价窗口", en: "Extension window")
        case .auctionNoticeDays: Message(zh: "拍卖公告期", en: "Notice before a live auction")
        case .tenderNoticeDays: Message(zh: "招标文件到截止的天数", en: "Days from tender documents to closing")
        case .tenderPublicityDays: Message(zh: "中标候选人公示期", en: "Publicity of tender candidates")
        case .tenderMinBidders: Message(zh: "招标最少投标人", en: "Fewest bidders in a tender")
        case .priorityWindowSeconds: Message(zh: "优先权行使时长", en: "Window for priority rights")
        case .singleBidderCountyRelists:
            Message(zh: "县级标的单一报名前须再次公告次数", en: "County lots: relistings before one bidder suffices")
        case .resultPublicityDays: Message(zh: "成交结果公示期", en: "Publicity of the result")
        case .objectionReplyDays: Message(zh: "异议答复时限", en: "Days to answer an objection")
        case .objectionPerPerson: Message(zh: "每人对同一公示的异议次数", en: "Objections of one person to one notice")
        case .contractSignDays: Message(zh: "签约时限", en: "Days to sign")
        case .contractSignExtensionDays: Message(zh: "签约延期", en: "Extension of the time to sign")
        case .contractExpiringDays: Message(zh: "临期提示天数", en: "Days before the end at which a contract expires")
        case .qualificationReviewArea: Message(zh: "工商资本租地审查面积", en: "Land from which a company is reviewed")
        case .depositRefundDays: Message(zh: "保证金退还时限", en: "Days to refund deposits")
        case .depositConvertDays: Message(zh: "成交保证金转价款时限", en: "Days to turn the winner's deposit into price")
        case .termLeaseYears: Message(zh: "租赁最长期限", en: "Longest lease")
        case .termFourWasteYears: Message(zh: "四荒最长期限", en: "Longest term for the four wastes")
        case .certificateDays: Message(zh: "鉴证书出具时限", en: "Days to issue a certificate")
        case .blacklistBreachMonths: Message(zh: "违约列入黑名单的月数", en: "Blacklist after a breach")
        case .blacklistCollusionMonths: Message(zh: "串通列入黑名单的月数", en: "Blacklist after collusion")
        case .suspendMaxDays: Message(zh: "中止最长天数", en: "Longest suspension")
        case .suspendRenewals: Message(zh: "中止可续次数", en: "Times a suspension may be renewed")
        case .suspendMinRemainingDays: Message(zh: "恢复后最少剩余时间", en: "Least time left after resumption")
        case .fileDays: Message(zh: "归档时限", en: "Days to file")
        case .retentionYears: Message(zh: "档案保存年限", en: "Years files are kept")
        case .guidePriceMonths: Message(zh: "指导价取样月数", en: "Months of deals behind a guide price")
        case .guidePriceMinSamples: Message(zh: "指导价最少样本", en: "Fewest deals behind a guide price")
        default: labourName
        }
    }

    /// The figures of the books and of the casual labour market.
    private var labourName: Message {
        switch self {
        case .budgetRefuseOver: Message(zh: "超预算凭证不予受理（1 为不受理）", en: "Vouchers beyond the budget are refused (1: yes)")
        case .claimReviewAmount: Message(zh: "报账须乡镇复核的金额", en: "Claims: amount from which the township reviews")
        case .claimCountyAmount: Message(zh: "报账须县级审批的金额", en: "Claims: amount from which the county approves")
        case .claimOfficeReviewAmount:
            Message(zh: "报账（办公费用）须乡镇复核的金额", en: "Claims of the office: amount from which the township reviews")
        case .claimOfficeCountyAmount:
            Message(zh: "报账（办公费用）须县级审批的金额", en: "Claims of the office: amount from which the county approves")
        case .claimWorksReviewAmount:
            Message(zh: "报账（工程建设）须乡镇复核的金额", en: "Claims for works: amount from which the township reviews")
        case .claimWorksCountyAmount:
            Message(zh: "报账（工程建设）须县级审批的金额", en: "Claims for works: amount from which the county approves")
        case .labourHourFullTime: Message(zh: "最低小时工资（全日制）", en: "Minimum wage an hour, full-time")
        case .labourHourPartTime: Message(zh: "最低小时工资（非全日制）", en: "Minimum wage an hour, part-time")
        case .labourShiftHours: Message(zh: "一班最长小时数", en: "Most hours of a shift")
        case .labourOfferSeconds: Message(zh: "岗位邀约有效时间", en: "How long an offer of a seat stands")
        case .labourNoShowSeconds: Message(zh: "开工后多久算未到岗", en: "After the start until a no-show")
        case .labourCallOutSeconds: Message(zh: "误工补偿时长", en: "Time paid when called out in vain")
        case .labourArrearOpenDays: Message(zh: "欠薪立案期限", en: "Working days until a case of arrears")
        case .labourArrearAnswerDays:
            Message(zh: "欠薪后停止发单期限", en: "Working days until an employer in arrears is blocked")
        case .labourArrearMediateDays: Message(zh: "欠薪调解期限", en: "Working days until mediation of arrears")
        case .labourArrearHandOverDays: Message(zh: "欠薪移交监察期限", en: "Working days until arrears go to inspection")
        case .labourSmallestCell: Message(zh: "统计最小人数", en: "Fewest people a figure shows")
        default: booksName ?? wasteName
        }
    }

    /// The figures of waste collection.
    private var wasteName: Message {
        switch self {
        case .wasteComplaintSeconds: Message(zh: "垃圾投诉答复时限", en: "Time to answer a complaint about waste")
        case .wasteComplaintMost: Message(zh: "每人未办结的垃圾投诉件数", en: "Open complaints about waste of one person")
        case .wasteTareStray: Message(zh: "皮重与登记皮重的允许偏差", en: "How far a tare may be off the registered one")
        case .wasteTareDays: Message(zh: "皮重登记的有效天数", en: "Days a vehicle's registered tare holds")
        case .resolutionUsedOnce: Message(zh: "一项决议只用一次（1 为是）", en: "A resolution is used once (1: yes)")
        case .resolutionFromRoll:
            Message(zh: "登记决议的应到人数以名册为准（1 为是）", en: "The number entitled to vote comes from the roll (1: yes)")
        case .contractOutsider:
            Message(
                zh: "直接登记的外来承租合同须有决议（1 为是）",
                en: "A contract entered directly with an outsider takes a resolution (1: yes)")
        case .cleanupFindingDays: Message(zh: "无合同用地须在几天内处理", en: "Days to bring a use without a contract in order")
        case .wasteLoadMost: Message(zh: "净重占核定载质量的上限", en: "Most net weight as a share of the capacity")
        default: deliberationName ?? Message(zh: rawValue, en: rawValue)
        }
    }
}
