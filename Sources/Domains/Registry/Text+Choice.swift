package import Kernel

// What each choice is called on a page.

extension DivisionLevel {
    package var label: Message {
        switch self {
        case .province: Message(zh: "省级", en: "Province")
        case .prefecture: Message(zh: "市级", en: "Prefecture")
        case .county: Message(zh: "县级", en: "County")
        case .township: Message(zh: "乡镇级", en: "Township")
        case .village: Message(zh: "村级", en: "Village")
        case .group: Message(zh: "村民小组", en: "Villagers’ group")
        }
    }
}

extension DivisionKind {
    package var label: Message {
        switch self {
        case .province: Message(zh: "省", en: "province")
        case .prefecture: Message(zh: "地级市", en: "prefecture")
        case .county: Message(zh: "县", en: "county")
        case .district: Message(zh: "市辖区", en: "district")
        case .countyCity: Message(zh: "县级市", en: "county-level city")
        case .subdistrict: Message(zh: "街道", en: "subdistrict")
        case .town: Message(zh: "镇", en: "town")
        case .township: Message(zh: "乡", en: "township")
        case .community: Message(zh: "社区", en: "community")
        case .village: Message(zh: "村", en: "village")
        case .group: Message(zh: "村民小组", en: "group")
        case .other: Message(zh: "开发区等", en: "zone or other")
        }
    }
}

extension CodeSystem {
    package var label: Message {
        switch self {
        case .statistical: Message(zh: "统计用代码", en: "Statistics")
        case .civilAffairs: Message(zh: "民政代码", en: "Civil affairs")
        }
    }
}

extension OrganisationKind {
    package var label: Message {
        switch self {
        case .collective: Message(zh: "村集体经济组织", en: "Village collective")
        case .committee: Message(zh: "村民委员会", en: "Villagers’ committee")
        case .townshipCollective: Message(zh: "乡镇集体经济组织", en: "Township collective")
        case .groupCollective: Message(zh: "组集体经济组织", en: "Group collective")
        case .company: Message(zh: "公司", en: "Company")
        case .cooperative: Message(zh: "合作社", en: "Cooperative")
        }
    }
}

extension PartyKind {
    package var label: Message {
        switch self {
        case .person: Message(zh: "个人", en: "Person")
        case .household: Message(zh: "农户", en: "Household")
        case .company: Message(zh: "公司", en: "Company")
        case .cooperative: Message(zh: "合作社", en: "Cooperative")
        case .familyFarm: Message(zh: "家庭农场", en: "Family farm")
        }
    }
}

extension AssetClass {
    package var label: Message {
        switch self {
        case .irrigated: Message(zh: "水浇地", en: "Irrigated land")
        case .dry: Message(zh: "旱地", en: "Dry land")
        case .slope: Message(zh: "坡地", en: "Sloping land")
        case .greenhouse: Message(zh: "设施农用地", en: "Greenhouses")
        case .orchard: Message(zh: "园地", en: "Orchard")
        case .forest: Message(zh: "林地", en: "Forest")
        case .waste: Message(zh: "四荒地", en: "Waste land")
        case .water: Message(zh: "水面", en: "Water")
        case .shop: Message(zh: "门面", en: "Shop")
        case .workshop: Message(zh: "厂房", en: "Workshop")
        case .yard: Message(zh: "场院", en: "Yard")
        case .building: Message(zh: "房屋", en: "Building")
        case .equipment: Message(zh: "设备", en: "Equipment")
        case .biological: Message(zh: "生物资产", en: "Biological asset")
        case .other: Message(zh: "其他", en: "Other")
        }
    }
}

extension AssetKind {
    package var label: Message {
        switch self {
        case .resource: Message(zh: "资源性资产", en: "Resource")
        case .operating: Message(zh: "经营性资产", en: "Operating asset")
        case .nonOperating: Message(zh: "非经营性资产", en: "Non-operating asset")
        }
    }
}

extension AssetRight {
    package var label: Message {
        switch self {
        case .ownership: Message(zh: "集体所有权", en: "Collective ownership")
        case .contractedManagement: Message(zh: "土地承包经营权", en: "Contracted management right")
        case .operation: Message(zh: "土地经营权", en: "Operation right")
        }
    }
}

extension AssetStatus {
    package var label: Message {
        switch self {
        case .idle: Message(zh: "闲置", en: "Idle")
        case .reserved: Message(zh: "交易中", en: "In trade")
        case .leased: Message(zh: "已出租", en: "Let")
        case .disputed: Message(zh: "有争议", en: "In dispute")
        case .retired: Message(zh: "已注销", en: "Retired")
        }
    }
}

extension CertificateLevel {
    package var label: Message {
        switch self {
        case .county: Message(zh: "县级", en: "County")
        case .township: Message(zh: "乡镇级", en: "Township")
        case .village: Message(zh: "村级", en: "Village")
        }
    }
}

