import Kernel
import TestSupport
import Testing
import Workbook

/// Files as offices make them: headings of two rows, days as plain numbers, remarks at the foot.
@Suite("Headings and days of strangers' tables") struct HeadingTests {
    private struct Read: Equatable {
        var rows: [String] = []
        var setAside: [SetAsideReason] = []
        var refused: [Int] = []
    }

    private func read(_ table: Table<BankKey>) -> Read {
        var read = Read()
        for answer in table.answers({ (row) throws(Rejection) in
            let date: CivilDate = try row.value(.date)
            let amounts = try [BankKey.debit, .credit].map { (key) throws(Rejection) in
                try row.optionalMoney(key).map { "\($0.fen)" } ?? ""
            }
            return .accepted(([date.description] + amounts + [try row.text(.name)]).joined(separator: " "))
        }) {
            switch answer.outcome {
            case .accepted(let row): read.rows.append(row)
            case .setAside(let reason): read.setAside.append(reason)
            case .refused(let rejection): read.refused.append(rejection.number)
            }
        }
        return read
    }

    private func text(_ cell: String, _ text: String) -> String {
        "<c r=\"\(cell)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }

    @Test(
        "Two rows of headings are read as one, in a workbook with merged cells and in text, in any order",
        arguments: [["debit", "credit", "name"], ["name", "credit", "debit"]])
    func twoRows(order: [String]) throws {
        let groups = ["debit": "发生额", "credit": "发生额", "name": "对方"]
        let words = ["debit": "借方", "credit": "贷方", "name": "户名"]
        let values = ["debit": "100", "credit": "", "name": "甲"]
        var upper = ["交易日期", "流水号"]
        for (place, key) in order.enumerated() {
            let group = groups[key] ?? ""
            upper.append(place > 0 && groups[order[place - 1]] == group ? "" : group)
        }
        let rows = [
            upper, ["", ""] + order.map { words[$0] ?? "" }, ["2026-11-10", "x1"] + order.map { values[$0] ?? "" },
        ]
        let expected = Read(rows: ["2026-11-10 10000  甲"])
        let lines = rows.map { $0.joined(separator: ",") }.joined(separator: "\n")
        #expect(read(try TableFile.read(Array("对账单\n\(lines)\n".utf8), bankReader)) == with(expected, [.preamble]))
        let sheet = rows.enumerated().map { number, cells in
            let placed = cells.enumerated().filter { !$0.element.isEmpty }.map {
                text("\(CellAddress.letters($0.offset + 1))\(number + 1)", $0.element)
            }
            return "<row r=\"\(number + 1)\">\(placed.joined())</row>"
        }.joined()
        let book = BookWriter(sheet, merged: ["A1:A2", "B1:B2"])
        #expect(read(try TableFile.read(book.bytes, bankReader)) == expected)
    }

    private func with(_ read: Read, _ reasons: [SetAsideReason]) -> Read {
        var read = read
        read.setAside = reasons
        return read
    }

    @Test("One row of headings stays one, though the record below has words where the headings have none")
    func oneRow() throws {
        let table = try TableFile.read(Array("交易日期,流水号,借方,贷方,对方户名\n2026-11-10,x1,5,,贷方\n".utf8), bankReader)
        #expect(read(table) == Read(rows: ["2026-11-10 500  贷方"]))
    }

    @Test(
        "A plain number below the heading of days is the day a spreadsheet counts, from 1900 or 1904, with a time or none"
    )
    func countedDays() throws {
        let heading = text("A1", "日期") + text("B1", "流水号") + text("C1", "借方")
        func book(_ number: String, is1904: Bool) -> [UInt8] {
            let record = "<c r=\"A2\"><v>\(number)</v></c>" + text("B2", "x1") + "<c r=\"C2\"><v>5</v></c>"
            return BookWriter("<row r=\"1\">\(heading)</row><row r=\"2\">\(record)</row>", is1904: is1904).bytes
        }
        for (number, is1904, day) in [
            ("46346", false, "2026-11-20"), ("46346.4", false, "2026-11-20"), ("44884", true, "2026-11-20"),
        ] {
            #expect(
                read(try TableFile.read(book(number, is1904: is1904), bankReader)).rows == ["\(day) 500  "], "\(number)"
            )
        }
        #expect(
            read(try TableFile.read(Array("日期,流水号,借方\n46346,x1,5\n".utf8), bankReader)).rows == ["2026-11-20 500  "])
        // Neither a small number nor one beyond the century is taken for a day.
        for number in ["460", "99999", "4634x"] {
            #expect(read(try TableFile.read(Array("日期,流水号,借方\n\(number),x1,5\n".utf8), bankReader)).refused.count == 1)
        }
    }

    @Test("A packed day may have a packed time behind a space; words at the foot of a sheet are a remark")
    func packedAndRemark() throws {
        let rows = "日期,流水号,借方\n20261102 093011,x1,5\n20261102 256011,x2,5\n打印时间：2026-11-30,,\n,经办：某人,\n"
        let found = read(try TableFile.read(Array(rows.utf8), bankReader))
        #expect(found.rows == ["2026-11-02 500  "] && found.refused.count == 1)
        #expect(found.setAside == [.remark, .remark])
    }

    @Test("A cell merged down a column is refused by name, or holds what it shows where the reader of the file says so")
    func mergedDown() throws {
        let rows = [
            ["流水号", "交易日期", "对方户名"], ["x1", "2026-11-10", "甲"], ["", "2026-11-11", "乙"], ["", "2026-11-12", "丙"],
        ]
        let sheet = rows.enumerated().map { number, cells in
            let placed = cells.enumerated().filter { !$0.element.isEmpty }.map {
                text("\(CellAddress.letters($0.offset + 1))\(number + 1)", $0.element)
            }
            return "<row r=\"\(number + 1)\">\(placed.joined())</row>"
        }.joined()
        let book = BookWriter(sheet, merged: ["A2:A4"])
        func serials(_ merged: MergedCells) throws -> [String?] {
            try TableFile.read(book.bytes, bankReader, merged: merged).rows.map { try? $0.text(.serial) }
        }
        #expect(try serials(.filled) == ["x1", "x1", "x1"])
        #expect(try serials(.refused) == ["x1", nil, nil])
    }

    @Test(
        "A sum named where the day stands and lines for hands and stamps are set aside; a remark that begins so is kept"
    )
    func foot() throws {
        let foot = ["本页合计", "过次页", "借方合计", "收入笔数", "制表：张三", "复核人（签字）", "打印柜员：123"]
        let lines = ["交易日期,流水号,借方,对方户名", "2026-11-10,x1,1.00,小计商店"] + foot.map { "\($0),,9.00," }
        let found = read(try TableFile.read(Array(lines.joined(separator: "\n").utf8), bankReader))
        #expect(found.rows.count == 1 && found.refused.isEmpty && found.setAside.count == foot.count)
    }
}
