package import Kernel

/// What a reader may know of a paper that is here: what it is called, never its mark.
package struct PaperLabel: Sendable, Hashable {
    package let mark: String
    package let name: String
    package let kind: Message
    package let bytes: Int
    package let remarks: [Message]
    package let hasPicture: Bool
    /// Other things of the house that rest on the very same paper.
    package let otherUses: Int

    package init(
        mark: String, name: String, kind: Message, bytes: Int, remarks: [Message] = [], hasPicture: Bool,
        otherUses: Int = 0
    ) {
        self.mark = mark
        self.name = name
        self.kind = kind
        self.bytes = bytes
        self.remarks = remarks
        self.hasPicture = hasPicture
        self.otherUses = otherUses
    }

    /// Where the paper is looked at.
    package var path: String { "/papers/\(mark)" }

    /// `1.4 MB`, `12 KB`.
    package var size: String {
        bytes >= 1 << 20 ? "\(bytes >> 20).\((bytes % (1 << 20)) * 10 >> 20) MB" : "\(max(1, bytes >> 10)) KB"
    }
}

/// A paper on a page: its picture, its name, its size, and the way to it. Of one that is not here, or not for the reader,
/// only that it is named in the log.
package struct PaperCard: Component {
    let mark: String
    let label: PaperLabel?

    package init(_ mark: String, _ request: PageRequest) {
        self.mark = mark
        label = request.paper(mark)
    }

    package func html(_ language: Language) -> HTML {
        guard let label else {
            return """
                <details class="paper"><summary>\(Text.paperElsewhere, language)</summary><code>\(mark)</code></details>
                """
        }
        return PaperCard.html(label, language)
    }

    static func html(_ label: PaperLabel, _ language: Language) -> HTML {
        let picture: HTML? =
            label.hasPicture
            ? "<img src=\"\(label.path)/small\" alt=\"\" width=\"72\" loading=\"lazy\">" : nil
        let remarks = label.remarks.map { "<br><small class=\"note\">\($0, language)</small>" as HTML }
        let others: HTML? =
            label.otherUses == 0
            ? nil : "<br><small class=\"note\">\(Text.paperUsedElsewhere(label.otherUses), language)</small>"
        return """
            <span class="paper"><a href="\(label.path)">\(picture)<span>\(label.name)</span></a> \
            <small>\(label.kind, language) · \(label.size)</small>\(remarks)\(others)</span>
            """
    }
}

extension FormBuilder {
    /// Where large papers go piece by piece (tus 1.0), from browsers that run the script of the page.
    package static let uploads = "/api/v1/uploads"

    var script: HTML? {
        let asksForPapers = fields.contains { if case .paper = $0.kind { true } else { false } }
        return asksForPapers ? "<script src=\"\(StaticAsset.uploadScript.path)\" defer></script>\n" : nil
    }

    /// The chooser; before it, what was sent with the form that came back. The mark travels hidden.
    func paper(_ field: FormField, _ id: String, _ language: Language) -> HTML {
        let mark = value(of: field)
        let chooser: HTML = """
            <input type="file" id="\(id)" name="\(field.name)" accept="\(Text.paperAccept)" data-upload="\(FormBuilder.uploads)" \
            data-under-way="\(Text.paperUnderWay, language)" data-waiting="\(Text.paperWaiting, language)" \
            data-sign-in="\(Text.paperSignIn, language)">
            """
        guard !mark.isEmpty, let label = request.paper(mark) else { return chooser }
        return """
            <p class="kept">\(Text.paperKept, language) \(PaperCard.html(label, language))</p>\
            \(hidden(field.name, mark))<p class="hint">\(Text.paperReplace, language)</p>\(chooser)
            """
    }
}
