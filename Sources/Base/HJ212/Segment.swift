/// The plain text of a frame between its length and its checksum: header fields in the order they came, and the body.
///
/// Nothing is dropped: unknown names stay, and `bytes` are what came (after deciphering).
package struct Segment: Sendable, Hashable {
    package let bytes: [UInt8]
    let header: SegmentHeader

    /// Nil where there is no `CP=&&` … `&&`: the checksum is a weak gate, so the structure has to hold too.
    package init?(_ bytes: [UInt8]) {
        guard let header = bytes.withUnsafeBytes({ SegmentHeader(UnsafeRawBufferPointer($0)) }) else { return nil }
        self.bytes = bytes
        self.header = header
    }

    init(bytes: [UInt8], header: SegmentHeader) {
        self.bytes = bytes
        self.header = header
    }

    package func text(_ range: Range<Int>?) -> String? {
        range.map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    package var qn: String? { text(header.qn) ?? bodyQN }
    package var st: String? { text(header.st) }
    package var cn: String? { text(header.cn) }
    package var mn: String? { text(header.mn) }
    package var password: String? { text(header.pw) }
    package var flag: FrameFlag? {
        header.flag.flatMap { UInt8(String(decoding: bytes[$0], as: UTF8.self)) }.map(FrameFlag.init)
    }
    /// Sent again (2025). There is no `RF=0`.
    package var isSentAgain: Bool { text(header.rf) == "1" }
    package var body: ArraySlice<UInt8> { bytes[header.body] }

    /// Parts of a split message: this one's number and how many there are.
    package var part: (number: Int, of: Int)? {
        guard let count = header.pnum.flatMap({ number($0) }), let number = header.pno.flatMap({ number($0) }),
            count > 1, (1...count).contains(number)
        else { return nil }
        return (number, count)
    }

    /// The version its own fields speak of: no Flag is the sign of 2005.
    package var spokenVersion: ProtocolVersion? { header.flag == nil ? .v2005 : flag?.version }

    /// When the period began (2051, 2061, 2031, 2041) or the instant (2011, 2021), as written.
    package var dataTime: String? { value(of: "DataTime") }

    /// The first body value of this exact name.
    package func value(of name: String) -> String? {
        var found: String?
        let wanted = Array(name.utf8)
        forEachField { field, value, _ in
            if found == nil, bytes[field].elementsEqual(wanted) { found = text(value) }
        }
        return found
    }

    private var bodyQN: String? { value(of: "QN") }
    private func number(_ range: Range<Int>) -> Int? { Int(String(decoding: bytes[range], as: UTF8.self)) }

    /// Every field of the body: where its name stands, where its value stands, and of which item (from 0) it is.
    package func forEachField(_ visit: (_ name: Range<Int>, _ value: Range<Int>, _ item: Int) -> Void) {
        bytes.withUnsafeBytes { SegmentHeader.eachField(UnsafeRawBufferPointer($0), header.body, visit) }
    }
}

/// Where the header fields of a segment stand. No copies: frames are judged by the hundred thousand.
struct SegmentHeader: Sendable, Hashable {
    var qn: Range<Int>?
    var st: Range<Int>?
    var cn: Range<Int>?
    var pw: Range<Int>?
    var mn: Range<Int>?
    var flag: Range<Int>?
    var pnum: Range<Int>?
    var pno: Range<Int>?
    var rf: Range<Int>?
    /// Between `CP=&&` and the last `&&`.
    var body = 0..<0
    /// A name in other than its own letters (`FLAG`), or a stray comma before one.
    var isUntidy = false

    init?(_ bytes: UnsafeRawBufferPointer) {
        guard let bracket = Self.bodyStart(bytes), bytes.count >= bracket + 2 else { return nil }
        guard let end = Self.bodyEnd(bytes, from: bracket) else { return nil }
        body = bracket..<end
        read(bytes, 0..<bracket - 5)
        if end + 2 < bytes.count { read(bytes, end + 2..<bytes.count) }
    }

    /// Just after the first `CP=&&` that begins a field.
    static func bodyStart(_ bytes: UnsafeRawBufferPointer) -> Int? {
        let count = bytes.count
        guard count >= 7 else { return nil }
        var index = 0
        while index + 5 <= count {
            if bytes[index] == 0x43, bytes[index + 1] == 0x50, bytes[index + 2] == 0x3D, bytes[index + 3] == 0x26,
                bytes[index + 4] == 0x26, index == 0 || bytes[index - 1] == 0x3B || bytes[index - 1] == 0x2C
            {
                return index + 5
            }
            index += 1
        }
        return nil
    }

    /// The last `&&`: at the very end, or before fields that follow the body (a Flag after CP occurs).
    private static func bodyEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        let count = bytes.count
        if bytes[count - 1] == 0x26, bytes[count - 2] == 0x26, count - 2 >= start { return count - 2 }
        var index = count - 3
        while index >= max(start, count - 80) {
            if bytes[index] == 0x26, bytes[index + 1] == 0x26, bytes[index + 2] == 0x3B { return index }
            index -= 1
        }
        return nil
    }

    private mutating func read(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            var equals = -1
            while end < range.upperBound, bytes[end] != 0x3B {
                if equals < 0, bytes[end] == 0x3D { equals = end }
                end += 1
            }
            var first = start
            while first < end, bytes[first] == 0x2C || bytes[first] == 0x20 {
                first += 1
                isUntidy = true
            }
            var last = end
            while equals >= 0, last > equals + 1, bytes[last - 1] == 0x2C {
                last -= 1
                isUntidy = true
            }
            if equals > first { take(bytes, first..<equals, equals + 1..<last) }
            start = end + 1
        }
    }

    private mutating func take(_ bytes: UnsafeRawBufferPointer, _ name: Range<Int>, _ value: Range<Int>) {
        // The names by their letters in upper case: packed into one number.
        guard name.count <= 4 else { return }
        var key: UInt32 = 0
        var exact: UInt32 = 0
        for index in name {
            let byte = bytes[index]
            exact = exact << 8 | UInt32(byte)
            key = key << 8 | UInt32(byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte)
        }
        switch key {
        case 0x514E where qn == nil: qn = value
        case 0x5354 where st == nil: st = value
        case 0x434E where cn == nil: cn = value
        case 0x5057 where pw == nil: pw = value
        case 0x4D4E where mn == nil: mn = value
        case 0x464C_4147 where flag == nil:
            flag = value
            if exact != 0x466C_6167 { isUntidy = true }
            return
        case 0x504E_554D where pnum == nil: pnum = value
        case 0x50_4E4F where pno == nil: pno = value
        case 0x5246 where rf == nil: rf = value
        default: return
        }
        if key != exact { isUntidy = true }
    }

    static func eachField(
        _ bytes: UnsafeRawBufferPointer, _ body: Range<Int>,
        _ visit: (_ name: Range<Int>, _ value: Range<Int>, _ item: Int) -> Void
    ) {
        var start = body.lowerBound
        var item = 0
        while start < body.upperBound {
            var end = start
            var equals = -1
            while end < body.upperBound, bytes[end] != 0x3B, bytes[end] != 0x2C {
                if equals < 0, bytes[end] == 0x3D { equals = end }
                end += 1
            }
            if equals > start { visit(start..<equals, equals + 1..<end, item) }
            if end < body.upperBound, bytes[end] == 0x3B { item += 1 }
            start = end + 1
        }
    }
}

