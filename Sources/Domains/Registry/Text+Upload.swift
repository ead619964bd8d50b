import Geometry
import Kernel

/// The words of a page that takes a file of rows.
enum UploadText {
    static let file = Message(zh: "文件", en: "File")
    static let whose = Message(zh: "属于哪个集体经济组织", en: "Of which collective")
    static let look = Message(zh: "先看一看", en: "Look at it first")
    static let lookNote = Message(
        zh: "先逐行显示能不能登记、哪里不对；您确认之前什么也不写入。",
        en: "Row by row you see what can be taken and what is wrong; nothing is written before you confirm.")
    static let whatWouldCome = Message(zh: "文件里有什么？", en: "What is in the file?")
    static let nothingWritten = Message(zh: "还没有写入任何内容。", en: "Nothing has been written yet.")
    static let nothingToTake = Message(zh: "没有可以登记的行", en: "No row can be taken")
    static let otherFile = Message(zh: "换一个文件", en: "Choose another file")
    static let whatCame = Message(zh: "登记了什么？", en: "What was taken?")
    static let notTaken = Message(zh: "不能登记", en: "Not taken")
    static let canBeTaken = Message(zh: "可以登记", en: "Can be taken")
    static let taken = Message(zh: "已登记", en: "Taken")
    static let known = Message(zh: "早已登记，没有变化", en: "Here already, unchanged")
    static let setAside = Message(zh: "不算一行", en: "No row of the list")
    static let row = Message(zh: "行", en: "Row")
    static let name = Message(zh: "名称", en: "Name")
    static let fate = Message(zh: "结果", en: "Result")
    static let says = Message(zh: "说明", en: "What is to be said")
    static let separator = Message(zh: "；", en: "; ")

    static func take(_ count: Int) -> Message { Message(zh: "登记这 \(count) 行", en: "Take these \(count.of("row"))") }
    static func wouldCome(_ ready: Int, _ refused: Int) -> Message {
        Message(
            zh: "\(ready) 行可以登记，\(refused) 行不能", en: "\(ready.of("row")) can be taken, \(refused) cannot")
    }
    static func came(_ taken: Int, _ known: Int, _ refused: Int) -> Message {
        Message(
            zh: "登记 \(taken) 行，没有变化 \(known) 行，未登记 \(refused) 行",
            en: "\(taken.of("row")) taken, \(known) unchanged, \(refused) not taken")
    }
    static func rows(_ shown: String, _ all: String) -> Message {
        Message(zh: "逐行（显示 \(shown) / \(all) 行）", en: "Row by row (\(shown) of \(all))")
    }
}

extension LandText {
    static let importTitle = Message(zh: "导入地块图形", en: "Import outlines of parcels")
    static let importQuestion = Message(zh: "哪个文件里有地块的界线？", en: "Which file has the outlines?")
    static let importHint = Message(
        zh: "GeoJSON，或把 .shp、.shx、.dbf（有 .prj、.cpg 也放上）压成一个 zip；编号写在 DKBM、名称写在 DKMC。",
        en:
            "GeoJSON, or .shp, .shx and .dbf (with .prj and .cpg, if there are any) in one zip; the number in DKBM and the name in DKMC."
    )
    static let seeMap = Message(zh: "看地块图", en: "See the map")
    static let measuredMore = Message(zh: "图上比合同多", en: "more drawn than contracted")
    static let measuredLess = Message(zh: "图上比合同少", en: "less drawn than contracted")
    static let severalPieces = Message(zh: "由几块组成", en: "in several pieces")
    static func sharesWith(_ other: String, _ squareMetres: String) -> Message {
        Message(zh: "与“\(other)”重叠 \(squareMetres) 平方米", en: "shares \(squareMetres) m² with “\(other)”")
    }
    /// What is wrong with an outline, one after another.
    static func faults(_ findings: [OutlineFinding]) -> Message {
        let words = findings.map(fault)
        return Message(zh: words.map(\.zh).joined(separator: "、"), en: words.map(\.en).joined(separator: ", "))
    }
    private static func fault(_ finding: OutlineFinding) -> Message {
        switch finding {
        case .fewerThanThreeCorners: Message(zh: "界址点不足三个", en: "fewer than three corners")
        case .selfIntersecting: Message(zh: "界线自相交叉", en: "the line crosses itself")
        case .spike: Message(zh: "界线有尖刺", en: "a spike out and back")
        case .repeatedCorner: Message(zh: "界址点重复", en: "a corner twice in a row")
        case .cornersNearerThan5cm: Message(zh: "相邻界址点不足 5 厘米", en: "corners nearer than 5 cm")
        case .sliver: Message(zh: "碎片：过小或过窄", en: "too small or too narrow")
        case .holeOutside: Message(zh: "内洞在界线之外", en: "a hole outside its piece")
        case .piecesOverlap: Message(zh: "几块互相重叠", en: "pieces over each other")
        case .outsideZone: Message(zh: "超出本带坐标范围", en: "outside the zone’s grid")
        case .severalPieces: severalPieces
        }
    }
    static func drawn(_ area: String) -> Message { Message(zh: "图上 \(area)", en: "\(area) drawn") }
}
