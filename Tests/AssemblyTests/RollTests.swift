import Foundation
import Kernel
import Registry
import TestSupport
import Testing
import Workbook

@testable import Assembly

enum Fixture {
    static let collective = OrganisationID("tanba")!

    static func roll() throws -> [MemberFile.Entry] {
        let file = try #require(sharedData("register/roll_dev.csv"))
        let read = try MemberFile(Array(Data(contentsOf: file)), of: collective)
        #expect(read.entries.count == 170)
        return read.entries
    }

    static func lines(_ path: String) throws -> [[String: String]] {
        let text = try String(contentsOf: try #require(sharedData(path)), encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).map(cells)
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
    }

    private static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for letter in line {
            if letter == "\"" {
                isQuoted.toggle()
            } else if letter == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(letter)
            }
        }
        return cells
    }
}

@Suite(
    "The roll of members", .enabled(if: sharedData("register/roll_dev.csv") != nil, "needs the shared data"))
struct RollTests {
    @Test("On each of four days the roll has the members, voters, quorum and shares the fixture names")
    func days() throws {
        let roll = try Fixture.roll().map(\.member)
        for row in try Fixture.lines("register/roll_expected_dev.csv") {
            let figures = RollFigures(roll, on: CivilDate(row["on"]!)!)
            let found = [
                figures.households, figures.members, figures.voters, figures.quorum, figures.twoThirds,
                figures.threeQuarters, figures.representatives.least, figures.sharesOfMembers / 100,
                figures.sharesFrozen / 100,
            ]
            let names = [
                "households", "members", "capable", "quorum", "twoThirds", "threeQuarters", "representativesLeast",
                "sharesOfMembers", "sharesFrozen",
            ]
            #expect(found.map { String($0) } == names.map { row[$0] }, "\(row["on"]!)")
            #expect(figures.withoutWoman.map(\.text).joined(separator: " ") == row["householdsWithoutWoman"])
            #expect(!figures.representatives.isPossible)
        }
    }

    @Test("Representatives fit the law from 105 households on: one for 5 to 15 of them, and more than 20")
    func representatives() {
        #expect(!RollFigures.Representatives(households: 104).isPossible)
        let at105 = RollFigures.Representatives(households: 105)
        #expect(at105.least == 21 && at105.most == 21)
        let at1000 = RollFigures.Representatives(households: 1_000)
        #expect(at1000.least == 67 && at1000.most == 200)
    }

    @Test("A list in Chinese is read; a bad sex, a wrong identity number and a person twice stop only their own rows")
    func strangers() throws {
        let text = """
            户编号,成员编号,姓名,性别,出生日期,成员确认日期,身份证号,持股数
            h1,a1,王测一,男,1970.1.2,2018-04-30,,1
            ,a2,王测二,女,1975年3月4日,2018-04-30,,1.5
            h2,a1,李测一,女,1980-01-01,2018-04-30,,1
            h2,a4,李测二,雄,1980-01-01,2018-04-30,,1
            h2,a5,李测三,男,1980-01-01,2018-04-30,140404198001010012,1
            """
        let read = try MemberFile(Array(text.utf8), of: Fixture.collective)
        #expect(read.entries.map(\.member.household.text) == ["h1", "h1"])
        #expect(read.entries.map(\.member.shares) == [100, 150])
        #expect(read.answers.filter { if case .refused = $0.outcome { true } else { false } }.map(\.line) == [4, 5, 6])
    }

    @Test("The same list as a workbook gives the same roll, below rows of title, and a yes or no is a share or none")
    func workbook() throws {
        let rows = [
            ["h1", "a1", "王测一", "男", "1970-01-02", "2018-04-30", "是"],
            ["", "a2", "王测二", "女", "1975-03-04", "2018-04-30", "否"],
            ["h2", "a3", "李测一", "女", "1980-01-01", "2018-04-30", "√"],
        ]
        let columns = ["户编号", "成员编号", "姓名", "性别", "出生日期", "成员确认日期", "是否持股"]
        let book = WorkbookOut(
            [.init("成员", heading: ["某村成员名册", "填报单位：某村"], columns: columns, rows: rows.map { $0.map { .text($0) } })],
            at: Instant("2026-01-01T00:00:00+08:00")!)
        let text = ([columns] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n")
        let files = [try book.bytes(), Array(text.utf8)]
        let read = try files.map { try MemberFile($0, of: Fixture.collective) }
        #expect(read.map { $0.entries.map(\.member.household.text) } == [["h1", "h1", "h2"], ["h1", "h1", "h2"]])
        #expect(read.map { $0.entries.map(\.member.shares) } == [[100, 0, 100], [100, 0, 100]])
        #expect(read[0].entries.map(\.member) == read[1].entries.map(\.member))
    }
}
