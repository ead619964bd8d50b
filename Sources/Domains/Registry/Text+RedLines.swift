package import Kernel

/// The words of the lines of the spatial plan.
package enum RedLineText {
    static let title = Message(zh: "规划控制线", en: "Lines of the spatial plan")
    static let question = Message(zh: "哪些地不能建、哪些地要保护？", en: "Where may nothing be built, and what is protected?")
    static let lay = Message(zh: "录入控制线图斑", en: "Enter an area of a line")
    static let withdraw = Message(zh: "撤销控制线图斑", en: "Withdraw an area of a line")
    static let importTitle = Message(zh: "导入控制线图层", en: "Import a layer of lines")
    static let importQuestion = Message(zh: "哪个文件里有控制线？", en: "Which file has the lines?")
    static let importHint = Message(
        zh: "GeoJSON，或把 .shp、.shx、.dbf（有 .prj 也放上）压成一个 zip。图斑太大的自动切开。",
        en:
            "GeoJSON, or .shp, .shx and .dbf (with the .prj, if there is one) in one zip. Large areas are cut by themselves."
    )
    static let seeList = Message(zh: "看规划控制线", en: "See the lines")
    static let kind = Message(zh: "哪一种线", en: "Which line")
    static let number = Message(zh: "图斑编号", en: "Number")
    static let outline = Message(zh: "界线", en: "Outline")
    static let source = Message(zh: "依据（文件名称和日期）", en: "Source (the document and its day)")
    static let from = Message(zh: "自", en: "From")
    static let until = Message(zh: "至", en: "Until")
    static let area = Message(zh: "面积", en: "Area")
    static let place = Message(zh: "所在地方", en: "Place")
    static let reason = Message(zh: "原因", en: "Reason")
    static let none = Message(zh: "还没有录入控制线。", en: "No line is entered yet.")
    static let sketch = Message(zh: "规划控制线示意图，不是测绘成果", en: "Sketch of the plan's lines, no survey")
    static let act = Message(zh: "办理", en: "Act")

    static func answer(_ count: String, _ area: String) -> Message {
        Message(zh: "在用图斑 \(count) 个，共 \(area)", en: "\(count.of("area")) in force, \(area) in all")
    }

    static func part(_ number: Int, of count: Int) -> Message {
        Message(zh: "切成 \(count) 块中的第 \(number) 块", en: "part \(number) of \(count)")
    }

    /// How much of some ground lies inside, and what follows.
    package static func inside(_ kind: RedLineKind, _ words: Message) -> Message {
        func both(_ zh: (String) -> String, _ en: (String) -> String) -> Message {
            Message(zh: zh(words.zh), en: en(words.en))
        }
        return switch kind {
        case .farmland:
            both({ "占永久基本农田 \($0)：不得建设" }, { "\($0) of permanent basic farmland: nothing may be built" })
        case .ecology: both({ "在生态保护红线内 \($0)：不得建设" }, { "\($0) inside the ecological red line: nothing may be built" })
        case .urban: both({ "在城镇开发边界内 \($0)" }, { "\($0) inside the urban boundary" })
        }
    }
}

extension RedLineKind {
    package var label: Message {
        switch self {
        case .farmland: Message(zh: "永久基本农田", en: "Permanent basic farmland")
        case .ecology: Message(zh: "生态保护红线", en: "Ecological red line")
        case .urban: Message(zh: "城镇开发边界", en: "Urban boundary")
        }
    }

    /// One sign on the map, for eyes and printers without colours.
    var letter: Message {
        switch self {
        case .farmland: Message(zh: "农", en: "F")
        case .ecology: Message(zh: "生", en: "E")
        case .urban: Message(zh: "城", en: "U")
        }
    }
}
