/// What a number of a workbook means, by the format it is shown in.
enum NumberFormat: Sendable, Hashable {
    case general
    case date, time, dateAndTime
    /// Shown with zeros before it, up to so many figures: "000000".
    case padded(Int)

    /// The formats that every workbook knows without saying them; those of East Asia among them.
    init(builtIn id: Int) {
        switch id {
        case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
        case 22: self = .dateAndTime
        case 18...21, 32...35, 45...47, 55, 56: self = .time
        default: self = .general
        }
    }

    /// By its code: y, m, d, h and s outside quotes and brackets. Of several sections the first counts.
    init(code: String) {
        var letters: [Character] = []
        var isQuoted = false
        var isBracketed = false
        var characters = Array(code)[...]
        while let character = characters.popFirst() {
            switch character {
            case "\"": isQuoted.toggle()
            case _ where isQuoted: continue
            case "\\", "_", "*": _ = characters.popFirst()
            case "[": isBracketed = true
            case "]": isBracketed = false
            case _ where isBracketed: continue
            case ";":
                characters = []
            default: letters.append(contentsOf: character.lowercased())
            }
        }
        let plain = String(letters).replacing("general", with: "").replacing("am/pm", with: "h").replacing(
            "a/p", with: "h")
        let hasDay = plain.contains("y") || plain.contains("d")
        let hasTime = plain.contains("h") || plain.contains("s")
        if hasDay || (plain.contains("m") && !hasTime) {
            self = hasTime ? .dateAndTime : .date
        } else if hasTime {
            self = .time
        } else if plain.count > 1, plain.allSatisfy({ $0 == "0" }) {
            self = .padded(plain.count)
        } else {
            self = .general
        }
    }
}
