extension Role {
    /// The title of the role, as offices print it. The only table of these words.
    package var label: Message {
        switch self {
        case .villageClerk: Message(zh: "村级信息员", en: "village clerk")
        case .villageAccountant: Message(zh: "村报账员", en: "village accountant")
        case .stationAgent: Message(zh: "乡镇交易站经办人", en: "station agent")
        case .stationReviewer: Message(zh: "乡镇交易站审核人", en: "station reviewer")
        case .countyOfficer: Message(zh: "县级经办人", en: "county officer")
        case .countyReleaser: Message(zh: "县级发布人", en: "county releaser")
        case .supervisor: Message(zh: "监督人员", en: "supervisor")
        case .bidder: Message(zh: "竞买人", en: "bidder")
        case .villager: Message(zh: "村民", en: "villager")
        case .administrator: Message(zh: "系统管理员", en: "administrator")
        case .system: Message(zh: "系统", en: "the program")
        }
    }

    /// Who signs in by a code on their phone; everyone else has a name and a password.
    package var signsInByPhone: Bool { self == .bidder || self == .villager }
}
