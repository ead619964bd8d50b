import Kernel

/// The words of parcels and their maps.
enum LandText {
    static let parcel = Message(zh: "地块", en: "Parcel")
    static let parcelQuestion = Message(zh: "这块地有多大，谁在种？", en: "How large is this field, and who uses it?")
    static let village = Message(zh: "地块图", en: "Map of parcels")
    static let villageQuestion = Message(zh: "村里的地都在哪里，租出去没有？", en: "Where is the village's land, and is it let?")
    static let legend = Message(zh: "本村地块示意图，不是测绘成果", en: "Sketch of the village's parcels, no survey")
    static let sketch = Message(zh: "地块示意图", en: "Sketch of the parcel")
    static let idleOrUnlisted = Message(zh: "闲置，或没有资产卡", en: "Idle, or without a card")
    static let none = Message(zh: "这里还没有登记地块。", en: "No parcel is entered here yet.")
    static let number = Message(zh: "地块编号", en: "Number")
    static let card = Message(zh: "资产卡", en: "Card")
    static let registered = Message(zh: "登记面积", en: "Registered area")
    static let drawn = Message(zh: "按图形算出的面积", en: "Area of the outline")
    static let contracted = Message(zh: "合同面积", en: "Area in the contract")
    static let pieces = Message(zh: "块数和角点", en: "Pieces and corners")
    static let zone = Message(zh: "坐标带", en: "Grid zone")
    static let since = Message(zh: "界线自", en: "Outline since")
    static let closedOn = Message(zh: "已拆分、合并或注销", en: "Split, merged or retired on")
    static let cameFrom = Message(zh: "来自", en: "Came from")
    static let became = Message(zh: "变为", en: "Became")
    static let state = Message(zh: "现状", en: "State")
    static let lessee = Message(zh: "承租方", en: "Lessee")
    static let count = Message(zh: "块数", en: "Parcels")
    static let byState = Message(zh: "按现状分", en: "By state")
    static let history = Message(zh: "历次界线", en: "Outlines over time")
    static let from = Message(zh: "自", en: "From")
    static let until = Message(zh: "至", en: "Until")
    static let today = Message(zh: "现在", en: "today")
    static let first = Message(zh: "初次登记", en: "first entered")
    static let why = Message(zh: "原因", en: "Reason")
    static let shared = Message(zh: "与相邻地块重叠", en: "Ground shared with neighbours")
    static let sharedArea = Message(zh: "重叠面积（平方米）", en: "Shared (m²)")
    static let sharedWidth = Message(zh: "平均宽（米）", en: "Mean width (m)")
    static let corners = Message(zh: "界址点", en: "Corners")
    static let north = Message(zh: "X（北）米", en: "X, north (m)")
    static let east = Message(zh: "Y（东）米", en: "Y, east (m)")
    static let beside = Message(zh: "相邻地块", en: "Beside it")
    static let earlierDays = Message(zh: "往日的地块图", en: "The map of earlier days")
    static let outline = Message(zh: "界址点坐标", en: "Corners on the grid")
    static let outlineHint = Message(
        zh: "每行一个界址点：先 X（北）后 Y（东），单位米，Y 前带坐标带号，如“4022902.24 38430768.68”。空一行另起一块，单独一行“-”另起一个洞。",
        en:
            "A line for each corner: X (north) before Y (east), in metres, the zone before Y, as “4022902.24 38430768.68”. An empty line begins another piece, a line “-” a hole."
    )
    static let contractHint = Message(zh: "合同上写的面积，可不填。", en: "As the contract has it; may be left out.")
    static let name = Message(zh: "小地名", en: "Name")
    static let place = Message(zh: "所在村、组", en: "Village or group")
    static let owner = Message(zh: "所有者", en: "Owner")
    static let reason = Message(zh: "原因", en: "Reason")
    static let cutFrom = Message(zh: "从", en: "From")
    static let cutTo = Message(zh: "切到", en: "to")
    static let cut = Message(zh: "切开看看", en: "Cut and look")
    static let cutNote = Message(
        zh: "先选一条切线，两边的坐标就填好了；也可以直接粘贴坐标。",
        en: "Choose a line to cut along and both parts are filled in; or paste their corners.")
    static let cutTitle = Message(zh: "沿一条直线切开", en: "Cut along a straight line")
    static let splitNote = Message(
        zh: "各块的登记面积按图形分摊，加起来等于原来的登记面积。原地块和它的界线留在历史里。",
        en:
            "The registered area is shared out by what is drawn and adds up to the whole. The parcel that was stays in the history."
    )
    static let mergeNote = Message(
        zh: "合并后的登记面积是各块之和。原来各块和它们的界线留在历史里。",
        en: "The registered area is the sum of the parts. The parcels that were stay in the history.")
    static let mergeWith = Message(zh: "与哪一块合并", en: "Merge with")
    static let mergeAlso = Message(zh: "还有哪一块", en: "and with")
    static let noNeighbour = Message(zh: "旁边没有同一集体的地块。", en: "No parcel of the same collective lies beside it.")

