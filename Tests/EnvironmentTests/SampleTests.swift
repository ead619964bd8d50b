import Environment
import Foundation
import HJ212
import Kernel
import Testing

/// The folder of real data beside the project; nil where it is absent.
func shared(_ path: String) -> [UInt8]? {
    let root =
        ProcessInfo.processInfo.environment["QIANMO_SHARED"].map { URL(fileURLWithPath: $0) }
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.contents(atPath: root.appendingPathComponent("data/\(path)").path).map { Array($0) }
}

@Suite(
    "Values that others listed", .enabled(if: shared("hj212/validity_cases_dev.json") != nil, "needs the shared data"))
struct SampleTests {
    static func replay(_ file: String, _ expected: String? = nil) -> SampleReplay? {
        shared(file).flatMap { SampleReplay($0, expected: expected.flatMap(shared)) }
    }

    @Test(
        "validity, rate and comparison cases come out as listed",
        arguments: [("validity_cases_dev.json", 18), ("rates_cases_dev.json", 7), ("comparison_cases.json", 7)])
    func cases(_ file: String, _ count: Int) throws {
        let replay = try #require(Self.replay("hj212/\(file)"))
        #expect(replay.cases.count == count)
        for one in replay.cases { #expect(one.agrees == true, "\(one.id) \(one.differs) \(one.computed)") }
    }

    @Test("fourteen days of influent agree in volume, means and masses to the last printed figure")
    func influent() throws {
        let replay = try #require(
            Self.replay("hj212/influent_dry_15min.csv", "hj212/influent_dry_daily_expected.csv"))
        #expect(replay.cases.count == 14)
        for one in replay.cases { #expect(one.agrees == true && one.compared == 10, "\(one.id) \(one.differs)") }
    }

    @Test("the plant's printed removals are recomputed in the shared two thirds as the data's readme counts them")
    func removal() throws {
        let replay = try #require(Self.replay("water/uci_water_treatment_dev.csv"))
        let counts = replay.cases.map {
            "\($0.id) \($0.computed["agreeing"]?.whole ?? 0)/\($0.computed["rows"]?.whole ?? 0)"
        }
        #expect(
            Set(counts) == [
                "RD-DBO-P 303/303", "RD-SS-P 349/349", "RD-SED-P 245/338", "RD-DBO-S 318/318", "RD-DQO-S 336/336",
                "RD-DBO-G 319/319", "RD-DQO-G 332/334", "RD-SS-G 347/347", "RD-SED-G 312/335",
            ])
    }

    @Test("a column with a thousands dot is refused cell by cell, the meaning proposed")
    func column() throws {
        let replay = try #require(Self.replay("hj212/bad_number_column.json"))
        #expect(replay.cases.count == 6 && replay.cases.allSatisfy { $0.problem != nil && $0.agrees == true })
        #expect(replay.cases.allSatisfy { $0.computed["value"] == .null })
    }

    @Test(
        "what is no file of values is answered, never a crash",
        arguments: ["", "{", "{}", "[]", "NaN", "a,b\n1,2", "time\n"])
    func strangers(_ text: String) {
        let replay = SampleReplay(Array(text.utf8))
        #expect(replay == nil || replay?.cases.allSatisfy { $0.agrees == nil } == true)
    }

    @Test("A failed check takes its hours on every day between, also on days that nobody names: 300 sentences")
    func daysBetween() throws {
        for number in 0..<300 {
            let (passed, failed, again) = (number % 24, number * 7 % 24, number * 11 % 24)
            let last = 3 + number % 5
            let text =
                "failed standard check: passed \(two(passed)):00 on day 1, failed \(two(failed)):00 on day \(last), "
                + "passed again \(two(again)):00 on day \(last + 1)"
            let replay = SampleReplay(Array("{\"cases\":[{\"id\":\"a\",\"what\":\"\(text)\"}]}".utf8))
            let computed = try #require(replay?.cases.first?.computed)
            for day in 1...last + 1 {
                let lost = (0..<24).count { (day > 1 || $0 >= passed) && (day <= last || $0 < again) }
                #expect(computed["invalid_hours_day\(day)"]?.whole == Int64(lost), "\(text), day \(day)")
                #expect(computed["day\(day)_valid"]?.bool == (lost <= 6), "\(text), day \(day)")
            }
        }
    }

    @Test("An hour with a letter that marks nothing is refused by the letter, in either case of the eight: 40 days")
    func marks() throws {
        let known = ["N", "F", "M", "S", "D", "C", "T", "B"]
        for (number, letter) in (0..<40).map({ ($0, String(UnicodeScalar(UInt8(65 + $0 % 26)))) }) {
            for (written, member) in [(letter, "mark"), (letter.lowercased(), "hand")] {
                let hours = (0..<24).map { hour in
                    let own = hour == number % 24 ? ",\"\(member)\":\"\(written)\"" : ""
                    return "{\"h\":\(hour),\"c\":30,\"q\":100\(own)}"
                }
                let text = "{\"cases\":[{\"id\":\"a\",\"hours\":[\(hours.joined(separator: ","))]}]}"
                let one = try #require(SampleReplay(Array(text.utf8))?.cases.first)
                #expect(one.problem == (known.contains(letter) ? nil : .badMark(written)))
                guard known.contains(letter) else { continue }
                #expect(one.computed["valid_hours"]?.whole == (letter == "N" ? 24 : 23))
            }
        }
    }

    @Test("A device's day differs by more than 1 % where it does, not where its rounded percentage does: 2,000 pairs")
    func deviceDay() throws {
        for number in 0..<2_000 {
            let device = 200 + number % 250
            let own = device + number / 250 - 4
            let text =
                "platform day mean \(own / 10).\(own % 10) (from hours), "
                + "device day message 2031 says \(device / 10).\(device % 10)"
            let replay = SampleReplay(Array("{\"cases\":[{\"id\":\"a\",\"what\":\"\(text)\"}]}".utf8))
            let flag = try #require(replay?.cases.first?.computed["flag"])
            #expect((flag != .null) == (abs(own - device) * 100 > device), "\(text)")
        }
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
