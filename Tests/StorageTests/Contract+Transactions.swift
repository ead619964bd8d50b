import Dispatch
import Kernel
import Storage
import Testing

private struct Stop: Error {}

private func stopped(_ body: () throws -> Void) -> Bool {
    do {
        try body()
        return false
    } catch {
        return error is Stop
    }
}

private func party(_ id: Int, name: String = "n", balance: Int64 = 0) -> [SQLValue] {
    [.integer(Int64(id)), .text(name), .null, .integer(balance)]
}

extension Contract {
    static let transactions: [Contract] = [
        Contract("a reading inside a reading sees the same moment, and more of them at once than there are readers") {
            database throws in
            try database.prepareSample()
            try database.read { outer throws in
                #expect(try outer.get("SELECT count(*) FROM party") == 0)
                try DispatchQueue.global().sync {
                    try database.write { tx throws in try tx.append(party(1), to: "party") }
                }
                #expect(try database.count("party") == 0)
            }
            #expect(try database.count("party") == 1)
            DispatchQueue.concurrentPerform(iterations: 32) { _ in
                let counted = try? database.read { _ throws in try database.count("party") }
                #expect(counted == 1)
            }
        },
        Contract("a write that throws leaves nothing") { database throws in
            try database.prepareSample()
            #expect(throws: Stop.self) {
                try database.write { tx throws in
                    try tx.append(party(1), to: "party")
                    throw Stop()
                }
            }
            #expect(try database.count("party") == 0)
        },
        Contract("a savepoint that throws undoes only itself, nested ones too") { database throws in
            try database.prepareSample()
            try database.write { tx throws in
                try tx.append(party(1), to: "party")
                let outer = stopped {
                    try tx.savepoint {
                        try tx.append(party(2), to: "party")
                        try tx.savepoint { try tx.append(party(3), to: "party") }
                        throw Stop()
                    }
                }
                #expect(outer)
                try tx.savepoint {
                    try tx.append(party(4), to: "party")
                    let inner = stopped {
                        try tx.savepoint {
                            try tx.run("INSERT INTO party (id, name) VALUES (\(5), \("n"))")
                            throw Stop()
                        }
                    }
                    #expect(inner)
                    try tx.append(party(6), to: "party")
                }
            }
            let ids = try database.read { tx throws in
                try tx.rows("SELECT id FROM party ORDER BY id").map { try $0.get(0, as: Int.self) }
            }
            #expect(ids == [1, 4, 6])
        },
        Contract("a statement that fails inside a savepoint leaves the transaction usable") { database throws in
            try database.prepareSample()
            try database.write { tx throws in
                try tx.append(party(1), to: "party")
                let error = failure {
                    try tx.savepoint { try tx.run("INSERT INTO party (id, name) VALUES (1, 'again')") }
                }
                #expect(error?.isFailed == true)
                try tx.append(party(2), to: "party")
            }
            #expect(try database.count("party") == 2)
        },
        Contract("what was appended is there at the next read of the same transaction, and counts are told") {
            database in
            try database.prepareSample()
            try database.write { tx throws in
                for id in 1...700 { try tx.append(party(id), to: "party") }
                #expect(try tx.get("SELECT count(*) FROM party", as: Int.self) == 700)
                #expect(try tx.run("UPDATE party SET balance_fen = \(5) WHERE id <= \(10)") == 10)
                #expect(try tx.run("UPDATE party SET balance_fen = \(5) WHERE id > \(1_000)") == 0)
                #expect(try tx.run("DELETE FROM party WHERE id > \(690)") == 10)
                for id in 1...3 {
                    try tx.append([.integer(Int64(id)), .integer(Int64(id)), .integer(9)], to: "deposit")
                }
            }
            #expect(try database.count("deposit") == 3)
        },
        Contract("a row the table refuses undoes the transaction at the latest at commit") { database throws in
            try database.prepareSample()
            let error = failure {
                try database.write { tx in
                    try tx.savepoint { try tx.append(party(1), to: "party") }
                    try tx.savepoint { try tx.append(party(1), to: "party") }
                    try tx.savepoint { try tx.append(party(2), to: "party") }
                }
            }
            #expect(error?.isFailed == true)
            #expect(try database.count("party") == 0)
        },
        Contract("sums are added up, undone with their savepoint, and read in the same transaction") {
            database throws in
            try database.prepareSample()
            let tally = Tally("total", key: ["party", "month"], sums: ["paid_fen", "owed_fen"])
            func add(_ amounts: [Int64], _ party: Int64, _ tx: any WriteTransaction) throws {
                try tx.add(amounts, at: [.integer(party), .text("2024-05")], to: tally)
            }
            func totals(_ tx: any ReadTransaction) throws -> [Row] {
                try tx.rows("SELECT party, paid_fen, owed_fen FROM total ORDER BY party")
            }
            try database.write { tx in
                try add([100, 5], 1, tx)
                try tx.savepoint {
                    try add([11, 0], 1, tx)
                    try tx.savepoint { try add([7, 7], 2, tx) }
                }
                #expect(
                    stopped {
                        try tx.savepoint {
                            try add([1, 1], 2, tx); throw Stop()
                        }
                    })
                #expect(try tx.get("SELECT count(*) FROM party", as: Int.self) == 0)
                #expect(
                    try totals(tx) == [Row([1, 111, 5].map { .integer($0) }), Row([2, 7, 7].map { .integer($0) })])
                var seen = 0
                let isStopped = stopped {
                    try tx.savepoint {
                        try add([1, 1], 3, tx)
                        seen = try totals(tx).count
                        throw Stop()
                    }
                }
                #expect(isStopped && seen == 3)
                try add([-111, 1], 1, tx)
            }
            let after = try database.read { tx in try totals(tx) }
            #expect(after == [Row([1, 0, 6].map { .integer($0) }), Row([2, 7, 7].map { .integer($0) })])
            let error = failure { try database.write { tx in try add([-1, 0], 1, tx) } }
            #expect(error?.isFailed == true)
        },
        Contract("constraints hold: references, checks, append-only tables") { database throws in
            try database.prepareSample()
            let orphan = failure {
                try database.write { tx in try tx.append([.integer(1), .integer(99), .integer(5)], to: "deposit") }
            }
            #expect(orphan?.isFailed == true)
            let negative = failure {
                try database.write { tx throws in
                    try tx.run("INSERT INTO party (id, name, balance_fen) VALUES (\(1), \("n"), \(-1))")
                }
            }
            #expect(negative?.isFailed == true)
            try database.write { tx in try tx.append([.integer(1), .text("a")], to: "leaf") }
            let changed = failure { try database.write { tx in try tx.run("UPDATE leaf SET text = \("b")") } }
            #expect(changed?.text.contains("append-only") == true)
            let removed = failure { try database.write { tx in try tx.run("DELETE FROM leaf WHERE id = \(1)") } }
            #expect(removed?.text.contains("append-only") == true)
            #expect(try database.read { tx in try tx.get("SELECT text FROM leaf", as: String.self) } == "a")
        },
        Contract("a reader does not see what is not committed, and does not wait for the writer") { database throws in
            try database.prepareSample()
            let inside = DispatchSemaphore(value: 0)
            let looked = DispatchSemaphore(value: 0)
            let written = DispatchSemaphore(value: 0)
            DispatchQueue.global().async {
                try? database.write { tx throws in
                    try tx.run("INSERT INTO party (id, name) VALUES (\(1), \("n"))")
                    inside.signal()
                    _ = looked.wait(timeout: .now() + 20)
                }
                written.signal()
            }
            #expect(inside.wait(timeout: .now() + 20) == .success)
            #expect(try database.count("party") == 0)
            looked.signal()
            #expect(written.wait(timeout: .now() + 20) == .success)
            #expect(try database.count("party") == 1)
        },
        Contract("a reader keeps its view while others write") { database throws in
            try database.prepareSample()
            try database.read { tx throws in
                #expect(try tx.get("SELECT count(*) FROM party", as: Int.self) == 0)
                let done = DispatchSemaphore(value: 0)
                DispatchQueue.global().async {
                    try? database.write { tx in try tx.append(party(1), to: "party") }
                    done.signal()
                }
                #expect(done.wait(timeout: .now() + 20) == .success)
                #expect(try tx.get("SELECT count(*) FROM party", as: Int.self) == 0)
            }
            #expect(try database.count("party") == 1)
        },
        Contract("writers wait for each other and none is lost") { database throws in
            try database.prepareSample()
            try database.write { tx in try tx.append(party(1), to: "party") }
            DispatchQueue.concurrentPerform(iterations: 40) { _ in
                try? database.write { tx throws in
                    let now: Int64 = try tx.get("SELECT balance_fen FROM party WHERE id = 1")
                    try tx.run("UPDATE party SET balance_fen = \(now + 1) WHERE id = 1")
                }
            }
            #expect(try database.read { tx in try tx.get("SELECT balance_fen FROM party", as: Int.self) } == 40)
        },
    ]
}