    static func part(_ number: Int) -> Message { Message(zh: "第 \(number) 块的编号", en: "Number of part \(number)") }
    static func partName(_ number: Int) -> Message { Message(zh: "第 \(number) 块的小地名", en: "Name of part \(number)") }
    static func partOutline(_ number: Int) -> Message {
        Message(zh: "第 \(number) 块的界址点", en: "Corners of part \(number)")
    }

    static func corner(_ number: Int) -> Message { Message(zh: "界址点 \(number)", en: "corner \(number)") }
    static func middle(_ one: Int, _ other: Int) -> Message {
        Message(zh: "\(one)–\(other) 边的中点", en: "middle of side \(one)–\(other)")
    }

    static func whole(_ count: String, _ area: String) -> Message {
        Message(zh: "\(count) 块地，登记面积 \(area)", en: "\(count.of("parcel")), \(area) registered")
    }

    static func onDay(_ day: String) -> Message { Message(zh: "\(day) 的地块图", en: "The map of \(day)") }
    static func outlineOn(_ day: String) -> Message { Message(zh: "\(day) 的界线", en: "The outline of \(day)") }

    static func piecesAndCorners(_ pieces: String, _ corners: String) -> Message {
        Message(zh: "\(pieces) 块，\(corners) 个角点", en: "\(pieces.of("piece")), \(corners.of("corner"))")
    }

    static func more(_ area: String) -> Message { Message(zh: "图形比合同多 \(area)", en: "\(area) more than the contract") }
    static func less(_ area: String) -> Message { Message(zh: "图形比合同少 \(area)", en: "\(area) less than the contract") }
    static func zone(_ number: String, _ meridian: String) -> Message {
        Message(zh: "\(number) 带（中央经线 \(meridian)°）", en: "zone \(number) (central meridian \(meridian)°)")
    }
    static func mostShown(_ count: String) -> Message {
        Message(zh: "只画前 \(count) 块，其余请按村民小组查看。", en: "The first \(count) are drawn; look at the groups for the rest.")
    }
}

extension LandState {
    var label: Message {
        switch self {
        case .arrears: Message(zh: "拖欠租金", en: "Rent in arrears")
        case .disputed: Message(zh: "有争议", en: "Disputed")
        case .leased: Message(zh: "已出租", en: "Let")
        case .offered: Message(zh: "正在挂牌", en: "On offer")
        case .idle: Message(zh: "闲置", en: "Idle")
        case .unlisted: Message(zh: "没有资产卡", en: "Without a card")
        }
    }
}

extension GroundVerdict {
    var label: Message {
        switch self {
        case .noise: Message(zh: "测量误差", en: "Noise of measuring")
        case .overlap: Message(zh: "重叠", en: "Overlap")
        case .same: Message(zh: "同一块地", en: "The same field")
        case .contained: Message(zh: "一块在另一块里", en: "One lies in the other")
        }
    }
}
