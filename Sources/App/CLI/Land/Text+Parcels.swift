import Geometry
import Kernel

extension CLIText {
    static let importParcels = Message(
        zh: "读入地块图形（GeoJSON 或 shapefile），逐个判定。", en: "Read outlines of parcels (GeoJSON or shapefile) and judge each.")
    static let parcelZone = Message(
        zh: "坐标没有带号、也没有 .prj 时的 3 度带号：37 或 38。", en: "The 3° zone, 37 or 38, where neither easting nor .prj says it.")
    static let parcelsHeader = Message(
        zh: "条\t编号\t图上亩数\t合同亩数\t结论", en: "row\tparcel\tmu drawn\tmu of the contract\tverdict")

    static let parcelsOrganisation = Message(
        zh: "集体经济组织的编号；不写就只判定不登记。", en: "The collective; without it the file is judged and nothing entered.")

    static func noZone(_ zone: Int) -> Message {
        Message(zh: "没有第 \(zone) 带：长治在第 37、38 带。", en: "No zone \(zone): Changzhi lies in 37 and 38.")
    }

    static func parcelsJudged(_ done: Int, of total: Int) -> Message {
        Message(zh: "已判定 \(done) / \(total) 个地块", en: "\(done) of \(total) parcels judged")
    }

    static func parcelsEntered(_ done: Int, of total: Int) -> Message {
        Message(zh: "已登记 \(done) / \(total) 个地块", en: "\(done) of \(total) parcels entered")
    }

    static func finding(_ finding: OutlineFinding) -> Message {
        switch finding {
        case .fewerThanThreeCorners: Message(zh: "界址点不足三个", en: "fewer than three corners")
        case .selfIntersecting: Message(zh: "界线自相交叉", en: "the outline crosses itself")
        case .spike: Message(zh: "界线有尖刺", en: "a spike out and back")
        case .repeatedCorner: Message(zh: "界址点重复", en: "a corner twice in a row")
        case .cornersNearerThan5cm: Message(zh: "相邻界址点不足 5 厘米", en: "corners nearer than 5 cm")
        case .sliver: Message(zh: "碎片：过小或过窄", en: "a sliver: too small or too narrow")
        case .holeOutside: Message(zh: "内洞在界线之外", en: "a hole outside its piece")
        case .piecesOverlap: Message(zh: "几块互相重叠", en: "pieces over each other")
        case .outsideZone: Message(zh: "超出本带坐标范围", en: "outside the zone's grid")
        case .severalPieces: Message(zh: "由几块组成", en: "several pieces")
        }
    }

    static func areaVerdict(_ verdict: AreaVerdict) -> Message {
        switch verdict {
        case .measuredMore: Message(zh: "图上比合同多", en: "more drawn than contracted")
        case .measuredLess: Message(zh: "图上比合同少", en: "less drawn than contracted")
        }
    }

    static func overlap(_ overlap: Overlap) -> Message {
        let metres = ParcelReport.decimal((overlap.area + 50) / 100, places: 2)
        let width = ParcelReport.decimal(overlap.meanWidth, places: 3)
        let (zh, en) =
            switch overlap.verdict {
            case .noise: ("测量误差", "noise")
            case .overlap: ("重叠", "overlap")
            case .same: ("同一地块", "the same field")
            case .contained: ("一块在另一块之内", "one inside the other")
            }
        return Message(
            zh: "\(zh)，\(metres) 平方米，平均宽 \(width) 米", en: "\(en), \(metres) m², \(width) m wide on average")
    }

    static func parcelsRead(_ counts: ParcelReport.Counts) -> Message {
        Message(
            zh: """
                读出 \(counts.rows) 个地块：图形有错 \(counts.faulty)，多块 \(counts.severalPieces)，读不出 \(counts.refused)；\
                重叠 \(counts.overlaps) 对，误差 \(counts.noise) 对；面积与合同不符 \(counts.differing)。
                """,
            en: """
                \(counts.rows) parcels: \(counts.faulty) bad outlines, \(counts.severalPieces) in several pieces, \
                \(counts.refused) unreadable; \(counts.overlaps) overlaps, \(counts.noise) noise pairs; \
                \(counts.differing) areas that differ from the contract.
                """)
    }
}