extension Segment {
    /// One field of the header as it came: name, value. `CP` holds the body with its brackets.
    package struct Field: Sendable, Hashable {
        package let name: String
        package let value: [UInt8]

        package init(_ name: String, _ value: [UInt8]) {
            self.name = name
            self.value = value
        }

        package init(_ name: String, _ value: String) { self.init(name, Array(value.utf8)) }
    }

    /// The header's fields in order, `CP` among them where it stood.
    package var fields: [Field] {
        let bracket = header.body.lowerBound - 5
        let end = header.body.upperBound + 2
        let before = bracket > 0 ? Self.split(bytes[0..<bracket - 1]) : []
        let after = end < bytes.count ? Self.split(bytes[(end + 1)...]) : []
        return before + [Field("CP", Array(bytes[bracket + 3..<end]))] + after
    }

    private static func split(_ bytes: ArraySlice<UInt8>) -> [Field] {
        bytes.split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
            guard let equals = part.firstIndex(of: 0x3D) else {
                return Field(String(decoding: part, as: UTF8.self), [])
            }
            return Field(String(decoding: part[..<equals], as: UTF8.self), Array(part[part.index(after: equals)...]))
        }
    }

    /// The bytes of a segment of these fields, in this order.
    package static func bytes(of fields: [Field]) -> [UInt8] {
        Array(fields.map { Array($0.name.utf8) + [0x3D] + $0.value }.joined(separator: [0x3B]))
    }
}
