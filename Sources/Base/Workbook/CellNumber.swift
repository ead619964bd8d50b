import Kernel

/// A number as a workbook writes it, taken apart without floating point.
struct CellNumber: Sendable, Hashable {
    let isNegative: Bool
    /// Significant figures, no zeros at either end; empty for nothing.
    let digits: [UInt8]
    /// The number is 0.digits × 10^exponent.
    let exponent: Int

    /// Figures a spreadsheet keeps; what a file has beyond them is noise of binary fractions.
    private static let kept = 15

    /// From "24000.1", "1.2E+3", "-.5"; nil for anything else and for what is beyond every table.
    init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        var isNegative = false
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest.removeFirst()
        }
        var digits: [UInt8] = []
        var point: Int?
        while let byte = rest.first, byte == UInt8(ascii: ".") || (0x30...0x39).contains(byte) {
            rest.removeFirst()
            if byte == UInt8(ascii: ".") {
                guard point == nil else { return nil }
                point = digits.count
            } else {
                digits.append(byte - 0x30)
            }
        }
        guard !digits.isEmpty, digits.count <= 400 else { return nil }
        var power = 0
        if let mark = rest.first {
            guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E"),
                let read = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), read.magnitude <= 400
            else { return nil }
            power = read
        }
        self.init(isNegative, digits, exponent: (point ?? digits.count) + power)
    }

    private init(_ isNegative: Bool, _ all: [UInt8], exponent: Int) {
        var digits = all
        var exponent = exponent
        while digits.first == 0 {
            digits.removeFirst()
            exponent -= 1
        }
        if digits.count > CellNumber.kept {
            let roundsUp = digits[CellNumber.kept] >= 5
            digits = Array(digits.prefix(CellNumber.kept))
            if roundsUp, CellNumber.addOne(&digits) { exponent += 1 }
        }
        while digits.last == 0 { digits.removeLast() }
        self.isNegative = isNegative && !digits.isEmpty
        self.digits = digits
        self.exponent = digits.isEmpty ? 0 : exponent
    }

    /// Counts the last figure up; true where the number became longer by one.
    private static func addOne(_ digits: inout [UInt8]) -> Bool {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return false
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
        digits.removeLast()
        return true
    }

    /// A whole number of sixteen and more figures, of which a spreadsheet has lost the last.
    var isTooLong: Bool { exponent > CellNumber.kept }

    /// "24000.1".
    var plain: String {
        guard !digits.isEmpty else { return "0" }
        let figures = digits.map { Character(UnicodeScalar(0x30 + $0)) }
        var text = isNegative ? "-" : ""
        if exponent <= 0 {
            text += "0." + String(repeating: "0", count: -exponent) + String(figures)
        } else if exponent >= figures.count {
            text += String(figures) + String(repeating: "0", count: exponent - figures.count)
        } else {
            text += String(figures[..<exponent]) + "." + String(figures[exponent...])
        }
        return text
    }

    /// Days and seconds of the day it counts; nil below nothing and beyond the last day of spreadsheets.
    var daysAndSeconds: (days: Int, seconds: Int)? {
        guard !isNegative, exponent <= 7 else { return nil }
        var days = 0
        var fraction: Int64 = 0
        var scale: Int64 = 1
        for place in 0..<max(exponent, 0) { days = days * 10 + (place < digits.count ? Int(digits[place]) : 0) }
        for place in max(exponent, 0)..<(max(exponent, 0) + 9) {
            let index = exponent < 0 ? place + exponent : place
            fraction = fraction * 10 + (digits.indices.contains(index) ? Int64(digits[index]) : 0)
            scale *= 10
        }
        var seconds = Int((fraction * 86_400 + scale / 2) / scale)
        if seconds == 86_400 {
            days += 1
            seconds = 0
        }
        return days <= 2_958_465 ? (days, seconds) : nil
    }
}

/// Turns the numbers of a workbook into what they mean.
struct CellReading: Sendable {
    /// Days count from 1904, not from 1900.
    let is1904: Bool

    func cell(_ text: String, _ format: NumberFormat, at place: CellAddress) -> Cell {
        guard let number = CellNumber(text) else {
            return .fault(WorkbookRejection.badCell(cell: place.name).rejection, text)
        }
        switch format {
        case .date, .time, .dateAndTime:
            guard let date = date(number, format) else {
                return .fault(WorkbookRejection.badDate(cell: place.name).rejection, text)
            }
            return .date(date)
        case .general, .padded:
            guard !number.isTooLong else {
                return .fault(WorkbookRejection.longNumber(cell: place.name).rejection, text)
            }
            let plain = number.plain
            guard case .padded(let width) = format, !number.isNegative, !plain.contains(".") else {
                return .number(plain)
            }
            return .text(String(repeating: "0", count: max(0, width - plain.count)) + plain)
        }
    }

    private func date(_ number: CellNumber, _ format: NumberFormat) -> String? {
        guard let (count, seconds) = number.daysAndSeconds else { return nil }
        let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
            .joined(separator: ":")
        if format == .time && count == 0 { return time }
        let days = is1904 ? count + 1_462 : count
        // Day 60 is the 29th of February 1900, which never was; the days before it are counted one too few.
        guard days >= 1, days != 60 else { return nil }
        let epoch = days > 60 ? -25_569 : -25_568
        let day = CivilDate(dayNumber: days + epoch)
        guard day <= CivilDate.latest else { return nil }
        return seconds == 0 ? day.description : "\(day) \(time)"
    }
}
