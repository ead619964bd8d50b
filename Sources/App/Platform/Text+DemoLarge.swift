import Kernel

/// The words of the large demo county: twelve townships of ten villages, all invented.
extension DemoText {
    private static let moreTownships = ["柳林镇", "清泉镇", "大槐镇", "龙山镇", "东塬乡", "西川乡", "马岭乡", "桃花乡", "青石乡"]
    private static let before = [
        "上", "下", "前", "后", "大", "小", "新", "老", "南", "北", "东", "西",
    ]
    private static let after = ["岭村", "湾村", "沟村", "庄村", "坪村", "桥村", "泉村", "坡村", "寨村", "营村", "塘村", "峪村"]
    private static let surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙"]
    private static let given = ["建国", "秀英", "志强", "桂芳", "海龙", "玉兰", "永胜", "春梅", "文斌", "晓燕", "德福", "月娥"]
    private static let farms = ["丰收", "绿源", "金穗", "田园", "沃野", "惠农", "兴农", "晨光", "山泉", "百果"]

    static let largeTownships: [Township] =
        townships
        + moreTownships.enumerated().map { position, name in
            Township(id: "town\(position + 1)", division: "p140498\(103 + position)", name: name)
        }

    static let largePlaces: [Place] =
        largeTownships.dropFirst(townships.count).map { township in
            Place(
                code: township.division.dropFirst() + "000", name: township.name, level: "township",
                parent: "140498000000", kind: township.name.hasSuffix("乡") ? "township" : "town")
        }
        + largeVillages.map { village in
            Place(
                code: String(village.division.dropFirst()), name: village.name, level: "village",
                parent: village.division.dropFirst().prefix(9) + "000", kind: "village")
        }

    /// All villages but the six of the small county: ten to a township together with those.
    static let largeVillages: [DemoVillage] = largeTownships.enumerated().flatMap { number, township -> [DemoVillage] in
        let known = villages.filter { $0.division.hasPrefix(township.division) }.count
        return (known..<10).map { position in village(number, position, township) }
    }

    private static func village(_ number: Int, _ position: Int, _ township: Township) -> DemoVillage {
        let seed = number * 10 + position
        let id = "v\(number)-\(position)"
        let name = before[(number + position) % before.count] + after[(number * 5 + position * 7) % after.count]
        return DemoVillage(
            id: id, division: "\(township.division)\(231 + position)", name: name, station: "\(township.id)-station",
            matter: "outsiderContracting", cashYuan: Int64(60_000 + seed * 37 % 50 * 4_000),
            startYuan: Int64(180 + seed * 13 % 40 * 10), assets: things(id, seed), clerk: "\(township.id)-station")
    }

    private static let kinds: [(String, String, String, String)] = [
        ("irrigated", "水浇地", "种植粮食", "A2"), ("dry", "旱地", "种植谷子", "A2"), ("orchard", "果园", "林果", "A2"),
        ("greenhouse", "大棚", "蔬菜", "A2"), ("slope", "坡地", "中药材", "A2"), ("water", "水面", "养殖", "A2"),
    ]
    private static let sides = ["村东", "村南", "村西", "村北", "河边"]

    private static func things(_ village: String, _ seed: Int) -> [DemoAsset] {
        (0..<5).map { position in
            let kind = kinds[(seed + position) % 5]
            return DemoAsset(
                id: "\(village)-a\(position)", assetClass: kind.0, kind: "resource", name: sides[position] + kind.1,
                use: kind.2, mu: Int64(18 + (seed * 7 + position * 23) % 90))
        }
    }

    /// The village as it sells a field of its own for the `round`th time.
    static func sale(_ round: Int, of village: DemoVillage) -> DemoVillage {
        let seed = round * 11 + village.name.unicodeScalars.reduce(0) { $0 + Int($1.value) }
        let kind = kinds[seed % 5]
        var sold = DemoVillage(
            id: village.id, division: village.division, name: village.name, station: village.station,
            matter: village.matter, cashYuan: village.cashYuan, startYuan: Int64(180 + seed * 13 % 40 * 10),
            assets: [
                DemoAsset(
                    id: "\(village.id)-s\(round)-a", assetClass: kind.0, kind: "resource",
                    name: "\(sides[seed % 5])\(round + 1)号\(kind.1)", use: kind.2, mu: Int64(5 + seed % 16))
            ], clerk: village.clerk)
        sold.sale = round
        return sold
    }

    /// Sixty who rent: family farms and persons in turn.
    static let lessees: [Bidder] = (0..<60).map { position in
        position % 2 == 0
            ? Bidder(
                id: "lessee-\(position)", kind: "familyFarm",
                name: "青禾县\(farms[position / 2 % farms.count])\(position / 20 + 1)号家庭农场")
            : Bidder(
                id: "lessee-\(position)", kind: "person",
                name: surnames[position % 12] + given[(position / 2) % 12])
    }

    /// Who holds an office of a village: invented, and another in each.
    static func officeHolder(_ village: Int, _ position: Int) -> String {
        surnames[(village + position * 5) % 12] + given[(village * 7 + position) % 12]
    }

    static let monthly: [Entry] = [
        Entry(summary: "收到上级补助", debit: "102", credit: "503", yuan: 5_200),
        Entry(summary: "支付村内养护和劳务费", debit: "514", credit: "102", yuan: 3_900),
    ]
    static let objection = "公告里的面积和实际丈量的不一致，请核对。"
    static let guideDocument = "青农指价〔2025〕1号"
    static let withdrawn = "村里决定先修好水渠再出租。"
    static let financeTitle = Message(zh: "上季度财务公开", en: "Finances of the last quarter")
    static let financeBody = Message(
        zh: "上季度收支明细已经村务监督委员会审核，现予公示。", en: "The figures of the last quarter, reviewed by the oversight committee.")
}
