import CQREncode
package import Kernel

/// A square that a phone's camera reads: the address of a certificate, the key of an authenticator app.
///
/// Drawn as one SVG path, so it prints sharp and needs no script. ASCII only (percent-encode the rest): readers disagree
/// on everything else. Made by libqrencode (decision 0150).
package struct QRCode: Component, Hashable {
    /// Modules along one side, the quiet margin not counted.
    package let side: Int
    /// Row by row; true is dark.
    package let modules: [Bool]
    private let label: Message

    /// The light border readers need (ISO/IEC 18004), in modules.
    package static let quietZone = 4

    /// Nil for text that is empty, not ASCII, or too long for a code (about 2,300 characters). `label` says to people
    /// who cannot see it what it leads to.
    package init?(_ text: String, label: Message) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }),
            let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
        else { return nil }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        // The lowest bit of each byte is the module; the others are notes of the encoder.
        modules = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
        self.label = label
    }

    package func html(_ language: Language) -> HTML {
        let edge = side + 2 * QRCode.quietZone
        return """
            <svg class="qr" viewBox="0 0 \(edge) \(edge)" role="img" aria-label="\(label, language)" \
            shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(edge)v\(edge)H0z"/>\
            <path stroke="#000" transform="translate(0 .5)" d="\(path)"/></svg>

            """
    }

    /// One stroke, a module wide, through every run of dark modules: half the bytes of a bar for each.
    private var path: String {
        var path = ""
        for row in 0..<side {
            var (column, pen) = (0, 0)
            while column < side {
                guard modules[row * side + column] else {
                    column += 1
                    continue
                }
                let start = column
                while column < side, modules[row * side + column] { column += 1 }
                let reach = pen == 0 ? "M\(start + QRCode.quietZone) \(row + QRCode.quietZone)" : "m\(start - pen) 0"
                path += "\(reach)h\(column - start)"
                pen = column
            }
        }
        return path
    }
}
