@testable import Platform
import Storage
import Testing

@Suite("Rows are summed up instead of written again") struct RowSumTests {
    private static let rows: [[SQLValue]] = [
        [.text("a"), .integer(1), .null], [.text("b"), .integer(1), .blob([1, 2])], [.text("a"), .integer(2), .null],
    ]

    private func sums(_ tables: [[[SQLValue]]]) -> [TableSum] {
        var digester = RowDigester()
        return tables.map { rows in
            var sum = TableSum()
            for row in rows { sum.add(digester.digest(row)) }
            return sum
        }
    }

    @Test("The order of rows does not count; a row more, less, twice or changed does")
    func tables() {
        let rows = Self.rows
        var tables = [rows, rows.reversed(), rows.dropLast(), rows + [rows[0]], [rows[0], rows[0], rows[2]]]
        for position in 0..<3 {
            var changed = rows
            changed[1][position] = .text("c")
            tables.append(changed)
        }
        let found = sums(tables)
        #expect(found[0] == found[1])
        #expect(Set(found.dropFirst(2).map { $0 == found[0] }) == [false])
    }

    @Test("Values that look alike and values that run into each other are different rows")
    func kinds() {
        var (digester, other) = (RowDigester(), RowDigester())
        let rows: [[SQLValue]] = [
            [.text("1"), .text("2")], [.text("12"), .text("")], [.integer(1), .integer(2)], [.null, .text("12")],
            [.blob([0x31]), .blob([0x32])], [.text("12")], [],
        ]
        let digests = rows.map { digester.digest($0) }
        #expect(Set(digests).count == rows.count)
        let anew = other.digest(rows[0])
        #expect(digests[0] != anew, "the key is drawn anew")
    }

    @Test("Running sums are struck off one by one, each once and only with its own amounts")
    func tallies() {
        var digester = RowDigester()
        let keys = ["a", "b"].map { digester.digest([SQLValue.text($0)]) }
        var sums = TallySums(Tally("t", key: ["k"], sums: ["d", "c"]))
        sums.add([5, 0], at: keys[0])
        sums.add([0, 7], at: keys[1])
        sums.add([-5, 3], at: keys[0])
        var wrong = sums
        let strikes = [
            wrong.strike([5, 3], at: keys[0]), sums.strike([0, 3], at: keys[0]), sums.strike([0, 3], at: keys[0]),
            sums.isEmpty, sums.strike([0, 7], at: keys[1]), sums.isEmpty,
        ]
        #expect(strikes == [false, true, false, false, true, true])
    }
}
