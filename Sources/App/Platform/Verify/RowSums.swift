import Storage

/// What the rows of a table come to, whatever their order: their number, and the sum of their digests under a key drawn
/// for this one run. Who changed the store beforehand could not know the key: two tables with other rows have the
/// same sum once in 2^128 times (record 0166).
struct TableSum: Sendable, Equatable {
    private(set) var rows: Int64 = 0
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    mutating func add(_ digest: RowDigest) {
        rows += 1
        high &+= digest.high
        low &+= digest.low
    }
}

/// The keyed digest of a row, or of a row's key.
struct RowDigest: Sendable, Hashable {
    let high: UInt64
    let low: UInt64
}

/// Digests rows under a random key.
struct RowDigester {
    private let key = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
    private var bytes: [UInt8] = []

    mutating func digest(_ values: some Sequence<SQLValue>) -> RowDigest {
        bytes.removeAll(keepingCapacity: true)
        for value in values { put(value) }
        return RowDigest(high: half(key.0, 1), low: half(key.1, 2))
    }

    /// Each value with its kind and length, so that no two rows have the same bytes.
    private mutating func put(_ value: SQLValue) {
        switch value {
        case .null: bytes.append(0)
        case .integer(let number): put(1, UInt64(bitPattern: number))
        case .text(let text):
            put(2, UInt64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        case .blob(let blob):
            put(3, UInt64(blob.count))
            bytes.append(contentsOf: blob)
        }
    }

    private mutating func put(_ kind: UInt8, _ number: UInt64) {
        bytes.append(kind)
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }

    private func half(_ key: UInt64, _ number: UInt8) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(key)
        hasher.combine(number)
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}

/// Running sums by key, kept in memory under the keys' digests: some forty bytes a row.
struct TallySums {
    let tally: Tally
    private var places: [RowDigest: Int] = [:]
    private var amounts: [Int64] = []

    init(_ tally: Tally) { self.tally = tally }

    mutating func add(_ added: [Int64], at key: RowDigest) {
        let width = tally.sums.count
        if let place = places[key] {
            for column in 0..<width { amounts[place + column] += added[column] }
        } else {
            places[key] = amounts.count
            amounts += added
        }
    }

    /// Strikes the row off the list; false when there is no such key, or other amounts stand at it.
    mutating func strike(_ found: [Int64], at key: RowDigest) -> Bool {
        guard let place = places.removeValue(forKey: key) else { return false }
        return amounts[place..<place + tally.sums.count].elementsEqual(found)
    }

    var isEmpty: Bool { places.isEmpty }
}
