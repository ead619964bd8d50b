import Kernel

/// A village of the demo county. Everything about it is invented.
struct DemoVillage {
    let id: String
    let division: String
    let name: String
    /// The township's desk.
    let station: String
    let matter: String
    let cashYuan: Int64
    let startYuan: Int64
    let assets: [DemoAsset]
    /// Who acts for the village: its own clerk, or the township's station where it has none.
    var clerk: String?
    /// Which of the village's sales is meant, where it has more than the first.
    var sale: Int?

    /// How the things of one sale are named.
    var deal: String { sale.map { "\(id)-s\($0)" } ?? id }
    var collective: String { "\(id)-collective" }
    /// Who looks at what the station books.
    var review: String { station.split(separator: "-").dropLast().joined(separator: "-") + "-review" }
    var desk: String { clerk ?? "\(id)-clerk" }
    var collectiveName: String {
        let township = DemoText.largeTownships.first { division.hasPrefix($0.division) }?.name ?? ""
        return "青禾县\(township)\(name)集体经济组织股份经济合作社"
    }
}

struct DemoAsset {
    let id: String
    let assetClass: String
    let kind: String
    let name: String
    let use: String
    var mu: Int64?
    var valueYuan: Int64?
}

/// The words of the demo county: invented places, bodies and people.
enum DemoText {
    struct Place {
        let code: String
        let name: String
        let level: String
        let parent: String
        let kind: String
    }

    struct Township {
        let id: String
        let division: String
        let name: String
    }

    struct Bidder {
        let id: String
        let kind: String
        let name: String
        /// Of bodies; its check digits are right, the number is nobody's.
        var creditCode: String?
        var isPerson: Bool { kind == "person" }
    }

    struct Entry {
        let summary: String
        let debit: String
        let credit: String
        let yuan: Int64
    }

    static let holiday = "法定节日"
    static let spring = "春节"
    static let holidaySource = "演示用：放假日期为虚构，以国务院公布的为准"
    static let places: [Place] =
        [
            Place(code: "140000000000", name: "山西省", level: "province", parent: "", kind: "province"),
            Place(code: "140400000000", name: "长治市", level: "prefecture", parent: "140000000000", kind: "prefecture"),
            Place(code: "140498000000", name: "青禾县", level: "county", parent: "140400000000", kind: "county"),
            Place(code: "140498101000", name: "石桥镇", level: "township", parent: "140498000000", kind: "town"),
            Place(code: "140498102000", name: "河湾镇", level: "township", parent: "140498000000", kind: "town"),
            Place(code: "140498201000", name: "松坪乡", level: "township", parent: "140498000000", kind: "township"),
        ]
        + villages.map { village in
            Place(
                code: String(village.division.dropFirst()), name: village.name, level: "village",
                parent: village.division.dropFirst().prefix(9) + "000", kind: "village")
        }

    static let townships = [
        Township(id: "shiqiao", division: "p140498101", name: "石桥镇"),
        Township(id: "hewan", division: "p140498102", name: "河湾镇"),
        Township(id: "songping", division: "p140498201", name: "松坪乡"),
    ]

    /// Of the county's trading centre; the account is invented.
    static let centre = (
        office: "青禾县农村产权交易中心", address: "青禾县东街 1 号政务服务中心三楼", hours: "工作日 8:30–12:00，14:30–18:00",
        bank: "青禾农村商业银行营业部"
    )
    static let stationAddress = "镇便民服务中心一楼"

