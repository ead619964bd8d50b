import Kernel

/// Whose it is (decision records 0230–0233).
extension RegistryRefusal {
    package static let identityTaken = Self(
        2160, .conflict, field: "identityNumber",
        zh: "此身份证号码已登记为“{1}”，一人只登记一次。",
        en: "This identity number is registered as “{1}”; one person is one party.",
        next: Message(zh: "请使用已有的登记。", en: "Use the party that is there."),
        example: ["party-000123"])

    package static let memberElsewhere = Self(
        2161, .forbidden, field: "memberOf",
        zh: "“{1}”不在您负责的地方，成员身份由其所在地登记。",
        en: "“{1}” is not where you are responsible; its own desks say who is a member.",
        next: Message(zh: "请由该集体所在的村或乡镇办理。", en: "Have it entered by the village or township of the collective."),
        example: ["tanba-collective"])

    package static let twinHolds = Self(
        2162, .conflict, field: "asset",
        zh: "“{1}”与“{2}”是同一地块，后者已出租或正在交易，不能再次出租。",
        en: "“{1}” and “{2}” have one outline, and the second is let or on offer; a field is not let twice.",
        next: Message(
            zh: "请核对两张资产卡，保留一张。", en: "Compare both cards, and keep one of them."),
        example: ["a1", "a2"])
}
