import Kernel

/// Rents that run by a rule, and contracts that are passed on.
extension RegistryRefusal {
    package static let scheduleUnclear = Self(
        2163, .badInput, field: "schedule",
        zh: "租金的算法不完整：递增要同时写几年和百分之几，实物租要同时写品名和数量。",
        en:
            "The rent’s rule is incomplete: a rise needs both years and per cent, a rent in kind both good and quantity.",
        next: Message(zh: "请补齐后重新提交；没有任何内容被写入。", en: "Complete it and send it again; nothing was written."))

    package static let scheduleTotal = Self(
        2164, field: "totalFen",
        zh: "按算法各年合计 {1} 元，填写的总额是 {2} 元。",
        en: "By its rule the rent sums to {1} yuan; the total given is {2} yuan.",
        next: Message(zh: "请核对；总额可以不填，由系统算出。", en: "Compare them; the total may be left out and is reckoned."),
        example: [RegistryText.yuan(21_550_625), RegistryText.yuan(21_550_000)])

    package static let subletToSelf = Self(
        2165, field: "sublessee",
        zh: "转租不能转给承租方自己。",
        en: "A lessee does not sublet to themselves.",
        next: Message(zh: "请选择次承租方。", en: "Choose the sublessee."))

    package static let subletBeyondTerm = Self(
        2166, field: "end",
        zh: "转租的期限应在原合同的 {1} 至 {2} 之内。",
        en: "A sublease lies within the contract’s own term, {1} to {2}.",
        next: Message(zh: "请改正起止日期。", en: "Correct the days."),
        basis: LegalBasis(
            Message(zh: "中华人民共和国民法典第七百一十七条", en: "Civil Code, art. 717"),
            source: "village-register 3.1 (recalled)"),
        example: [CivilDate.earliest, CivilDate.latest])

    package static let subletTwice = Self(
        2167, .conflict, field: "start",
        zh: "{1} 至 {2} 已经转租。",
        en: "It is sublet from {1} to {2} already.",
        next: Message(zh: "请避开这段时间。", en: "Choose other days."),
        example: [CivilDate.earliest, CivilDate.latest])
}
