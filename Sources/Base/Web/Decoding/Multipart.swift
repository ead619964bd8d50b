import Kernel

/// `multipart/form-data` (RFC 7578) as browsers send it: no nesting, no encodings, every part named, ended properly.
enum Multipart {
    private struct Part {
        let name: String
        let fileName: String?
        let content: ArraySlice<UInt8>
    }

    private static let longestHead = 2_000

    /// The boundary of a `Content-Type`; nil when there is none or it is not of the standard's characters.
    static func boundary(_ contentType: String) -> [UInt8]? {
        for piece in contentType.split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, trimmed(pair[0]).lowercased() == "boundary" else { continue }
            var value = trimmed(pair[1])
            if value.count >= 2 && value.hasPrefix("\"") && value.hasSuffix("\"") {
                value = value.dropFirst().dropLast()
            }
            let bytes = Array(value.utf8)
            return (1...70).contains(bytes.count) && bytes.allSatisfy(isBoundaryByte) ? bytes : nil
        }
        return nil
    }

    static func form(_ body: [UInt8], boundary: [UInt8], limits: FormLimits) throws(Rejection) -> DecodedForm {
        var pairs: [(name: String, value: String)] = []
        var files: [UploadedFile] = []
        for part in try parts(body, boundary: boundary, limits: limits) {
            guard let given = part.fileName else {
                guard part.content.count <= limits.fieldBytes else {
                    throw WebRejection.fieldTooLong(field: part.name, limit: limits.fieldBytes).rejection
                }
                pairs.append((part.name, try FormDecoding.cleaned(part.content)))
                continue
            }
            // A file field left empty arrives as an empty part without a name.
            if given.isEmpty && part.content.isEmpty { continue }
            files.append(try file(part, given, already: files.count, limits: limits))
        }
        return try DecodedForm(pairs, files: files, limits: limits)
    }

    private static func file(_ part: Part, _ given: String, already: Int, limits: FormLimits) throws(Rejection)
        -> UploadedFile
    {
        guard already < limits.files else { throw WebRejection.tooManyFiles(limit: limits.files).rejection }
        guard part.content.count <= limits.fileBytes else {
            throw WebRejection.fileTooLarge(field: part.name, limit: limits.fileBytes).rejection
        }
        let bytes = Array(part.content)
        if limits.papers.contains(anyRow(part.name)) {
            return UploadedFile(field: part.name, name: UploadedFile.safeName(given), kind: .paper, bytes: bytes)
        }
        guard let kind = FileKind.sniff(bytes), limits.fileKinds.contains(kind) else {
            let allowed = FileKind.allCases.filter(limits.fileKinds.contains)
            throw WebRejection.fileTypeNotAllowed(field: part.name, allowed: allowed).rejection
        }
        return UploadedFile(field: part.name, name: UploadedFile.safeName(given), kind: kind, bytes: bytes)
    }

    /// `evidence[0]` as `evidence[]`.
    private static func anyRow(_ name: String) -> String { name.replacing(/\[[0-9]+\]/, with: "[]") }

    private static func parts(_ body: [UInt8], boundary: [UInt8], limits: FormLimits) throws(Rejection) -> [Part] {
        let delimiter = Array("\r\n--".utf8) + boundary
        var parts: [Part] = []
        // The first delimiter needs no line end before it.
        guard body.starts(with: delimiter.dropFirst(2)) else { throw WebRejection.malformedUpload.rejection }
        var position = delimiter.count - 2
        while true {
            let rest = body[position...]
            if rest.starts(with: Array("--".utf8)) {
                guard rest.dropFirst(2).allSatisfy({ $0 == 0x0D || $0 == 0x0A }) else { break }
                return parts
            }
            guard rest.starts(with: [0x0D, 0x0A]), parts.count < limits.fields + limits.files,
                let end = find(delimiter, in: body[...], from: position)
            else { break }
            parts.append(try part(body[(position + 2)..<max(position + 2, end)]))
            position = end + delimiter.count
        }
        throw WebRejection.malformedUpload.rejection
    }

    private static func part(_ bytes: ArraySlice<UInt8>) throws(Rejection) -> Part {
        let gap = Array("\r\n\r\n".utf8)
        let window = bytes.prefix(longestHead)
        guard let end = find(gap, in: window, from: window.startIndex),
            let head = String(validating: bytes[..<end], as: UTF8.self)
        else { throw WebRejection.malformedUpload.rejection }
        for line in head.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "content-disposition" else {
                continue
            }
            let parameters = parameters(line[line.index(after: colon)...])
            guard let name = parameters["name"], !name.isEmpty, parameters["form-data"] != nil else { break }
            return Part(name: name, fileName: parameters["filename"], content: bytes[(end + gap.count)...])
        }
        throw WebRejection.malformedUpload.rejection
    }

    /// `form-data; name="file"; filename="a.csv"` by name; quotes inside are percent-encoded by browsers.
    private static func parameters(_ text: Substring) -> [String: String] {
        var found: [String: String] = [:]
        var rest = text
        while !rest.isEmpty {
            var isQuoted = false
            let end = rest.firstIndex { character in
                if character == "\"" { isQuoted.toggle() }
                return character == ";" && !isQuoted
            }
            let pair = rest[..<(end ?? rest.endIndex)].split(separator: "=", maxSplits: 1)
            if let name = pair.first {
                var value = pair.count == 2 ? trimmed(pair[1]) : ""
                if value.count >= 2 && value.hasPrefix("\"") && value.hasSuffix("\"") {
                    value = value.dropFirst().dropLast()
                }
                found[trimmed(name).lowercased()] = String(value.replacing("%22", with: "\""))
            }
            rest = end.map { rest[rest.index(after: $0)...] } ?? ""
        }
        return found
    }

    private static func find(_ needle: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        guard let first = needle.first, bytes.endIndex - start >= needle.count else { return nil }
        var position = start
        while position <= bytes.endIndex - needle.count {
            if bytes[position] == first && bytes[position...].starts(with: needle) { return position }
            position += 1
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...last]
    }

    private static func isBoundaryByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: "'()+_,-./:=?".utf8.contains(byte)
        }
    }
}
