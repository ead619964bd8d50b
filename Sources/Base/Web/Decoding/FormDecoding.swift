package import Kernel

/// Reads what a browser sends for a form: urlencoded or multipart, strictly and within limits.
package enum FormDecoding {
    /// The body of a POST under its `Content-Type`.
    package static func decode(
        _ body: [UInt8], contentType: String, limits: FormLimits = FormLimits()
    ) throws(Rejection) -> DecodedForm {
        guard body.count <= limits.bodyBytes else { throw KernelRejection.tooLarge(limit: limits.bodyBytes).rejection }
        let type = contentType.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
        switch type {
        case "application/x-www-form-urlencoded":
            return try DecodedForm(pairs(body[...], limits: limits), limits: limits)
        case "multipart/form-data":
            guard let boundary = Multipart.boundary(contentType) else {
                throw WebRejection.malformedUpload.rejection
            }
            return try Multipart.form(body, boundary: boundary, limits: limits)
        default: throw WebRejection.malformedForm.rejection
        }
    }

    /// The query of an address (without `?`); a name that appears twice is refused.
    package static func query(_ text: String, limits: FormLimits = FormLimits(bodyBytes: 8_192, fields: 50))
        throws(Rejection) -> [String: String]
    {
        let bytes = Array(text.utf8)
        guard bytes.count <= limits.bodyBytes else { throw KernelRejection.tooLarge(limit: limits.bodyBytes).rejection }
        var query: [String: String] = [:]
        for (name, value) in try pairs(bytes[...], limits: limits) {
            guard query.updateValue(value, forKey: name) == nil else {
                throw WebRejection.duplicateName(name: name).rejection
            }
        }
        return query
    }

    /// The query of a page's address, read by what can be read: of a name that comes twice the first counts, for what
    /// carries a link about adds its own at the end; what is no text, or too much, is passed over.
    package static func forgivingQuery(_ text: String, limits: FormLimits = FormLimits(bodyBytes: 8_192, fields: 50))
        -> [String: String]
    {
        let bytes = Array(text.utf8.prefix(limits.bodyBytes))
        var query: [String: String] = [:]
        for piece in bytes.split(separator: UInt8(ascii: "&")).prefix(limits.fields) {
            guard let pair = try? pairs(piece, limits: limits).first, query[pair.name] == nil else { continue }
            query[pair.name] = pair.value
        }
        return query
    }

    private static func pairs(_ body: ArraySlice<UInt8>, limits: FormLimits) throws(Rejection)
        -> [(name: String, value: String)]
    {
        var pairs: [(name: String, value: String)] = []
        for piece in body.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < limits.fields else { throw WebRejection.tooManyFields(limit: limits.fields).rejection }
            let equals = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
            let name = try text(piece[..<equals])
            guard !name.isEmpty else { throw WebRejection.badFieldName.rejection }
            let value = equals < piece.endIndex ? try text(piece[(equals + 1)...]) : ""
            pairs.append((name, value))
        }
        return pairs
    }

    private static func text(_ bytes: ArraySlice<UInt8>) throws(Rejection) -> String {
        guard let plain = Percent.decoded(bytes, plusIsSpace: true) else { throw WebRejection.malformedForm.rejection }
        return try cleaned(plain[...])
    }

    /// UTF-8 without NUL; line ends as one line feed, as the rest of the house has them.
    static func cleaned(_ bytes: ArraySlice<UInt8>) throws(Rejection) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw WebRejection.notUTF8.rejection }
        guard !bytes.contains(0) else { throw WebRejection.malformedForm.rejection }
        guard bytes.contains(0x0D) else { return text }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        for (position, byte) in zip(bytes.indices, bytes) {
            if byte == 0x0D {
                if position + 1 == bytes.endIndex || bytes[position + 1] != 0x0A { out.append(0x0A) }
            } else {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

/// Percent-encoding, one pass, nothing forgiven.
enum Percent {
    /// Nil when a `%` is not followed by two hexadecimal digits.
    static func decoded(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = false) -> [UInt8]? {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "%"):
                guard bytes.endIndex - position >= 3, let high = digit(bytes[position + 1]),
                    let low = digit(bytes[position + 2])
                else { return nil }
                out.append(high << 4 | low)
                position += 3
                continue
            case UInt8(ascii: "+") where plusIsSpace: out.append(UInt8(ascii: " "))
            default: out.append(byte)
            }
            position += 1
        }
        return out
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
