import EventLog
import Foundation
import Kernel
import Storage

@testable import Platform

/// Somebody who holds the bytes of the log that anybody may have, and tries to find out who bids.
struct Stranger {
    /// Acts that private persons give, by entry.
    private(set) var acts: Set<Int> = []
    /// Acts whose person is found, by entry.
    private(set) var named: [Int: String] = [:]
    /// Pairs of objects (lots, registrations) in which one and the same person acts, found without a name.
    private(set) var together: Set<[String]> = []
    /// Objects with acts in them.
    private(set) var objects: Set<String> = []

    /// `guesses`: what the stranger thinks the keys of submissions are called.
    init(_ leaves: [[UInt8]], guesses: [String]) throws {
        let leaves = try leaves.map { try JSON(parsing: $0) }
        // Who has an account is public, and so is the identifier of whoever bids.
        var accounts: [String: String] = [:]
        for fields in leaves where fields["kind"]?.string == "registry.officeOpened" {
            guard let fields = fields["fields"], let office = fields["office"]?.string,
                let person = fields["person"]?.string, let role = fields["role"]?.string,
                role == Role.bidder.rawValue || role == Role.villager.rawValue
            else { continue }
            (accounts[office], accounts[person]) = (person, person)
        }
        for person in Set(accounts.values).compactMap({ PersonID($0) }) {
            for guess in guesses { accounts[KeyDigest(person: person, key: guess).text] = person.text }
        }
        look(leaves, accounts)
    }

    private mutating func look(_ leaves: [JSON], _ accounts: [String: String]) {
        var marks: [String: Set<String>] = [:]
        for (index, leaf) in leaves.enumerated() {
            guard leaf["role"]?.string.flatMap({ Role(rawValue: $0) })?.isPrivate == true,
                let stream = leaf["stream"]?.string
            else { continue }
            acts.insert(index)
            objects.insert(stream)
            let words = Stranger.words(of: leaf, at: "")
            named[index] = words.compactMap { accounts[$0.word] }.first
            for (path, word) in words where !Stranger.common.contains(path) {
                marks[path + "=" + word, default: []].insert(stream)
            }
        }
        for streams in marks.values where streams.count > 1 {
            let streams = streams.sorted()
            for other in streams.dropFirst() { together.insert([streams[0], other]) }
        }
    }

    /// Where the same word says nothing of the person.
    private static let common: Set<String> = [
        ".kind", ".role", ".stream", ".division", ".fields.village", ".fields.lot",
    ]

    private static func words(of json: JSON, at path: String) -> [(path: String, word: String)] {
        switch json {
        case .string(let text):
            path == ".stream" ? text.split(separator: "/").map { (path, String($0)) } : [(path, text)]
        case .array(let elements): elements.flatMap { words(of: $0, at: path) }
        case .object(let members): members.sorted { $0.key < $1.key }.flatMap { words(of: $1, at: path + "." + $0) }
        case .null, .bool, .integer, .decimal: []
        }
    }
}

extension Installation {
    /// The log as a program would have written it that names whoever acts: form 1, desk and key in the open; with
    /// `desks` false the key alone.
    func leavesOfTheOldForm(_ folder: URL, desks: Bool = true) throws -> [[UInt8]] {
        guard let keys = try InstallationKeys.load(from: folder.appending(path: "keys")) else { return [] }
        var sealed = SealedStore(installation: keys.installation)
        return try database.read { tx in
            var leaves: [(Int64, [UInt8])] = []
            try LogStore.each(from: 0, to: try tx.get("SELECT COUNT(*) FROM log_entry"), in: tx) { index, _, bytes in
                leaves.append((index, bytes))
            }
            return try leaves.map { index, bytes in
                let leaf = try Leaf(decoding: bytes)
                guard leaf.office == nil, let actor = try sealed.open(entry: index, in: tx).actor else { return bytes }
                return try Leaf(
                    kind: leaf.kind, stream: leaf.stream, at: leaf.at, division: leaf.division,
                    office: desks ? actor.office : OfficeID("somebody"),
                    role: leaf.role, fields: leaf.fields,
                    commitments: leaf.commitments.filter { $0.key != Leaf.actorPath }, cause: leaf.cause, key: actor.key
                ).encoded()
            }
        }
    }
}
