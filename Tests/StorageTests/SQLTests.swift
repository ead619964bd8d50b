import Kernel
import Storage
import Testing

@Suite("SQL as a value")
struct SQLTests {
    @Test("Interpolated values are bound, never text")
    func binds() {
        let name = "王'; DROP TABLE party; --"
        let sql: SQL = "SELECT 1 FROM party WHERE name = \(name) AND id > \(7)"
        #expect(sql.text == "SELECT 1 FROM party WHERE name = ?1 AND id > ?2")
        #expect(sql.values == [.text(name), .integer(7)])
    }

    @Test("A piece inside another has its numbers moved up")
    func renumbers() {
        let part: SQL = "b = \(2) OR c IN \(list: [3, 4])"
        let sql: SQL = "a = \(1) AND (\(part)) AND d = \(5)"
        #expect(sql.text == "a = ?1 AND (b = ?2 OR c IN (?3, ?4)) AND d = ?5")
        #expect(sql.values == [1, 2, 3, 4, 5].map { .integer($0) })
    }

    @Test("An empty list matches nothing, an absent value is null")
    func emptyAndNull() {
        let sql: SQL = "a IN \(list: [Int]()) AND b = \(Int?.none)"
        #expect(sql.text == "a IN (NULL) AND b = ?1")
        #expect(sql.values == [.null])
    }

    @Test("Conditions are joined with their values in order")
    func joins() {
        let sql = SQL.joined(["a = \(1)", "b = \("x")"], by: " AND ") + " LIMIT \(9)"
        #expect(sql.text == "a = ?1 AND b = ?2 LIMIT ?3")
        #expect(sql.values == [.integer(1), .text("x"), .integer(9)])
    }

    @Test("Where the stores differ both texts travel together, also inside a bigger statement")
    func either() {
        let find = SQL.either(sqlite: "instr(t, \("田")) > 0", postgres: "strpos(t, \("田")) > 0")
        let sql: SQL = "SELECT 1 FROM p WHERE a = \(1) AND \(find) AND b = \(2)"
        #expect(sql.text == "SELECT 1 FROM p WHERE a = ?1 AND instr(t, ?2) > 0 AND b = ?3")
        #expect(sql.postgresText == "SELECT 1 FROM p WHERE a = ?1 AND strpos(t, ?2) > 0 AND b = ?3")
        #expect(sql.values == [.integer(1), .text("田"), .integer(2)])
        let plain: SQL = "SELECT 1"
        #expect(plain.postgresText == nil)
    }

    @Test("A wrong type in a column is an error that does not tell the value")
    func wrongType() {
        #expect {
            try Row([.text("张三")]).get(0, as: Int.self)
        } throws: { error in
            guard case StorageError.failed(let text) = error else { return false }
            return !text.contains("张三")
        }
    }
}
