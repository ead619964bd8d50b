import Kernel

/// Supplementary agreements.
extension RegistryRefusal {
    private static let changed = LegalBasis(
        Message(zh: "中华人民共和国民法典第五百四十三条", en: "Civil Code, art. 543"),
        source: "village-register 3.1 (recalled)")

    package static let contractOver = Self(
        2168, .conflict,
        zh: "合同已于 {1} 结束，不能再用补充协议变更。",
        en: "The contract was over on {1}; a supplementary agreement changes nothing any more.",
        next: Message(zh: "要继续使用，请另行登记合同。", en: "Register another contract where the use goes on."),
        basis: LegalBasis(
            Message(zh: "中华人民共和国民法典第五百五十七条", en: "Civil Code, art. 557"),
            source: "village-register 3.1 (recalled)"),
        example: [CivilDate.earliest])

    package static let amendmentInPast = Self(
        2169, field: "from",
        zh: "补充协议最早从 {1} 起执行：已经开始的年度和已付的租金不变。",
        en: "A supplementary agreement runs from {1} at the earliest: years that have begun, and what was paid, stay.",
        next: Message(zh: "请改选执行日期。", en: "Choose a later day."), basis: changed,
        example: [CivilDate.earliest])

    package static let amendmentMidYear = Self(
        2170, field: "from",
        zh: "补充协议从一个租金年度的第一天起执行，最近的是 {1}。",
        en: "A supplementary agreement begins with a year of the rent; the next begins on {1}.",
        next: Message(zh: "请填写该日期。", en: "Enter that day."), basis: changed,
        example: [CivilDate.latest])

    package static let rentMissing = Self(
        2171, field: "schedule.annualFen",
        zh: "从该日起没有可以接着推算的年租金。",
        en: "From that day on there is no rent by the year that could go on.",
        next: Message(zh: "请填写年租金。", en: "Enter the rent a year."), basis: changed)

    package static let termOverlaps = Self(
        2172, .conflict, field: "end",
        zh: "同一地块或资产在 {2} 至 {3} 已有合同“{1}”。",
        en: "Contract “{1}” holds the same asset from {2} to {3}.",
        next: Message(zh: "请把到期日改在该合同开始之前。", en: "Let the term end before that contract begins."),
        basis: LegalBasis(
            Message(
                zh: "最高人民法院关于审理涉及农村土地承包纠纷案件适用法律问题的解释第十九条",
                en: "Supreme Court, interpretation on rural land contracts, art. 19"),
            source: "village-register 3.1 (R13)"),
        example: ["c-2026-1", CivilDate.earliest, CivilDate.latest])

    package static let subletOutlives = Self(
        2173, .conflict, field: "end",
        zh: "转租到 {1} 才结束，合同不能先于转租到期。",
        en: "A sublease lasts until {1}; the contract does not end before it.",
        next: Message(zh: "请把到期日改在该日或以后。", en: "Choose that day or a later one."),
        basis: LegalBasis(
            Message(zh: "中华人民共和国民法典第七百一十七条", en: "Civil Code, art. 717"),
            source: "village-register 3.1 (recalled)"),
        example: [CivilDate.latest])

    package static let resolutionNeeded = Self(
        2174, field: "resolution",
        zh: "延长期限，或者与本集体成员以外的承租方变更合同，须有民主决议。",
        en: "A longer term, and any change of a contract with an outsider, takes a resolution of the members.",
        next: Message(zh: "请召集会议表决，登记决议后在此选择。", en: "Have it resolved, enter the resolution, and choose it here."),
        basis: Self.members)

    package static let resolutionUnfit = Self(
        2175, field: "resolution",
        zh: "所选决议不是出租方就此类事项通过的决议；外来承租方使用土地的，须为“发包给外来单位或个人”事项的决议。",
        en:
            "The resolution is not one that the lessor passed on such a matter; for an outsider on land it is one on contracting to outsiders.",
        next: Message(zh: "请改选决议。", en: "Choose another resolution."), basis: Self.members)

    package static let outsiderResolution = Self(
        2176, field: "resolution",
        zh: "不经交易市场、与本集体成员以外的承租方直接签订的合同，须有民主决议。",
        en: "A contract with an outsider that did not come through the exchange takes a resolution of the members.",
        next: Message(
            zh: "请召集会议表决，登记决议后在此选择；也可以提交交易市场公开出租。",
            en: "Have it resolved, enter the resolution and choose it here; or let it through the exchange."),
        basis: Self.members)

    private static let members = LegalBasis(
        Message(
            zh: "中华人民共和国农村土地承包法第五十二条、农村集体经济组织法第二十六条",
            en: "Rural Land Contracting Law, art. 52; Rural Collective Economic Organisation Law, art. 26"),
        source: "village-register 2.1 (R10)")
}
