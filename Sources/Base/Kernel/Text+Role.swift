extension Role {
    /// What counties call the role. The only table: every page of every room asks here.
    package var label: Message {
        switch self {
        case .villageClerk: Message(zh: "村经办人", en: "Village clerk")
        case .villageAccountant: Message(zh: "村报账员", en: "Village accountant")
        case .stationAgent: Message(zh: "交易站经办人", en: "Station agent")
        case .stationReviewer: Message(zh: "交易站审核人", en: "Station reviewer")
        case .countyOfficer: Message(zh: "县级经办人", en: "County officer")
        case .countyReleaser: Message(zh: "县级发布人", en: "County releaser")
        case .supervisor: Message(zh: "监督人员", en: "Supervisor")
        case .bidder: Message(zh: "竞买人", en: "Bidder")
        case .villager: Message(zh: "村民", en: "Villager")
        case .administrator: Message(zh: "系统管理员", en: "Administrator")
        case .system: Message(zh: "系统", en: "The program itself")
        }
    }

    /// The same inside a sentence: “Hello, village clerk”.
    package var phrase: Message { Message(zh: label.zh, en: label.en.lowercased()) }

    /// Who signs in by a code on their phone; everyone else has a name and a password.
    package var signsInByPhone: Bool { self == .bidder || self == .villager }
}
