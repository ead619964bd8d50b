import Kernel

/// The words of land that was seen in use.
enum SeenText {
    static let title = Message(zh: "无合同用地", en: "Land used without a contract")
    static let recordUse = Message(zh: "录入巡查发现的用地", en: "Enter land seen in use")
    static let explainUse = Message(zh: "说明为什么没有合同", en: "Explain why there is no contract")
    static let takeUpUse = Message(zh: "立项处理", en: "Take it up")
    static let settleUse = Message(zh: "办结：指明合同、标的或账单", en: "Settle: name the contract, lot or bill")
    static let importTitle = Message(zh: "导入巡查记录", en: "Import observations")
    static let importQuestion = Message(zh: "哪个文件里有巡查走出来的界线？", en: "Which file has what was walked?")
    static let importHint = Message(
        zh: "GeoJSON 文件，每次巡查一条：面或点，属性 id、use（种植、堆料……）、seenOn（日期）。",
        en: "A GeoJSON file, one feature a walk: an area or a point, with the properties id, use and seenOn (a day).")
    static let seeList = Message(zh: "看无合同用地", en: "See land used without a contract")
    static let question = Message(zh: "哪些地有人用，却没有合同？", en: "Which land is used without a contract?")
    static let oneQuestion = Message(zh: "这块地谁都没有合同吗？", en: "Does nobody have this land by a contract?")
    static let empty = Message(zh: "还没有巡查记录。", en: "Nothing has been seen here yet.")
    static let seen = Message(zh: "巡查到", en: "Seen")
    static let area = Message(zh: "占用面积", en: "Ground in use")
    static let hidden = Message(zh: "没有合同的面积", en: "Without a contract")
    static let pieces = Message(zh: "块数", en: "Pieces")
    static let use = Message(zh: "用途", en: "Used for")
    static let note = Message(zh: "还看到什么", en: "What else was seen")
    static let noteHint = Message(zh: "不要写人的姓名。", en: "Name nobody.")
    static let seenOn = Message(zh: "看到的日期", en: "Seen on")
    static let seenBy = Message(zh: "谁看到的", en: "Seen by")
    static let picture = Message(zh: "现场照片", en: "Picture")
    static let parcel = Message(zh: "整块地块", en: "A whole parcel")
    static let parcelHint = Message(zh: "地块、界线、点，只填一样。", en: "A parcel, an outline or a point: one of the three.")
    static let outline = Message(zh: "走出来的界线", en: "The outline walked")
    static let outlineHint = Message(
        zh: "贴 GeoJSON，或每行一个界址点：先 X（北）后 Y（东），单位米，Y 前带坐标带号。",
        en: "Paste GeoJSON, or a line for each corner: X (north) before Y (east), in metres, the zone before Y.")
    static let point = Message(zh: "站在地里的一个点", en: "A point in the field")
    static let pointHint = Message(
        zh: "经度在前、纬度在后，如“113.2289, 36.3342”。点所在的整个地块算作占用。",
        en: "Longitude before latitude, as “113.2289, 36.3342”. The parcel around it counts as used.")
    static let phoneMap = Message(zh: "点是从手机地图上读的（会自动纠偏）", en: "Read off a phone's map (its shift is taken off)")
    static let organisation = Message(zh: "集体经济组织", en: "Collective")
    static let stage = Message(zh: "进展", en: "State")
    static let way = Message(zh: "怎么处理", en: "How")
    static let owner = Message(zh: "承办席位", en: "Desk")
    static let due = Message(zh: "办理期限", en: "To be done by")
    static let left = Message(zh: "剩余", en: "Left")
    static let reason = Message(zh: "理由", en: "Reason")
    static let paper = Message(zh: "凭据", en: "Paper")
    static let contract = Message(zh: "合同", en: "Contract")
    static let lot = Message(zh: "交易标的", en: "Lot")
    static let bill = Message(zh: "收费账单", en: "Bill")
    static let nothingToName = Message(zh: "本集体还没有可选的。", en: "This collective has none to choose from yet.")
    static let sketch = Message(zh: "现场与合同地块示意图，不是测绘成果", en: "Sketch of what was seen and what is let, no survey")
    static let keyHidden = Message(zh: "没有合同", en: "without a contract")
    static let keySeen = Message(zh: "巡查到的", en: "seen in use")
    static let keyLet = Message(zh: "有合同的地块", en: "under contract")
    static let piece = Message(zh: "没有合同的部分", en: "part without a contract")

