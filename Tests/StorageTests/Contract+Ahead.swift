import Kernel
import Storage
import Synchronization
import Testing

private struct Stop: Error {}

private func party(_ id: Int, name: String = "n") -> [SQLValue] {
    [.integer(Int64(id)), .text(name), .null, .integer(0)]
}

/// What became of transactions handed over, in the order they were told.
private final class Told: Sendable {
    private let all = Mutex<[(name: Int, error: StorageError?)]>([])

    func written(_ name: Int) -> WriteAhead.Written {
        { result in self.all.withLock { $0.append((name, failure { try result.get() })) } }
    }

    var names: [Int] { all.withLock { $0.map(\.name) } }
    func error(_ name: Int) -> StorageError? { all.withLock { $0.first { $0.name == name }?.error } }
}

extension Database {
    fileprivate func ids() throws -> [Int] {
        try read { tx in try tx.rows("SELECT id FROM party ORDER BY id").map { try $0.get(0, as: Int.self) } }
    }
}

extension Contract {
    /// One transaction is written while the next is decided (decision record 0190).
    static let ahead: [Contract] = [
        Contract("what is handed over is written in order, and each is told once") { database throws in
            try database.prepareSample()
            let (ahead, told) = (WriteAhead(database), Told())
            for turn in 0..<20 {
                try ahead.write { tx in
                    for id in 0..<700 { try tx.append(party(turn * 1_000 + id), to: "party") }
                    try tx.change(
                        one: "UPDATE party SET name = \("last") WHERE id = \(turn * 1_000)", otherwise: .failed("none"))
                    return told.written(turn)
                }
            }
            ahead.settle()
            #expect(told.names == Array(0..<20))
            #expect((0..<20).allSatisfy { told.error($0) == nil })
            #expect(try database.count("party") == 14_000)
        },
        Contract("a savepoint undone ahead takes only its own rows with it, read in or not") { database throws in
            try database.prepareSample()
            let (ahead, told) = (WriteAhead(database), Told())
            func refused(_ tx: any WriteTransaction, _ body: () throws -> Void) {
                #expect(throws: Stop.self) {
                    try tx.savepoint {
                        try body()
                        throw Stop()
                    }
                }
            }
            for first in [0, 100] {
                // The second time the store is asked in the middle of two savepoints.
                let isAsking = first > 0
                try ahead.write { tx in
                    try tx.append(party(first + 1), to: "party")
                    refused(tx) { try tx.append(party(first + 2), to: "party") }
                    try tx.savepoint {
                        try tx.append(party(first + 3), to: "party")
                        refused(tx) {
                            try tx.append(party(first + 4), to: "party")
                            guard isAsking else { return }
                            let sql: SQL = "SELECT id FROM party WHERE id > \(first) ORDER BY id"
                            let seen = try tx.rows(sql).map { try $0.get(0, as: Int.self) }
                            #expect(seen == [first + 1, first + 3, first + 4])
                        }
                        try tx.append(party(first + 5), to: "party")
                    }
                    refused(tx) { try tx.append(party(first + 6), to: "party") }
                    try tx.append(party(first + 7), to: "party")
                    return told.written(first)
                }
            }
            ahead.settle()
            #expect(try database.ids() == [1, 3, 5, 7, 101, 103, 105, 107])
        },
        Contract("who reads while deciding sees the transactions handed over before, and its own rows") {
            database throws in
            try database.prepareSample()
            let (ahead, told) = (WriteAhead(database), Told())
            for turn in 1...30 {
                try ahead.write { tx in
                    try tx.append(party(turn), to: "party")
                    if turn.isMultiple(of: 3) {
                        #expect(try tx.get("SELECT count(*) FROM party", as: Int.self) == turn)
                        #expect(try tx.run("UPDATE party SET name = \("seen") WHERE id <= \(turn)") == turn)
                    }
                    return told.written(turn)
                }
            }
            ahead.settle()
            #expect(told.names == Array(1...30))
            #expect(try database.count("party") == 30)
        },
        Contract("who throws while deciding leaves nothing and stops nobody") { database throws in
            try database.prepareSample()
            let (ahead, told) = (WriteAhead(database), Told())
            try ahead.write { tx in
                try tx.append(party(1), to: "party")
                return told.written(1)
            }
            #expect(throws: Stop.self) {
                try ahead.write { tx in
                    for id in 10..<900 { try tx.append(party(id), to: "party") }
                    throw Stop()
                }
            }
            #expect(throws: Stop.self) {
                try ahead.write { tx in
                    try tx.append(party(2), to: "party")
                    #expect(try tx.get("SELECT count(*) FROM party", as: Int.self) == 2)
                    throw Stop()
                }
            }
            try ahead.write { tx in
                try tx.append(party(3), to: "party")
                return told.written(3)
            }
            ahead.settle()
            #expect(told.names == [1, 3])
            #expect(try database.ids() == [1, 3])
        },
        Contract("after one that is not written none is written until the failure was seen") { database throws in
            try database.prepareSample()
            let (ahead, told) = (WriteAhead(database), Told())
            try ahead.write { tx in
                try tx.append(party(1), to: "party")
                return told.written(1)
            }
            try ahead.write { tx in
                try tx.append(party(1), to: "party")
                return told.written(2)
            }
            for turn in 3...5 {
                let error = failure {
                    try ahead.write { tx in
                        try tx.append(party(turn), to: "party")
                        // One that asks for the store learns of it while it decides.
                        if turn == 5 { _ = try tx.rows("SELECT id FROM party") }
                        return told.written(turn)
                    }
                }
                #expect((error != nil) == (turn == 5))
            }
            ahead.settle()
            #expect(told.names == [1, 2, 3, 4])
            #expect(told.error(1) == nil)
            #expect((2...4).allSatisfy { told.error($0)?.isFailed == true })
            #expect(try database.ids() == [1])
            try ahead.write { tx in
                try tx.append(party(6), to: "party")
                return told.written(6)
            }
            ahead.settle()
            #expect(told.error(6) == nil)
            #expect(try database.ids() == [1, 6])
        },
        Contract("a change that does not change one row fails its transaction") { database throws in
            try database.prepareSample()
            let (ahead, told) = (WriteAhead(database), Told())
            let sql: SQL = "UPDATE party SET name = \("new") WHERE id = \(7)"
            let error = failure {
                try database.write { try $0.change(one: sql, otherwise: .unavailable("somebody else's")) }
            }
            #expect(error?.isUnavailable == true)
            try ahead.write { tx in
                try tx.append(party(1), to: "party")
                try tx.change(one: sql, otherwise: .unavailable("somebody else's"))
                return told.written(1)
            }
            ahead.settle()
            #expect(told.error(1)?.isUnavailable == true)
            #expect(try database.count("party") == 0)
        },
    ]
}
