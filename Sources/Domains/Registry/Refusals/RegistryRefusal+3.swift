import Kernel

extension RegistryRefusal {
    /// Matters are resolved one by one.
    private static let oneMatter = LegalBasis(
        Message(
            zh: "中华人民共和国农村集体经济组织法第二十六条",
            en: "Rural Collective Economic Organisation Law, art. 26"),
        source: "village-register 2.1 (R10)")

    package static let bodyOfAnother = Self(
        2150, field: "body",
        zh: "此会议不是该组织的会议：集体经济组织和村民委员会各有各的会议。",
        en: "The body is not one of this organisation’s: a collective and a villagers’ committee have different ones.",
        next: Message(zh: "请改选组织或会议。", en: "Choose the other organisation, or another body."),
        basis: LegalBasis(
            Message(
                zh: "中华人民共和国农村集体经济组织法第二十六条、村民委员会组织法第二十一条",
                en: "Rural Collective Economic Organisation Law, art. 26; Organic Law of Villagers’ Committees, art. 21"
            ),
            source: "village-register 2.1 (R10)"))

    package static let resolutionUsed = Self(
        2151, .conflict, field: "resolution",
        zh: "此决议已经用于{1}（{2}），一项决议只用一次。",
        en: "The resolution was used for {1} already ({2}); one resolution is used once.",
        next: Message(
            zh: "请改选尚未使用的决议，或者召集会议另作决议。",
            en: "Choose a resolution that was not used, or have another one passed."),
        basis: Self.oneMatter,
        example: [ResolutionUse(.lot, "lot-000123").words, RegistryText.usedEarlier])

    package static let resolutionUnknown = Self(
        2153, field: "resolution",
        zh: "登记簿中没有决议“{1}”。",
        en: "The register has no resolution “{1}”.",
        next: Message(zh: "请先登记该决议，再办理。", en: "Enter the resolution first."),
        basis: Self.oneMatter,
        example: ["resolution-2026-9"])

    package static let resolutionOfOtherObject = Self(
        2152, field: "resolution",
        zh: "此决议只针对“{1}”，不能用于“{2}”。",
        en: "The resolution is about “{1}” and opens nothing for “{2}”.",
        next: Message(zh: "请使用针对该资产的决议。", en: "Use the resolution that was passed about this asset."),
        example: ["tanba-20mu", "tanba-pond"])
}
