import CExpat
package import Kernel

/// What somebody who reads XML is told, in the order of the document. Names come without their prefix.
package protocol MarkupReceiver: AnyObject {
    func start(_ name: String, _ attributes: MarkupAttributes)
    func end(_ name: String)
    /// Letters inside an element; may come in pieces.
    func text(_ letters: UnsafeBufferPointer<UInt8>)
    /// Why reading should stop; nil while it should go on.
    var complaint: Rejection? { get }
}

/// The attributes of an element while it begins.
package struct MarkupAttributes {
    fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The attribute `name`, whatever its prefix; nil where there is none.
    package subscript(_ name: String) -> String? {
        guard let pairs else { return nil }
        var index = 0
        while let key = pairs[index], let value = pairs[index + 1] {
            if Markup.local(key) == name { return String(cString: value) }
            index += 2
        }
        return nil
    }
}

/// Reads XML by expat, Debian's (decision 0246): streaming, never anything outside the document, no document type.
package final class MarkupReader {
    private let parser: XML_Parser
    private let receiver: any MarkupReceiver
    private var depth = 0
    private var complaint: Rejection?
    private static let deepest = 64

    package init(_ receiver: any MarkupReceiver) throws(Rejection) {
        guard let parser = XML_ParserCreate(nil) else { throw WorkbookRejection.damaged.rejection }
        self.parser = parser
        self.receiver = receiver
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                MarkupReader.of(data)?.start(name, MarkupAttributes(pairs: attributes))
            }, { data, name in MarkupReader.of(data)?.end(name) })
        XML_SetCharacterDataHandler(parser) { data, letters, count in
            guard let reader = MarkupReader.of(data), reader.complaint == nil, let letters else { return }
            letters.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
                reader.receiver.text(UnsafeBufferPointer(start: $0, count: Int(count)))
            }
        }
        // A document type could name other files, and entities that swell: no workbook or invoice has one.
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            MarkupReader.of(data)?.stop(WorkbookRejection.documentType.rejection)
        }
        XML_SetExternalEntityRefHandler(parser) { _, _, _, _, _ in 0 }
    }

    deinit { XML_ParserFree(parser) }

    /// Reads the next piece of the document; false where reading has to end.
    package func read(_ piece: UnsafeRawBufferPointer) -> Bool { parse(piece, isLast: false) }

    /// Ends the document; throws what was wrong with it.
    package func finish() throws(Rejection) {
        _ = parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        if let complaint { throw complaint }
    }

    /// Reads a whole document that is in memory, also in the encodings of Chinese offices, which expat does not know.
    package static func read(_ bytes: [UInt8], _ receiver: any MarkupReceiver) throws(Rejection) {
        let reader = try MarkupReader(receiver)
        let text = try chinese(bytes)
        if text != nil { XML_SetEncoding(reader.parser, "UTF-8") }
        (text ?? bytes).withUnsafeBytes { _ = reader.read($0) }
        try reader.finish()
    }

    /// The document in UTF-8 where it says it is in GBK, GB 2312 or GB 18030 (and is, or is UTF-8 all the same), or where its
    /// letters are no UTF-8; nil where expat reads it as it stands.
    private static func chinese(_ bytes: [UInt8]) throws(Rejection) -> [UInt8]? {
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else { return nil }
        let head = bytes.prefix(200)
        let declaration = String(decoding: head.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
        let saysChinese = declaration.hasPrefix("<?xml") && ["gb", "936"].contains { declaration.contains($0) }
        guard saysChinese || String(validating: bytes, as: UTF8.self) == nil else { return nil }
        guard !declaration.contains("utf-16"), !declaration.contains("8859") else { return nil }
        return Array(try TableText(bytes, largest: max(bytes.count, 1)).text.utf8)
    }

    private func parse(_ piece: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
        guard complaint == nil else { return false }
        let letters = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
        if XML_Parse(parser, letters, Int32(piece.count), isLast ? 1 : 0) != XML_STATUS_OK, complaint == nil {
            complaint = WorkbookRejection.badMarkup(line: Int(XML_GetCurrentLineNumber(parser))).rejection
        }
        return complaint == nil
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> MarkupReader? {
        data.map { Unmanaged<MarkupReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private func stop(_ rejection: Rejection) {
        if complaint == nil { complaint = rejection }
        XML_StopParser(parser, 0)
    }

    private func start(_ name: UnsafePointer<CChar>?, _ attributes: MarkupAttributes) {
        guard complaint == nil, let name else { return }
        depth += 1
        guard depth <= MarkupReader.deepest else {
            return stop(WorkbookRejection.badMarkup(line: Int(XML_GetCurrentLineNumber(parser))).rejection)
        }
        receiver.start(Markup.local(name), attributes)
        if let rejection = receiver.complaint { stop(rejection) }
    }

    private func end(_ name: UnsafePointer<CChar>?) {
        guard complaint == nil, let name else { return }
        depth -= 1
        receiver.end(Markup.local(name))
        if let rejection = receiver.complaint { stop(rejection) }
    }
}

enum Markup {
    /// The part of a name behind its colon.
    static func local(_ name: UnsafePointer<CChar>) -> String {
        var start = name
        var next = name
        while next.pointee != 0 {
            if next.pointee == CChar(0x3A) { start = next + 1 }
            next += 1
        }
        return String(cString: start)
    }
}