extension TradeCategory {
    package var label: Message {
        switch self {
        case .a1: Message(zh: "农户承包土地经营权", en: "Operation right of household land")
        case .a2: Message(zh: "集体统一经营耕地、机动地", en: "Collective arable land")
        case .a3: Message(zh: "四荒使用权", en: "Waste land")
        case .a4: Message(zh: "养殖水面、小型水利设施使用权", en: "Water surface and small water works")
        case .b1: Message(zh: "林地经营权、林木所有权", en: "Forest land and timber")
        case .c1: Message(zh: "集体经营性资产出租", en: "Lease of operating assets")
        case .c2: Message(zh: "集体资产转让", en: "Sale of assets")
        case .c3: Message(zh: "集体经营性建设用地使用权", en: "Collective construction land")
        case .c4: Message(zh: "闲置宅基地、农房使用权", en: "Idle homesteads")
        case .d1: Message(zh: "农业生产设施设备", en: "Farm equipment")
        case .d2: Message(zh: "农业类知识产权", en: "Agricultural intellectual property")
        case .d3: Message(zh: "集体资产股权", en: "Collective shares")
        case .e1: Message(zh: "村级小型工程", en: "Small village works")
        case .e2: Message(zh: "村集体采购", en: "Village purchasing")
        case .f1: Message(zh: "生物资产", en: "Biological assets")
        case .g1: Message(zh: "碳汇、水权、指标", en: "Carbon, water and quota rights")
        }
    }
}

extension TransferWay {
    package var label: Message {
        switch self {
        case .lease: Message(zh: "出租", en: "Lease")
        case .subcontract: Message(zh: "转包", en: "Subcontract")
        case .exchange: Message(zh: "互换", en: "Exchange")
        case .assignment: Message(zh: "转让", en: "Assignment")
        case .shareholding: Message(zh: "入股", en: "Shareholding")
        case .mortgage: Message(zh: "抵押", en: "Mortgage")
        case .contractOut: Message(zh: "发包", en: "Contracting out")
        case .cooperation: Message(zh: "合作", en: "Cooperation")
        case .loan: Message(zh: "借用", en: "Loan for use")
        case .other: Message(zh: "其他", en: "Other")
        }
    }
}

extension ResolutionMatter {
    package var label: Message {
        switch self {
        case .outsiderContracting: Message(zh: "集体土地发包给本集体以外的人", en: "Contracting land to outsiders")
        case .assetLease: Message(zh: "资产资源出租", en: "Letting of assets")
        case .assetDisposal: Message(zh: "资产转让处置", en: "Disposal of assets")
        case .priceCut: Message(zh: "降价再次公告", en: "Price cut")
        case .belowGuidePrice: Message(zh: "低于指导价", en: "Below the guide price")
        case .budget: Message(zh: "年度预算", en: "Annual budget")
        case .distribution: Message(zh: "收益分配", en: "Distribution")
        case .investment: Message(zh: "对外投资", en: "Investment")
        case .constructionLand: Message(zh: "经营性建设用地", en: "Construction land")
        case .charter: Message(zh: "章程", en: "Charter")
        case .membership: Message(zh: "成员身份确认", en: "Membership")
        case .landPlan: Message(zh: "土地、宅基地、股权方案", en: "Land and share plans")
        case .landCompensation: Message(zh: "土地补偿费", en: "Land compensation")
        case .merger: Message(zh: "合并、分立", en: "Merger or division")
        case .outsideBeneficiaries: Message(zh: "外来人员享有权益", en: "Outsiders as beneficiaries")
        case .committeeMatter: Message(zh: "村民委员会事项", en: "Matter of the committee")
        case .groupMatter: Message(zh: "村民小组事项", en: "Matter of a villagers’ group")
        case .councilRoutine: Message(zh: "理事会日常事项", en: "Council routine")
        }
    }
}

extension ResolutionBody {
    package var label: Message {
        switch self {
        case .assembly: Message(zh: "成员大会", en: "Members’ assembly")
        case .representatives: Message(zh: "成员代表大会", en: "Representatives’ assembly")
        case .villagersMeeting: Message(zh: "村民会议", en: "Villagers’ meeting")
        case .villagersRepresentatives: Message(zh: "村民代表会议", en: "Villagers’ representatives’ conference")
        case .groupMeeting: Message(zh: "村民小组会议", en: "Villagers’ group meeting")
        case .council: Message(zh: "理事会", en: "Council")
        }
    }
}

extension ParameterUnit {
    package var label: Message {
        switch self {
        case .fen: Message(zh: "元", en: "yuan")
        case .area: Message(zh: "亩", en: "mu")
        case .basisPoints: Message(zh: "%", en: "%")
        case .workingDays: Message(zh: "个工作日", en: "working days")
        case .days: Message(zh: "天", en: "days")
        case .months: Message(zh: "个月", en: "months")
        case .years: Message(zh: "年", en: "years")
        case .seconds: Message(zh: "秒", en: "seconds")
        case .count: Message(zh: "次（个）", en: "times")
        case .metres: Message(zh: "米", en: "metres")
        case .flag: Message(zh: "是/否", en: "yes or no")
        }
    }
}
