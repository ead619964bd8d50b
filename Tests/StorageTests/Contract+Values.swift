import Kernel
import Storage
import Testing

extension Contract {
    static let values: [Contract] = [
        Contract("values of every kind come back as they went in") { database throws in
            try database.prepareSample()
            let rows: [[SQLValue]] = [
                [.integer(1), .text("阡陌𠮷'\"\\;?1$1--"), .blob([0, 1, 39, 92, 255]), .integer(0)],
                [.integer(.max), .text(""), .null, .integer(.max)],
                [.integer(.min), .text("a\nb\tc"), .blob([]), .integer(12)],
            ]
            try database.write { tx throws in
                try tx.append(rows[0], to: "party")
                for row in rows.dropFirst() {
                    try tx.run(
                        """
                        INSERT INTO party (id, name, photo, balance_fen)
                        VALUES (\(bound: row[0]), \(bound: row[1]), \(bound: row[2]), \(bound: row[3]))
                        """)
                }
            }
            let back = try database.read { tx throws in
                try tx.rows("SELECT id, name, photo, balance_fen FROM party ORDER BY name DESC")
            }
            #expect(Set(back.map(\.values)) == Set(rows))
            try database.read { tx throws in
                try tx.each("SELECT id, name, photo FROM party WHERE id = \(1)") { row throws in
                    #expect(row.integer(0) == 1)
                    #expect(row.text(1) == "阡陌𠮷'\"\\;?1$1--")
                    #expect(row.blob(2) == [0, 1, 39, 92, 255])
                    #expect(!row.isNull(2))
                    #expect(row.value(1) == rows[0][1])
                }
            }
        },
        Contract("text with quotes is data, not SQL") { database throws in
            try database.prepareSample()
            let name = "王五'); DELETE FROM party; --“引号”"
            try database.write { tx throws in
                try tx.run("INSERT INTO party (id, name) VALUES (\(1), \(name))")
                try tx.run("INSERT INTO party (id, name) VALUES (\(2), \("李四"))")
            }
            let found: Int? = try database.read { tx in try tx.find("SELECT id FROM party WHERE name = \(name)") }
            #expect(found == 1)
            #expect(try database.count("party") == 2)
        },
        Contract("lists, nulls and absent rows are found as they should") { database throws in
            try database.prepareSample()
            try database.write { tx throws in
                for id in 1...5 {
                    try tx.append([.integer(Int64(id)), .text("n\(id)"), .null, .integer(0)], to: "party")
                }
            }
            try database.read { tx throws in
                let some = try tx.rows("SELECT id FROM party WHERE id IN \(list: [2, 4, 9]) ORDER BY id")
                #expect(some == [Row([.integer(2)]), Row([.integer(4)])])
                #expect(try tx.rows("SELECT id FROM party WHERE id IN \(list: [Int]())").isEmpty)
                #expect(try tx.find("SELECT photo FROM party WHERE id = \(1)", as: [UInt8].self) == nil)
                #expect(try tx.find("SELECT id FROM party WHERE id = \(77)", as: Int.self) == nil)
                #expect(failure { _ = try tx.get("SELECT id FROM party WHERE id = \(77)", as: Int.self) } != nil)
                #expect(try tx.get("SELECT CAST(\(Int?.none) AS INTEGER) IS NULL", as: Bool.self))
            }
        },
        Contract("rows handed in are a table, whatever their texts hold") { database throws in
            try database.prepareSample()
            let given: [[SQLValue]] = [
                [.integer(2), .text("a'b")], [.integer(4), .text("?1")], [.integer(9), .text("")],
            ]
            try database.write { tx throws in
                for id in 1...5 { try tx.append([.integer(Int64(id)), .text("n"), .null, .integer(0)], to: "party") }
            }
            let found = try database.read { tx throws in
                try tx.rows(
                    """
                    SELECT id, given.column2 FROM party JOIN \(rows: given) AS given ON id = given.column1
                    WHERE name = \("n") ORDER BY id
                    """)
            }
            #expect(found == [Row([.integer(2), .text("a'b")]), Row([.integer(4), .text("?1")])])
        },
        Contract("a sum of integers is an integer") { database throws in
            try database.prepareSample()
            try database.write { tx throws in
                for id in 1...3 {
                    try tx.append([.integer(Int64(id)), .text("n"), .null, .integer(4_000_000_000_000)], to: "party")
                }
            }
            let sum: Int64 = try database.read { tx in try tx.get("SELECT sum(balance_fen) FROM party") }
            #expect(sum == 12_000_000_000_000)
        },
        Contract("a part of a text is cut by characters, at a number that was bound") { database throws in
            let part: String = try database.write { tx in
                try tx.get("SELECT substr('阡陌纵横', \(2), \(2)) || substr('阡陌纵横', \(4)) || instr('阡陌', '陌')")
            }
            #expect(part == "陌纵横2")
        },
        Contract("the wrong type for a column is refused, and the error does not tell the value") { database throws in
            try database.prepareSample()
            let secret = "某某某的身份证"
            let error = failure {
                try database.write { tx in try tx.run("INSERT INTO party (id, name) VALUES (\(secret), \("x"))") }
            }
            #expect(error?.isFailed == true)
            #expect(error?.text.contains(secret) == false)
            #expect(try database.count("party") == 0)
        },
        Contract("the same statement runs inside itself") { database throws in
            try database.prepareSample()
            try database.write { tx throws in
                for id in 1...3 { try tx.append([.integer(Int64(id)), .text("n"), .null, .integer(0)], to: "party") }
            }
            var seen: [Int64] = []
            try database.read { tx throws in
                try tx.each("SELECT id FROM party WHERE id > \(0) ORDER BY id") { outer throws in
                    try tx.each("SELECT id FROM party WHERE id > \(2) ORDER BY id") { inner throws in
                        seen.append(outer.integer(0) * 10 + inner.integer(0))
                    }
                }
            }
            #expect(seen == [13, 23, 33])
        },
    ]
}