    static func answer(_ open: String, _ area: String, _ late: String) -> Message {
        Message(zh: "待办 \(open) 处，共 \(area)，超期 \(late) 处", en: "\(open) open, \(area) in all, \(late) late")
    }

    static let definition = Message(
        zh: "巡查看到有人用、当天没有合同覆盖、还没有说明或办结的地。",
        en: "Land seen in use that no contract covered on that day, not yet explained or settled.")

    static func openAndLate(_ open: String, _ late: String) -> Message {
        Message(zh: "\(open) 处待办，超期 \(late) 处", en: "\(open) open, \(late) late")
    }

    static func daysLeft(_ days: Int) -> Message {
        switch days {
        case ..<0: Message(zh: "超期 \(-days) 天", en: "\(-days) days late")
        case 0: Message(zh: "今天到期", en: "due today")
        default: Message(zh: "还有 \(days) 天", en: "\(days.of("day")) left")
        }
    }

    static func undrawn(_ count: String) -> Message {
        Message(
            zh: "本集体有 \(count) 份在期的土地合同没有画在地块图上：这些地会被当成没有合同。",
            en:
                "\(count) running contracts for land of this collective are drawn by no parcel: their ground counts as without."
        )
    }

    static func hiddenPart(_ area: String) -> Message {
        Message(zh: "没有合同的部分 \(area)", en: "\(area) without a contract")
    }

    /// The use a word of a file means.
    static func use(of word: String) -> SeenUse {
        let plain = Folding.code(word)
        return SeenUse.allCases.first { $0.rawValue == word || words($0).contains(plain) } ?? .other
    }

    private static func words(_ use: SeenUse) -> Set<String> {
        switch use {
        case .crops: ["种植", "种粮", "种菜", "耕种", "大棚"]
        case .trees: ["植树", "果园", "林木", "苗木"]
        case .livestock: ["养殖", "放牧", "圈舍"]
        case .fishpond: ["养鱼", "鱼塘"]
        case .building: ["建房", "房屋", "厂房", "建筑"]
        case .storage: ["堆料", "堆放", "料场", "堆场"]
        case .parking: ["停车", "停车场"]
        case .other: []
        }
    }
}

extension SeenUse {
    var label: Message {
        switch self {
        case .crops: Message(zh: "种植", en: "Crops")
        case .trees: Message(zh: "林木、果园", en: "Trees")
        case .livestock: Message(zh: "养殖", en: "Livestock")
        case .fishpond: Message(zh: "鱼塘", en: "Fish pond")
        case .building: Message(zh: "建房、厂房", en: "A building")
        case .storage: Message(zh: "堆料", en: "Storage")
        case .parking: Message(zh: "停车", en: "Parking")
        case .other: Message(zh: "其他", en: "Something else")
        }
    }
}

extension Observer {
    var label: Message {
        switch self {
        case .villageStaff: Message(zh: "村干部", en: "Village staff")
        case .groupLeader: Message(zh: "村民小组长", en: "Leader of a group")
        case .villager: Message(zh: "村民反映", en: "A villager")
        case .inspector: Message(zh: "上级检查", en: "An inspection")
        }
    }
}

extension UseWay {
    var label: Message {
        switch self {
        case .contract: Message(zh: "补签合同", en: "A contract")
        case .lot: Message(zh: "公开交易", en: "A lot of the exchange")
        case .charge: Message(zh: "收取占用费", en: "A charge for found land")
        }
    }
}

extension UseStage {
    var label: Message {
        switch self {
        case .covered: Message(zh: "都有合同", en: "Under contract")
        case .open: Message(zh: "待处理", en: "Open")
        case .explained: Message(zh: "已说明", en: "Explained")
        case .takenUp: Message(zh: "已立项", en: "Taken up")
        case .settled: Message(zh: "已办结", en: "Settled")
        }
    }
}