    static let villages = [
        DemoVillage(
            id: "dongpo", division: "p140498101201", name: "东坡村", station: "shiqiao-station",
            matter: "outsiderContracting", cashYuan: 186_000, startYuan: 420,
            assets: [
                DemoAsset(
                    id: "dongpo-field", assetClass: "irrigated", kind: "resource", name: "村东水浇地", use: "种植玉米、谷子",
                    mu: 60),
                DemoAsset(
                    id: "dongpo-hall", assetClass: "building", kind: "nonOperating", name: "村民活动中心", use: "公益",
                    valueYuan: 260_000),
            ]),
        DemoVillage(
            id: "xiyao", division: "p140498101202", name: "西窑村", station: "shiqiao-station",
            matter: "outsiderContracting", cashYuan: 92_000, startYuan: 300,
            assets: [
                DemoAsset(
                    id: "xiyao-orchard", assetClass: "orchard", kind: "resource", name: "后山核桃园", use: "林果", mu: 80)
            ]),
        DemoVillage(
            id: "hetou", division: "p140498102201", name: "河头村", station: "hewan-station",
            matter: "outsiderContracting", cashYuan: 240_000, startYuan: 650,
            assets: [
                DemoAsset(
                    id: "hetou-greenhouse", assetClass: "greenhouse", kind: "resource", name: "河滩日光温室", use: "蔬菜",
                    mu: 24)
            ]),
        DemoVillage(
            id: "nanzhuang", division: "p140498102202", name: "南庄村", station: "hewan-station",
            matter: "assetLease", cashYuan: 310_000, startYuan: 18_000,
            assets: [
                DemoAsset(
                    id: "nanzhuang-shop", assetClass: "shop", kind: "operating", name: "沿街门面三间", use: "商铺",
                    valueYuan: 480_000)
            ]),
        DemoVillage(
            id: "songshu", division: "p140498201201", name: "松树岭村", station: "songping-station",
            matter: "outsiderContracting", cashYuan: 58_000, startYuan: 120,
            assets: [
                DemoAsset(
                    id: "songshu-slope", assetClass: "slope", kind: "resource", name: "松树岭坡地", use: "中药材", mu: 110)
            ]),
        DemoVillage(
            id: "beigou", division: "p140498201202", name: "北沟村", station: "songping-station",
            matter: "assetLease", cashYuan: 73_000, startYuan: 9_600,
            assets: [
                DemoAsset(
                    id: "beigou-mill", assetClass: "workshop", kind: "operating", name: "旧粮油加工厂房", use: "农产品加工",
                    valueYuan: 350_000)
            ]),
    ]

    static let bidders = [
        Bidder(id: "bidder-zhao", kind: "person", name: "赵春生"),
        Bidder(id: "bidder-coop", kind: "cooperative", name: "青禾县丰谷种植专业合作社", creditCode: "93140498MA6901A10Q"),
        Bidder(id: "bidder-liu", kind: "person", name: "刘桂兰"),
        Bidder(id: "bidder-farm", kind: "company", name: "青禾县绿野农业有限公司", creditCode: "91140498MA6901B255"),
    ]

    static let vouchers = [
        Entry(summary: "收到耕地地力保护补助", debit: "102", credit: "503", yuan: 12_000),
        Entry(summary: "提取备用金", debit: "101", credit: "102", yuan: 3_000),
        Entry(summary: "支付村内道路养护费", debit: "514", credit: "102", yuan: 4_600),
        Entry(summary: "支付办公费", debit: "513", credit: "101", yuan: 480),
        Entry(summary: "收到门面租金", debit: "102", credit: "501", yuan: 6_000),
        Entry(summary: "支付水渠维修费", debit: "514", credit: "102", yuan: 2_750),
        Entry(summary: "收到光伏收益", debit: "102", credit: "501", yuan: 5_300),
        Entry(summary: "支付护林员劳务费", debit: "514", credit: "102", yuan: 1_800),
    ]

    static let returned = "缺少成员大会会议记录原件，请补正后再提交。"

    /// The public title of a desk.
    static func title(of office: String) -> String {
        if let village = villages.first(where: { office.hasPrefix($0.id + "-") }) {
            return village.name + (office.hasSuffix("clerk") ? "村务办" : "记账员")
        }
        if let township = townships.first(where: { office.hasPrefix($0.id + "-") }) {
            return township.name
                + (office.hasSuffix("station") ? "产权流转服务站" : office.hasSuffix("agency") ? "代理记账中心" : "审核岗")
        }
        if let bidder = bidders.first(where: { office.hasPrefix($0.id) }) {
            return bidder.isPerson ? "竞买人账户" : bidder.name
        }
        switch office {
        case "county-intake": return "青禾县农村产权交易中心受理岗"
        case "county-review": return "青禾县农村产权交易中心审核岗"
        case "county-release": return "青禾县农村产权交易中心发布岗"
        case "county-supervisor": return "青禾县农业农村局监督岗"
        default: return "村民账户"
        }
    }
}
