package import EventLog
package import Kernel
import Storage

/// What the county gives a laptop, in one file: the commands that make the lot's place there, and the county's receipt for
/// the entry that gave the lot away (decision record 0130).
package struct StationBundle: Sendable {
    /// One command of the laptop's own log.
    package struct Step: Sendable {
        /// Nil where the program itself gives it.
        package let office: OfficeID?
        package let command: String
        package let arguments: JSON
    }

    package let pack: JSON
    package let receipt: Receipt
    package let countyKey: VerifierKey

    package init(pack: JSON, receipt: Receipt, countyKey: VerifierKey) {
        self.pack = pack
        self.receipt = receipt
        self.countyKey = countyKey
    }

    /// Reads the file on the laptop whose log has the key `own`. Throws 3152 where the pack is not the one that the county's
    /// receipt speaks of, 3153 where it was made for another laptop.
    package init(_ file: JSON, for own: VerifierKey) throws(Rejection) {
        guard let pack = file["pack"], let text = file["receipt"]?.string, let key = file["countyKey"]?.string,
            let county = try? VerifierKey(key), let receipt = try? Receipt(parsing: Array(text.utf8)),
            let entry = receipt.entry, (try? receipt.verified(by: county)) != nil,
            let leaf = try? Leaf(decoding: entry),
            leaf.kind == LotTakenToStation.fullName, leaf.fields["digest"]?.string == Self.digest(of: pack)
        else { throw ExchangeRefusal.packForeign() }
        guard leaf.fields["key"]?.string == own.text else { throw ExchangeRefusal.packOfAnother() }
        self.init(pack: pack, receipt: receipt, countyKey: county)
    }

    package static func digest(of pack: JSON) -> String { Hash.leaf(pack.canonicalBytes).base64 }

    package var file: JSON {
        [
            "pack": pack, "receipt": .string(String(decoding: receipt.bytes, as: UTF8.self)),
            "countyKey": .string(countyKey.text),
        ]
    }

    /// In order; the last opens the hall. Throws 3152 where they cannot be read, 3060 before the notice's opening.
    package func steps(at now: Instant) throws(Rejection) -> [Step] {
        var steps: [Step] = []
        for command in pack["commands"]?.array ?? [] {
            guard let by = command["by"]?.string, let name = command["do"]?.string,
                var arguments = command["with"]?.object, by.isEmpty || OfficeID(by) != nil
            else { throw ExchangeRefusal.packForeign() }
            if by.isEmpty {
                arguments["takenEntry"] = .integer(receipt.index)
                arguments["countyCheckpoint"] = .string(String(decoding: receipt.checkpoint, as: UTF8.self))
            }
            steps.append(Step(office: OfficeID(by), command: name, arguments: .object(arguments)))
        }
        guard let last = steps.last, last.command == OpenStationHall.fullName else {
            throw ExchangeRefusal.packForeign()
        }
        let hall = try OpenStationHall.read(last.arguments, notation: .exact)
        guard now >= hall.opensAt else { throw ExchangeRefusal.notYetDue(hall.opensAt) }
        return steps
    }
}
