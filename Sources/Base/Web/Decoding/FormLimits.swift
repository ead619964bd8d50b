/// How much a form may bring. The defaults fit every form of the house; a route that takes files says more.
package struct FormLimits: Sendable {
    package let bodyBytes: Int
    package let fields: Int
    package let fieldBytes: Int
    package let files: Int
    package let fileBytes: Int
    package let fileKinds: Set<FileKind>
    /// The fields that ask for a paper, whatever its kind: `digest`, `evidence[]`. What it is, the house's papers judge.
    package let papers: Set<String>

    package init(
        bodyBytes: Int = 1_048_576, fields: Int = 2_000, fieldBytes: Int = 20_000, files: Int = 0,
        fileBytes: Int = 0, fileKinds: Set<FileKind> = [], papers: Set<String> = []
    ) {
        self.papers = papers
        self.bodyBytes = bodyBytes
        self.fields = fields
        self.fieldBytes = fieldBytes
        self.files = files
        self.fileBytes = fileBytes
        self.fileKinds = fileKinds
    }

    /// For forms with evidence: up to 5 files of 10 MB, 30 MB together.
    package static let uploads = FormLimits(
        bodyBytes: 31_457_280, files: 5, fileBytes: 10_485_760, fileKinds: [.pdf, .jpeg, .png, .csv])
}

/// What a file is by its first bytes; the name and the type the sender claims are not believed.
package enum FileKind: String, Sendable, CaseIterable {
    case pdf = "PDF", jpeg = "JPEG", png = "PNG", csv = "CSV"
    /// Came for a field that asks for a paper; what it is, is not judged here.
    case paper = "paper"
    /// A zip container: XLSX among others.
    case zip = "XLSX"
    /// Markup that is read and never shown: an electronic invoice.
    case xml = "XML"

    /// Nil for what is none of these. Text counts as CSV when it is UTF-8 (or GB 18030 by its byte pairs) without controls.
    package static func sniff(_ bytes: [UInt8]) -> FileKind? {
        if bytes.starts(with: [0x25, 0x50, 0x44, 0x46, 0x2D]) { return .pdf }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .zip }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .csv }
        if looksLikeMarkup(bytes) { return isXML(bytes) ? .xml : nil }
        return isText(bytes) ? .csv : nil
    }

    private static func isText(_ bytes: [UInt8]) -> Bool {
        !bytes.isEmpty && !looksLikeMarkup(bytes)
            && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }

    private static func isXML(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let head = String(decoding: start.drop { $0 <= 0x20 }.prefix(16), as: UTF8.self)
        return head.hasPrefix("<?xml") || head.hasPrefix("<EInvoice")
    }

    /// A page or a drawing handed in as a table would be run by whoever opens it.
    private static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return start.first { $0 > 0x20 } == UInt8(ascii: "<")
    }
}

/// A file that came with a form.
package struct UploadedFile: Sendable, Hashable {
    /// The form's field.
    package let field: String
    /// The sender's name for it, without folders and controls; for showing only.
    package let name: String
    package let kind: FileKind
    package let bytes: [UInt8]

    /// The last piece of a path, without controls, at most 100 characters.
    package static func safeName(_ given: String) -> String {
        let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let clean = last.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        return String(String(String.UnicodeScalarView(clean)).prefix(100))
    }
}
