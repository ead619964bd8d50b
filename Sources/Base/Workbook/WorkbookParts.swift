import Kernel

/// Gathers the letters of elements, up to a bound.
struct LetterBuffer {
    private var bytes: [UInt8] = []
    private(set) var isTooLong = false
    let limit: Int

    init(limit: Int) { self.limit = limit }

    mutating func add(_ letters: UnsafeBufferPointer<UInt8>) {
        if bytes.count + letters.count > limit {
            isTooLong = true
        } else {
            bytes.append(contentsOf: letters)
        }
    }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        isTooLong = false
    }

    var count: Int { bytes.count }

    /// The text; `_x000D_` and the like are signs that XML cannot hold.
    var text: String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            guard let value = UInt32(match.1, radix: 16), let scalar = UnicodeScalar(value) else {
                return String(match.0)
            }
            return value < 0x20 ? " " : String(Character(scalar))
        }
    }
}

/// `xl/workbook.xml`: the sheets in their order, and how days are counted.
final class WorkbookPart: MarkupReceiver {
    struct SheetEntry {
        let name: String
        let relation: String
        let isHidden: Bool
    }

    private(set) var sheets: [SheetEntry] = []
    private(set) var is1904 = false
    let complaint: Rejection? = nil

    func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "workbookPr": is1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        case "sheet":
            guard sheets.count < 1_000 else { return }
            sheets.append(
                SheetEntry(
                    name: attributes["name"] ?? "", relation: attributes["id"] ?? "",
                    isHidden: ["hidden", "veryHidden"].contains(attributes["state"] ?? "")))
        default: break
        }
    }

    func end(_ name: String) {}
    func text(_ letters: UnsafeBufferPointer<UInt8>) {}
}

/// A `.rels` part: where what an identifier names lies.
final class RelationsPart: MarkupReceiver {
    private(set) var targets: [String: String] = [:]
    private(set) var types: [String: String] = [:]
    let complaint: Rejection? = nil

    func start(_ name: String, _ attributes: MarkupAttributes) {
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
            attributes["TargetMode"] != "External"
        else { return }
        targets[id] = target
        types[id] = attributes["Type"] ?? ""
    }

    func end(_ name: String) {}
    func text(_ letters: UnsafeBufferPointer<UInt8>) {}

    /// Where the first relation of a kind leads: "sharedStrings".
    func target(ofKind kind: String) -> String? {
        types.filter { $0.value.hasSuffix("/" + kind) }.keys.sorted().first.flatMap { targets[$0] }
    }
}

/// `xl/styles.xml`: what each style makes of a number.
final class StylesPart: MarkupReceiver {
    private(set) var formats: [NumberFormat] = []
    private var codes: [Int: String] = [:]
    private var isInCells = false
    let complaint: Rejection? = nil

    func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
                codes[id] = code
            }
        case "cellXfs": isInCells = true
        case "xf" where isInCells && formats.count < 70_000:
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: id))
        default: break
        }
    }

    func end(_ name: String) {
        if name == "cellXfs" { isInCells = false }
    }

    func text(_ letters: UnsafeBufferPointer<UInt8>) {}
}

/// `xl/sharedStrings.xml`: the texts that cells point to; runs are joined, what only says how to pronounce them is left out.
final class StringsPart: MarkupReceiver {
    private(set) var texts: [String] = []
    private(set) var complaint: Rejection?
    private var buffer = LetterBuffer(limit: Workbook.longestCell)
    private var isInText = false
    private var phonetics = 0
    private var bytes = 0

    func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "si": buffer.clear()
        case "rPh": phonetics += 1
        case "t": isInText = phonetics == 0
        default: break
        }
    }

    func end(_ name: String) {
        switch name {
        case "t": isInText = false
        case "rPh": phonetics -= 1
        case "si":
            bytes += buffer.count
            guard texts.count < Workbook.mostTexts, bytes <= Workbook.mostLetters else {
                complaint = WorkbookRejection.tooManyCells(limit: Workbook.mostTexts).rejection
                return
            }
            texts.append(buffer.isTooLong ? Workbook.tooLongMark : buffer.text)
        default: break
        }
    }

    func text(_ letters: UnsafeBufferPointer<UInt8>) {
        if isInText { buffer.add(letters) }
    }
}
